// The words that stand in most articles, of any number of them.

import type { WordCount } from './vocabulary.ts';
import { byUnits } from './vocabulary-chunks.ts';

/** The most frequent first, equal ones by the alphabet. */
export function mostFrequent(words: readonly WordCount[], limit: number): WordCount[] {
  let least = 0;
  let best: WordCount[] = [];
  for (const each of words) {
    if (each.count < least) continue;
    best.push(each);
    // Sorted now and then only: a letter begins tens of thousands of words.
    if (best.length >= 8 * limit) {
      best = best.sort(byFrequency).slice(0, limit);
      least = best.at(-1)?.count ?? 0;
    }
  }
  return best.sort(byFrequency).slice(0, limit);
}

const byFrequency = (a: WordCount, b: WordCount): number =>
  b.count - a.count || byUnits(a.word, b.word);
