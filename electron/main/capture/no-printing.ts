// Pages of the capture window do not print: the dialog of the system would hold them, and whoever wants to clip them.
import type { Session } from 'electron';

/**
 * All that a sandbox may allow but modals, of which the others are off anyway. Taken from a page beside them: Chromium's viewer of PDFs
 * inside of it, and an old way of sharing a domain.
 */
const WITHOUT_MODALS = [
  'sandbox allow-downloads allow-forms allow-orientation-lock allow-pointer-lock allow-popups',
  'allow-popups-to-escape-sandbox allow-presentation allow-same-origin allow-scripts',
  'allow-storage-access-by-user-activation allow-top-navigation',
].join(' ');

const POLICY = 'content-security-policy';

/** By a policy that comes with each page: a script of ours in the page's own world would have to be there first, as a preload. */
export function keepFromPrinting(one: Session): void {
  one.webRequest.onHeadersReceived(({ resourceType, responseHeaders = {} }, answer) =>
    answer(
      resourceType === 'mainFrame' ? { responseHeaders: withoutPrinting(responseHeaders) } : {},
    ),
  );
}

type Headers = Readonly<Record<string, string[]>>;

/** The page's own policies go on holding: of several, each does. */
export function withoutPrinting(headers: Headers): Record<string, string[]> {
  const others = Object.entries(headers).filter(([name]) => name.toLowerCase() !== POLICY);
  const policies = valuesOf(headers, POLICY);
  return isPage(headers)
    ? { ...Object.fromEntries(others), [POLICY]: [...policies, WITHOUT_MODALS] }
    : { ...headers };
}

const valuesOf = (headers: Headers, wanted: string): string[] =>
  Object.entries(headers).flatMap(([name, values]) =>
    name.toLowerCase() === wanted ? values : [],
  );

function isPage(headers: Headers): boolean {
  const isHtml = valuesOf(headers, 'content-type').some((type) =>
    /^\s*(?:text\/html|application\/xhtml)/i.test(type),
  );
  // By the standard nothing is shown that is in a sandbox and yet asks to be apart from all windows.
  const isApart = valuesOf(headers, 'cross-origin-opener-policy').some(
    (policy) => !/^\s*unsafe-none/i.test(policy),
  );
  return isHtml && !isApart;
}
