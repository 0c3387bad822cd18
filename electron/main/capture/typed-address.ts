// What was typed into the address field of the capture window, as an address of the web. No Electron here.
import { LibraryError } from '#contract/errors.ts';

/**
 * SECURITY: http and https alone, parsed and never compared as text; without a user name, which is how one site poses as another.
 * @throws LibraryError invalid_input, not_allowed
 */
export function typedAddress(typed: string): string {
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d+(?:[/?#]|$))/i.test(text);
  const address = hasScheme ? text : `${isNear(text) ? 'http' : 'https'}://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(address)) throw noAddress();
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new LibraryError(
      'not_allowed',
      `This window shows pages of the web: http and https addresses, not “${url.protocol.slice(0, 40)}”.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new LibraryError(
      'not_allowed',
      'The address holds a user name or password; leave it out.',
    );
  }
  // `word` alone is a name of nobody's.
  if (!hasScheme && !/[.:\]]/.test(url.hostname) && url.hostname !== 'localhost') throw noAddress();
  return url.href;
}

export const isWebAddress = (url: string): boolean =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** What stands on this machine, or in the next room, has no certificate as a rule. */
const isNear = (text: string): boolean =>
  /^(?:localhost|[\d.]+|\[[\da-f:.]+\])(?::|\/|$)/i.test(text);

const noAddress = (): LibraryError =>
  new LibraryError('invalid_input', 'This is no address of a web page.');
