// Words that are spelled otherwise than they were typed are found in the few characters around what folding changes.
import { expect, test } from 'vitest';
import { needleOf } from '#library/search/needles.ts';
import { parseQuery } from '#library/search/parse-query.ts';
import { findPlaces } from '#library/search/places.ts';
import { isTextTerm } from '#library/search/query-tree.ts';
import { TextToSearch } from '#library/search/text-to-search.ts';
import { randomOf } from '../../support/corpus.ts';

const needlesOf = (query: string) =>
  parseQuery(query).root.of.flatMap((node) => (isTextTerm(node) ? [needleOf(node)] : []));

/** Stands nowhere, and has more of each text folded than a word needs. */
const PHRASE = '"no such phrase anywhere"';

const spansOf = (text: string, query: string) =>
  findPlaces(new TextToSearch(text), needlesOf(query))
    .map(({ start, end }) => text.slice(start, end))
    .sort();

test('a word is found in little of a text as in much of it', () => {
  const random = randomOf(11);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const words = [
    'resume',
    'résumé',
    'RÉSUME\u0301',
    're\u00adsumé',
    'ﬁn',
    'straße',
    'x'.repeat(60),
  ];
  const gaps = [' ', '\n', '’', '-', '\u200b', ' 書 ', ' ไทย ', `${'é'.repeat(300)} `];
  let found = 0;
  for (let run = 0; run < 300; run++) {
    const length = 1 + Math.floor(random() * 40);
    const text = Array.from({ length }, () => pick(words) + pick(gaps)).join('');
    for (const query of ['resume', 'fin', 'strasse', '*esum*', 'resu*']) {
      const spans = spansOf(text, query);
      found += spans.length;
      expect(spans).toEqual(spansOf(text, `${query} ${PHRASE}`));
    }
  }
  expect(found).toBeGreaterThan(1000);
});
