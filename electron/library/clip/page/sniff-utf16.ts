// Tells text in UTF-16 by its pattern of NUL bytes, with or without a byte order mark.

/**
 * @param bytes the beginning of a file
 * @returns the encoding's label, or null for anything that is not UTF-16 by its looks
 */
export function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const units = Math.min(bytes.length, 2048) >> 1;
  if (units < 2) return null;
  let low = 0;
  let high = 0;
  let both = 0;
  for (let i = 0; i < units; i++) {
    const first = bytes[2 * i] === 0;
    const second = bytes[2 * i + 1] === 0;
    if (first && second) both++;
    else if (second) low++;
    else if (first) high++;
  }
  // Markup and spaces are ASCII in every script, so that a good part of the units has one NUL, always on one side.
  if (both > 0) return null;
  if (low > units * 0.2 && high < low * 0.02) return 'utf-16le';
  if (high > units * 0.2 && low < high * 0.02) return 'utf-16be';
  return null;
}
