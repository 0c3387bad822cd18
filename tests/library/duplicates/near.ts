// Texts that are nearly the same, made from a seed, for the tests of duplicates.
import { type Corpus, makeCorpus } from '../../support/corpus.ts';
import { diceOf } from '../../support/mutate/dice.ts';

const corpora = new Map<string, Corpus>();

/** An article of its own in one language. */
export function ownText(lang: string, at: number): string {
  const corpus = corpora.get(lang) ?? makeCorpus(7, [lang]);
  corpora.set(lang, corpus);
  return `${corpus.article(3 * at).text}\n\n${corpus.article(3 * at + 1).text}`;
}

/** @param share of the words that are others, 0..1; of a text in writing without spaces, of the characters */
export function withOtherWords(text: string, share: number, seed: number): string {
  const dice = diceOf(seed);
  const pieces =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|./gsu) ??
    [];
  const words = pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return pieces
    .map((piece) => (/[\p{L}\p{N}]/u.test(piece) && dice.chance(share) ? dice.pick(words) : piece))
    .join('');
}
