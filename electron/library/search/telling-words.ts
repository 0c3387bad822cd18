// The words that tell an article from others: those it says often and few others say at all.
import { isAlone } from './fold-table.ts';
import { normaliseMapped } from './normalise.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface TellingWord {
  /** In the index form; two characters in a row where the script writes no spaces. */
  readonly tokens: readonly string[];
  /** As it stands in the article where it occurs first. */
  readonly written: string;
  /** Articles that hold it, at most. */
  readonly count: number;
}

/** More of a text says nothing new about it. */
const MAX_LENGTH = 200_000;
const MAX_WORDS = 14;
/** In fewer than two articles it leads nowhere; in more than this share it tells nothing. */
const MAX_SHARE = 0.02;
/** Of a small library a share is nothing; but what half of it says tells nothing either. */
const MAX_COUNT_ANYWAY = 5;
const MAX_SHARE_ANYWAY = 0.5;
/** What all of them together may cost: a common word's worth of matches. */
const MAX_MATCHES = 20_000;
const MIN_LETTERS = 3;
/** Among fewer articles no word has proved that it is rare; the short ones are those that every text is made of. */
export const SMALL_LIBRARY = 30;
const MIN_LETTERS_OF_SMALL = 5;
const MAX_LETTERS = 40;

/** @param all how many articles there are */
export function tellingWords(text: string, words: Vocabulary, all: number): TellingWord[] {
  const most = Math.max(2, Math.min(MAX_COUNT_ANYWAY, all * MAX_SHARE_ANYWAY), all * MAX_SHARE);
  const minLetters = all < SMALL_LIBRARY ? MIN_LETTERS_OF_SMALL : MIN_LETTERS;
  const weighed = candidatesOf(text.slice(0, MAX_LENGTH), minLetters).flatMap((each) => {
    const count = Math.min(...each.tokens.map((token) => words.count(token)));
    if (count < 2 || count > most) return [];
    return [{ ...each, count, weight: (1 + Math.log(each.times)) * Math.log(1 + all / count) }];
  });
  const chosen: TellingWord[] = [];
  let matches = 0;
  for (const each of weighed.toSorted((a, b) => b.weight - a.weight)) {
    if (matches + each.count > MAX_MATCHES) continue;
    matches += each.count;
    const { tokens, written, count } = each;
    if (chosen.push({ tokens, written, count }) === MAX_WORDS) break;
  }
  return chosen;
}

interface Candidate {
  readonly tokens: readonly string[];
  readonly written: string;
  times: number;
}

function candidatesOf(text: string, minLetters: number): Candidate[] {
  const { text: folded, offsets } = normaliseMapped(text);
  const found = new Map<string, Candidate>();
  let last: { token: string; start: number; end: number } | null = null;
  let start = 0;
  while (start < folded.length) {
    const space = folded.indexOf(' ', start);
    const end = space < 0 ? folded.length : space;
    const token = folded.slice(start, end);
    const inRow: boolean = last !== null && isAlone(token) && isAlone(last.token);
    const from = inRow && last ? last.start : start;
    const tokens = inRow && last ? [last.token, token] : [token];
    if (inRow ? isTogether(last?.end, start) : isTelling(token, minLetters)) {
      const key = tokens.join(' ');
      const known = found.get(key);
      if (known) known.times++;
      else {
        const written = text.slice(offsets[from], offsets[end]).trim();
        found.set(key, { tokens, written, times: 1 });
      }
    }
    last = token === '' ? null : { token, start, end };
    start = end + 1;
  }
  return [...found.values()];

  function isTogether(before: number | undefined, next: number): boolean {
    // Punctuation between them would make them two words.
    return before !== undefined && (offsets[next] ?? 0) - (offsets[before - 1] ?? 0) <= 2;
  }
}

const isTelling = (token: string, minLetters: number): boolean =>
  token.length >= minLetters &&
  token.length <= MAX_LETTERS &&
  /\p{L}/u.test(token) &&
  !/\p{N}{3}/u.test(token);
