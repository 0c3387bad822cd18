// Decides which links may leave for the system's browser or mail program. No Electron here.
import { LibraryError } from '#contract/errors.ts';

/** Of a mailto link: what fills in a letter. `attach` makes some mail programs send files. */
const letterFields = new Set(['to', 'cc', 'bcc', 'subject', 'body', 'in-reply-to']);

/**
 * SECURITY: what the system opens may start any program that registered itself for a scheme, so only three schemes pass,
 * parsed (never compared as text), and none with a user name in it, which is how one site poses as another.
 * @returns the address to open, in the spelling of the URL parser
 * @throws not_allowed
 */
export function outsideLink(link: string): string {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!url) throw refused('it is not an address');
  switch (url.protocol) {
    case 'http:':
    case 'https:':
      if (url.username || url.password) throw refused('it carries a user name');
      return url.href;
    case 'mailto:':
      return plainLetter(url);
    default:
      throw refused('only web pages and mail addresses can be opened');
  }
}

function plainLetter(url: URL): string {
  const letter = new URL(url);
  for (const field of new Set(url.searchParams.keys())) {
    if (!letterFields.has(field.toLowerCase())) letter.searchParams.delete(field);
  }
  // URLSearchParams writes a space as "+", which mail programs show as a plus.
  letter.search = letter.searchParams.toString().replaceAll('+', '%20');
  return letter.href;
}

const refused = (why: string) =>
  new LibraryError('not_allowed', `This link was not opened: ${why}.`);
