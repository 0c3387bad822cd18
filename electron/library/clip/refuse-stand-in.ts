// Refuses what a site shows in place of a page: kept as an article, it would be found years later where the article
// should be. The same for a file and for what was pasted, which hold such a page when it was all that the browser got.
// Whoever sees that it is an article all the same says so (`anyway`).
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import type { ParsedPage, StandIn } from '#contract/page.ts';
import type { ClipSource } from './clip-source.ts';
import { parseHttpUrl } from './url-key.ts';

interface Refusal {
  readonly code: ErrorCode;
  /** What it is. */
  readonly what: string;
  /** What a person can do about it, the page being on the web. */
  readonly fetched: string;
  /** The same, the page having come as a file or by the clipboard. */
  readonly handedIn: string;
  /** The same, the page standing in a window of ours. */
  readonly shown: string;
}

const refusals: Readonly<Record<StandIn, Refusal>> = {
  missing: {
    code: 'not_found',
    what: 'a note that there is no such page',
    fetched:
      'Check the address. If your browser has the page open, save it there and clip the file.',
    handedIn: 'There is no article in it.',
    shown: 'Go to another page.',
  },
  fault: {
    code: 'unreachable',
    what: 'an error of its own',
    fetched: 'Try again later, or save it with your browser and clip the file.',
    handedIn: 'Save the page again when its site is well.',
    shown: 'Load it again later.',
  },
  check: {
    code: 'refused_by_site',
    what: 'a check for robots or a refusal',
    fetched: 'Open it in your browser, save it there, and clip the file.',
    handedIn: 'Pass the check in your browser, then save the page again.',
    shown: 'Pass the check here, then clip the page.',
  },
  consent: {
    code: 'refused_by_site',
    what: 'a question about cookies',
    fetched: 'Answer it in your browser, save the page there, and clip the file.',
    handedIn: 'Answer it in your browser, then save the page again.',
    shown: 'Answer it here, then clip the page.',
  },
  login: {
    code: 'login_required',
    what: 'a login or an offer to subscribe',
    fetched: 'Log in with your browser, save the page there, and clip the file.',
    handedIn: 'Log in with your browser, then save the page again.',
    shown: 'Log in here, then clip the page.',
  },
};

/** @throws LibraryError not_found, unreachable, refused_by_site, login_required; `details.standIn` says what it is */
export function refuseStandIn(
  { standIn, needsScripts }: Pick<ParsedPage, 'standIn' | 'needsScripts'>,
  { fileName, url, anyway, shown }: Pick<ClipSource, 'fileName' | 'url' | 'anyway' | 'shown'>,
): void {
  // Words that somebody chose of a page are wanted, whatever they look like.
  if (standIn === undefined || anyway || shown?.isPart) return;
  const refusal = refusals[standIn];
  const { code, what: usual, handedIn } = refusal;
  const fetched = shown ? refusal.shown : refusal.fetched;
  const what =
    needsScripts && standIn === 'check'
      ? 'a check for robots, or a page that scripts would have to fill,'
      : usual;
  const host = url === null ? null : parseHttpUrl(url)?.host;
  const sentence =
    fileName === null && host
      ? `“${host}” shows ${what} in place of the page. ${fetched}`
      : `${fileName === null ? 'What was pasted' : `“${fileName}”`} holds ${what} in place of an article. ${handedIn}`;
  throw new LibraryError(code, sentence, { standIn });
}
