// Names of files in a zip: UTF-8 where that is said, or where it is valid; else the characters of MS-DOS, as zips began. Some programs of
// Windows write `\` between folders.

const HIGH =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

export function decodeZipName(bytes: Uint8Array, isUtf8: boolean): string {
  const text = Buffer.from(bytes).toString('utf8');
  if (isUtf8 || !text.includes('\ufffd')) return text;
  return [...bytes]
    .map((byte) => (byte < 128 ? String.fromCharCode(byte) : HIGH[byte - 128]))
    .join('');
}

/** A drive, the root, a step up. What no system could have as a file is a name here all the same: nothing is unpacked. */
const OUTSIDE = /^(?:\/|[a-z]:)|(?:^|\/)\s*\.\.\s*(?:\/|$)|\0/i;

/** @returns with `/`; null for what leads elsewhere, and for what is no name */
export function zipPath(name: string): string | null {
  const path = name.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  return path === '' || OUTSIDE.test(path) || Buffer.byteLength(path) > 1000 ? null : path;
}
