// Foreign words and addresses for a place in markup that we write: they stay words and addresses, in HTML and in XML alike.

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** No XML may hold them, written as entities or not; nor may halves of a pair. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;

export const escapeMarkup = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** What an address may consist of (RFC 3986), beside the brackets of a host. */
const ODD_IN_ADDRESS = /[^\w.~:/?#@!$&'()*+,;=%-]|%(?![\da-f]{2})/gi;

/** An address that a person may follow from a file on a disk, to the letter of the standard; null for any other. */
export function webAddress(url: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { origin, username, pathname, search, hash } = new URL(url);
  // Who signs in by an address does not mean a stranger to follow it.
  if (username !== '') return null;
  const rest = `${pathname}${search}${hash.replace(/(?!^)#/g, '%23')}`;
  return `${origin}${rest.replace(ODD_IN_ADDRESS, (sign) => encodeURIComponent(sign))}`;
}
