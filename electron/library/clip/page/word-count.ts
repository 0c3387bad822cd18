// How long a text is, in words, whatever its script.

const WORDS = /[\p{L}\p{N}\p{M}]+(?:['’\-.·][\p{L}\p{N}\p{M}]+)*/gu;
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/gu;
const NO_LETTER = /^[^\p{L}\p{N}]+$/u;

/**
 * Runs of letters and digits are words. Scripts written without spaces count two characters as a word,
 * which is about what their readers need the time of one for.
 */
export function countWords(text: string): number {
  let unspaced = 0;
  const spaced = text.replace(UNSPACED, (character) => {
    if (!NO_LETTER.test(character)) unspaced++;
    return ' ';
  });
  let words = 0;
  for (const _ of spaced.matchAll(WORDS)) words++;
  return words + Math.ceil(unspaced / 2);
}
