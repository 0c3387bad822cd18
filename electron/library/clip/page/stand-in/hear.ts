// What the lines of a page say as a page of some kind does, and how many of their words have nothing to do with it.
import { estimateWords } from '../word-count.ts';
import { saysOnly } from './headings.ts';
import type { Line } from './lines.ts';
import { sentencesOf, unquoted } from './sentences.ts';
import type { Wording } from './wording.ts';
import { CONSENT } from './words-consent.ts';

/** What a word weighs in a sentence that has to do with it. */
const LOOSELY = 0.4;
/** Who speaks to a visitor is brief; only questions for consent are not. */
const LONGEST_SAYING = 27;

interface Heard {
  /** Sentences that speak as such a page does. */
  readonly said: number;
  readonly saidWords: number;
  /** Words that have nothing to do with it. */
  readonly other: number;
}

export function hear(wording: Wording, lines: readonly Line[]): Heard {
  const isConsent = wording === CONSENT;
  const said = new Set<string>();
  let saidWords = 0;
  let other = 0;
  for (const { text, words, heading } of lines) {
    const sentences = sentencesOf(text);
    const all = sentences.reduce((sum, one) => sum + estimateWords(one), 0);
    for (const one of sentences) {
      const own = (estimateWords(one) * words) / Math.max(1, all);
      const isBrief = isConsent || estimateWords(one) <= LONGEST_SAYING;
      if (isBrief && wording.says(isConsent ? one : unquoted(one))) {
        if (heading !== 1) said.add(one);
        saidWords += own;
      } else if (heading === 0 || !saysOnly(wording, one)) {
        other += isBrief && wording.loose.test(one) ? own * LOOSELY : own;
      }
    }
  }
  return { said: said.size, saidWords, other };
}
