// The words by which a place in the reader text is found again, also after the text around them has changed.

const LENGTH = 120;
/** Where not all of the words are there any more, this many characters of them still say where one was. */
const PIECE = /.{16,28}(?=\s|$)|.{1,24}/gu;
const LEAST_PIECE = 12;

/** @returns the words from an offset on, white space as one space */
export function wordsAt(text: string, offset: number): string {
  const isCut = offset > 0 && !/\s/.test(text[offset - 1] ?? ' ');
  // White space can be half of a text.
  const rest = collapsed(text.slice(offset, offset + LENGTH * 4));
  // The edge of the window cuts words in two. Writing without spaces has no words to begin with.
  return (isCut ? rest.slice(rest.indexOf(' ') + 1) : rest).slice(0, LENGTH);
}

/**
 * @param about where the place is most likely; of several the nearest is meant
 * @returns the offset of the words, or of the first piece of them that is still there; null where nothing is
 */
export function findWords(text: string, words: string, about: number): number | null {
  const wanted = collapsed(words);
  if (wanted === '') return null;
  const whole = nearest(text, wanted, about);
  if (whole !== null) return whole;
  for (const [piece] of wanted.matchAll(PIECE)) {
    const part = piece.trim();
    const found = part.length >= LEAST_PIECE ? nearest(text, part, about) : null;
    if (found !== null) return found;
  }
  return null;
}

function nearest(text: string, wanted: string, about: number): number | null {
  const pattern = wanted
    .split(' ')
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('\\s+');
  let best: number | null = null;
  for (const { index } of text.matchAll(new RegExp(pattern, 'g'))) {
    if (best === null || Math.abs(index - about) < Math.abs(best - about)) best = index;
  }
  return best;
}

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();
