// Which removed and added paragraphs are one that was changed: those with most of their words in common, in order.
import { hasWord, tokensOf } from './tokens.ts';

/** How far ahead a paragraph is looked for: what was put in between is seldom longer. */
const WINDOW = 20;
/** The share of words in common from which on two paragraphs are one. */
const ENOUGH = 0.45;
/** What each paragraph that is passed over counts. */
const PASSED_OVER = 0.01;

export interface Pair {
  readonly from: number;
  readonly to: number;
}

/** @returns positions in the two lists, ascending in both */
export function pairParagraphs(from: readonly string[], to: readonly string[]): Pair[] {
  const bags = to.map(bagOf);
  const pairs: Pair[] = [];
  let next = 0;
  from.forEach((paragraph, at) => {
    const bag = bagOf(paragraph);
    let best = { share: 0, at: -1 };
    for (let other = next; other < Math.min(to.length, next + WINDOW); other++) {
      const share = shareOf(bag, bags[other] as Bag) - (other - next) * PASSED_OVER;
      if (share > best.share) best = { share, at: other };
    }
    if (best.share < ENOUGH) return;
    pairs.push({ from: at, to: best.at });
    next = best.at + 1;
  });
  return pairs;
}

/** How often each word stands in a paragraph. */
interface Bag {
  readonly size: number;
  readonly words: ReadonlyMap<string, number>;
}

function bagOf(paragraph: string): Bag {
  const words = new Map<string, number>();
  let size = 0;
  for (const token of tokensOf(paragraph)) {
    if (!hasWord(token)) continue;
    words.set(token, (words.get(token) ?? 0) + 1);
    size++;
  }
  return { size, words };
}

function shareOf(a: Bag, b: Bag): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  // So much longer, it cannot have enough in common.
  if ((2 * small.size) / (small.size + large.size) < ENOUGH) return 0;
  let common = 0;
  for (const [word, count] of small.words) common += Math.min(count, large.words.get(word) ?? 0);
  return (2 * common) / (a.size + b.size);
}
