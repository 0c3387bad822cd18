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

const HAS_UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

/** About how many words a single line has, for a tenth of the time. For comparing, never for showing. */
export function estimateWords(line: string): number {
  if (line === '') return 0;
  if (HAS_UNSPACED.test(line)) return countWords(line);
  let words = 1;
  for (let at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', at + 1)) words++;
  return words;
}
