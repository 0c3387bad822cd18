// Finds many needles in text as it is at once. A word is looked for in all its forms, of which most stand nowhere: one
// pattern for all of them goes through a text as quickly as one for the first.
import { endsWord, findQuickly, type Needle, type Span } from './needles.ts';

/** Needles that are one word each, and the others. */
interface Sorted {
  /** The longest first, so that what it finds is no beginning of another one that stands there. */
  readonly words: RegExp | null;
  /** Numbers of the words by their spelling in small letters. */
  readonly numbers: ReadonlyMap<string, readonly number[]>;
  readonly others: readonly number[];
}

/** By the list itself: a search looks for the same one in every text. */
const sorted = new WeakMap<readonly Needle[], Sorted>();

/** @returns for each needle where it stands as typed or as folded, up to `limit` times */
export function findNeedles(text: string, needles: readonly Needle[], limit: number): Span[][] {
  const { words, numbers, others } = sort(needles);
  const found: Span[][] = needles.map(() => []);
  for (const number of others) {
    found[number] = findQuickly(text, needles[number] as Needle, limit);
  }
  if (!words) return found;
  words.lastIndex = 0;
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const [spelling] = match;
    const span = { start: match.index, end: match.index + spelling.length };
    if (!endsWord(text, span.start - 1) || !endsWord(text, span.end)) continue;
    for (const number of numbers.get(spelling.toLowerCase()) ?? []) {
      const places = found[number] as Span[];
      if (places.length < limit) places.push(span);
    }
  }
  return found;
}

function sort(needles: readonly Needle[]): Sorted {
  const known = sorted.get(needles);
  if (known) return known;
  const numbers = new Map<string, number[]>();
  const others: number[] = [];
  for (const [number, needle] of needles.entries()) {
    const spellings = wordOf(needle);
    if (!spellings) others.push(number);
    for (const spelling of spellings ?? []) {
      const small = spelling.toLowerCase();
      const same = numbers.get(small);
      if (!same) numbers.set(small, [number]);
      else if (!same.includes(number)) same.push(number);
    }
  }
  const spellings = [...numbers.keys()].sort((a, b) => b.length - a.length);
  const words = spellings.length > 0 ? patternOf(spellings.join('|')) : null;
  const made = { words, numbers, others };
  sorted.set(needles, made);
  return made;
}

/** What was asked once is asked again soon, ranked exactly or after a change: compiling a pattern takes as long as one article. */
const patterns = new Map<string, RegExp>();
const MOST_PATTERNS = 50;

function patternOf(source: string): RegExp {
  const known = patterns.get(source);
  if (known) return known;
  const pattern = new RegExp(source, 'giu');
  if (patterns.size >= MOST_PATTERNS) patterns.clear();
  patterns.set(source, pattern);
  return pattern;
}

/** Latin letters and digits that stay as long in small letters, and are told alike by a pattern and by `toLowerCase`. */
const PLAIN = /^[\da-z]+$/i;

function wordOf({ pieces, inside, open }: Needle): readonly string[] | null {
  const [piece, ...more] = pieces;
  if (!piece || more.length > 0 || piece.loose || inside || open) return null;
  return piece.spellings.every((spelling) => PLAIN.test(spelling)) ? piece.spellings : null;
}
