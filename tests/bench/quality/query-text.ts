// How people type what they look for, and whether a word stands in a text.

const patterns = new Map<string, RegExp>();

/** Whether a word stands in a text; where no spaces are written, anywhere. */
export function hasWord(text: string, word: string): boolean {
  const pattern = patterns.get(word) ?? patternOf(word);
  patterns.set(word, pattern);
  return pattern.test(text);
}

function patternOf(word: string): RegExp {
  const letter = /\p{Script=Han}/u.test(word) ? '(?!)' : '[\\p{L}\\p{N}\\p{M}]';
  return new RegExp(`(?<!${letter})${word}(?!${letter})`, 'iu');
}

/** Small letters, and no 的 that nothing follows. */
export const typed = (words: readonly string[]): string =>
  words.map((word) => word.toLowerCase().replace(/的$/, '')).join(' ');

/** Without the punctuation around words. */
export const bare = (piece: string): string =>
  piece
    .replace(/[.,:;!?«»„“”"()。，：；！？—]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    // й is a letter of its own.
    .replace(/(?<!и)\p{M}/gu, '')
    .normalize('NFC');
