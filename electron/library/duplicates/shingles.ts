// A text as the set of its runs of words: what two texts have in common is counted in those.
import { normalise } from '../search/normalise.ts';

/** Words in a run; of Han and Kana, characters. Shorter ones are common to all texts of a language. */
const RUN = 4;
/** Thai, Lao, Khmer and Burmese come as pairs of characters, of which four are one word. */
const RUN_OF_PAIRS = 10;
/** A shorter text has too few runs to be nearly the same: it is the same, or another. */
const FEWEST_WORDS = 50;
const SPACE = 32;

/**
 * Hashes of the runs of words, each once. Case, accents, punctuation and ways of encoding do not matter. A short text is
 * one run, and none without words.
 */
export function shinglesOf(text: string): Uint32Array {
  const folded = normalise(text);
  const words = hashesOfWords(folded);
  if (words.length < FEWEST_WORDS) {
    return words.length === 0
      ? new Uint32Array()
      : Uint32Array.of(hashOfRun(words, 0, words.length));
  }
  const length = isOfPairs(folded) ? RUN_OF_PAIRS : RUN;
  const runs = new Set<number>();
  for (let at = 0; at + length <= words.length; at++) runs.add(hashOfRun(words, at, at + length));
  return Uint32Array.from(runs);
}

/** What two texts have in common of all that they have (Jaccard), 0..1. */
export function similarity(one: Uint32Array, other: Uint32Array): number {
  if (one.length === 0 || other.length === 0) return 0;
  const runs = new Set(one);
  let common = 0;
  for (const run of other) if (runs.has(run)) common++;
  return common / (one.length + other.length - common);
}

/** Whether most of a text is in such a writing. */
function isOfPairs(folded: string): boolean {
  let count = 0;
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    const isThaiOrLao = unit >= 0x0e00 && unit <= 0x0eff;
    const isBurmese = unit >= 0x1000 && unit <= 0x109f;
    const isKhmer = unit >= 0x1780 && unit <= 0x17ff;
    if (isThaiOrLao || isBurmese || isKhmer) count++;
  }
  return count * 2 > folded.length;
}

/** @param folded words between single spaces */
function hashesOfWords(folded: string): number[] {
  const words: number[] = [];
  let hash = 0;
  let isInside = false;
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    if (unit === SPACE) {
      if (isInside) words.push(hash);
      isInside = false;
      continue;
    }
    hash = Math.imul((isInside ? hash : 0x811c9dc5) ^ unit, 0x01000193);
    isInside = true;
  }
  if (isInside) words.push(hash);
  return words;
}

function hashOfRun(words: readonly number[], from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = spread(Math.imul(hash, 31) + (words[at] as number));
  return hash >>> 0;
}

/** Every bit of the input moves every bit of the output (the last step of MurmurHash3). */
function spread(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
