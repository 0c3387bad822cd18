// Names of files in a zip: UTF-8 where that is said, or where it is valid; else the characters of MS-DOS, as zips began.

const HIGH =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

export function decodeZipName(bytes: Uint8Array, isUtf8: boolean): string {
  const text = Buffer.from(bytes).toString('utf8');
  if (isUtf8 || !text.includes('\ufffd')) return text;
  return [...bytes]
    .map((byte) => (byte < 128 ? String.fromCharCode(byte) : HIGH[byte - 128]))
    .join('');
}
