// Makes a name for a file out of the title of an article, which is text of a stranger: one name, valid on every system,
// that does not pretend to be something else.

/** Most file systems end at 255 bytes; ending and the mark of a temporary file come on top. */
const MAX_BYTES = 180;

/** What some system gives a meaning: separators, drives, wildcards, quotes, pipes. */
const MEANINGFUL = /[/\\:*?"<>|]/g;

/**
 * Controls, line ends, and what is not seen: marks that turn the direction round would make `gpj.exe` out of `exe.jpg`.
 * Joiners stay, since emoji and Persian need them.
 */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/** Devices of Windows, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * @param ending with its dot: `.pdf`
 * @returns never empty, never hidden, at most 180 bytes and the ending
 */
export function fileNameOf(title: string, ending: string): string {
  const plain = title
    .normalize('NFC')
    .replace(UNSEEN, ' ')
    .replace(MEANINGFUL, ' ')
    .replace(/\s+/g, ' ')
    // A leading dot hides a file, a leading hyphen is an option to a command; Windows drops dots and spaces at the end.
    .replace(/^[\s.~-]+/, '');
  const name = cut(plain).replace(/[\s.]+$/, '');
  return `${DEVICE.test(name) ? '_' : ''}${name || 'Article'}${ending}`;
}

/** Whole characters as they are seen, as many as there is room for. */
function cut(text: string): string {
  const encoder = new TextEncoder();
  let room = MAX_BYTES;
  let kept = '';
  // A title has no limit; what is beyond a thousand letters cannot be in the name.
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, 1000))) {
    room -= encoder.encode(segment).byteLength;
    if (room < 0) break;
    kept += segment;
  }
  return kept;
}
