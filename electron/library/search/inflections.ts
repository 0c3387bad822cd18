// Other forms of a word, as they stand in the library: „Leuchttürme“ for „Leuchtturm“. The index holds words as they are,
// so that what was typed is found exactly; its forms are looked up beside it.

import { type ReadDb, statement } from '../storage/database.ts';
import { attachedForms, type FormsOf } from './attached-words.ts';
import { type Stemmer, stemmers } from './stemmers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Shorter words, and what is left of them, are the beginning of everything. */
const LEAST_LETTERS = 4;
const LEAST_STEM = 3;
/** Nobody's endings are longer. */
const LONGEST_ENDING = 6;
const MAX_FORMS = 16;
const MAX_LANGUAGES = 6;
/** Words whose forms are remembered: each is asked for with every letter that is typed behind it. */
const MAX_REMEMBERED = 500;
/** Among so many of the newest articles it is looked for languages, and such a share must be in one. */
const SAMPLED = 1000;
const LEAST_SHARE = 0.02;

/** @returns forms of a folded word without itself, the most frequent first */
export type Inflections = (word: string) => readonly string[];

const known = new WeakMap<Vocabulary, Inflections>();

/** By the languages of the library's articles, since a query tells none. */
export function inflectionsOf(db: ReadDb, vocabulary: Vocabulary): Inflections {
  const before = known.get(vocabulary);
  if (before) return before;
  const inflections = inflectionsIn(vocabulary, findLanguages(db));
  known.set(vocabulary, inflections);
  return inflections;
}

/** @param languages first parts of language tags */
export function inflectionsIn(
  vocabulary: Pick<Vocabulary, 'beginningWith' | 'count'>,
  languages: readonly string[],
): Inflections {
  const ways = [...new Set(languages)].flatMap((lang) => formsIn(lang) ?? []);
  const remembered = new Map<string, readonly string[]>();
  return (word) => {
    const before = remembered.get(word);
    if (before) return before;
    const forms = new Set(ways.flatMap((formsOf) => formsOf(word, vocabulary)));
    forms.delete(word);
    const found = [...forms].slice(0, MAX_FORMS);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(word, found);
    return found;
  };
}

/** @returns undefined for a language of which nothing is known, and for one whose words have one form */
function formsIn(lang: string): FormsOf | undefined {
  const stemmer = stemmers.get(lang);
  return stemmer ? formsBy(stemmer) : attachedForms.get(lang);
}

const formsBy =
  ({ script, stem }: Stemmer): FormsOf =>
  (word, vocabulary) => {
    if (word.length < LEAST_LETTERS || !script.test(word)) return [];
    const stemmed = stem(word);
    if (stemmed.length < LEAST_STEM) return [];
    return vocabulary.beginningWith(commonBeginning(word, stemmed)).filter((one) => {
      if (one.length > stemmed.length + LONGEST_ENDING) return false;
      const other = stem(one);
      // Rules at times take a bare word for one with an ending: that of чемоданов is чемодан, that of чемодан less.
      return other === stemmed || other === word || one === stemmed;
    });
  };

/** What every form begins with: not always the stem, as that of “galaxy” is “galaxi”. */
function commonBeginning(word: string, stemmed: string): string {
  let same = 0;
  while (same < stemmed.length && word[same] === stemmed[same]) same++;
  return word.slice(0, Math.max(LEAST_STEM, same - 1));
}

/** The most frequent first. */
function findLanguages(db: ReadDb): string[] {
  const rows = statement<{ lang: string; count: number }>(
    db,
    `SELECT lang, count(*) AS count FROM
        (SELECT lang FROM article WHERE lang IS NOT NULL ORDER BY id DESC LIMIT ${SAMPLED})
      GROUP BY lang`,
  ).all();
  const counts = new Map<string, number>();
  for (const { lang, count } of rows) {
    const primary = lang.split('-', 1)[0]?.toLowerCase() ?? '';
    counts.set(primary, (counts.get(primary) ?? 0) + count);
  }
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  return [...counts]
    .filter(([lang, count]) => formsIn(lang) !== undefined && count >= LEAST_SHARE * all)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_LANGUAGES)
    .map(([lang]) => lang);
}
