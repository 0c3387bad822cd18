// Many needles looked for at once are found where each is found alone.
import { describe, expect, it } from 'vitest';
import { findNeedles } from '#library/search/find-needles.ts';
import { findQuickly, needleOf } from '#library/search/needles.ts';
import { parseQuery } from '#library/search/parse-query.ts';
import { isTextTerm } from '#library/search/query-tree.ts';
import { randomOf } from '../../support/corpus.ts';

const needlesOf = (query: string) =>
  parseQuery(query).root.of.flatMap((node) => (isTextTerm(node) ? [needleOf(node)] : []));

const LIMIT = 5;
const alone = (text: string, needles: ReturnType<typeof needlesOf>) =>
  needles.map((needle) => findQuickly(text, needle, LIMIT));

describe('many at once', () => {
  it.each([
    ['one that is the beginning of another', 'theme them the', 'Them, the theme. THEMES; a theme'],
    ['the same twice', 'owl owl Owl', 'An owl; two owls. OWL'],
    [
      'with beginnings, parts and phrases',
      'ow* *ow* "an owl" owl',
      'An owl, a cow, owls and an  owl',
    ],
    ['beside other scripts', 'owl 梟 нет', '梟owl梟 нет-owl Нет'],
    ['with marks', 'café cafe über', 'Café cafe CAFÉ uber Über'],
    ['with letters that a pattern takes for others', 'kelvin miss', 'Kelvin kelvin miſs miss'],
    ['and more often than is wanted', 'a b', `${'a '.repeat(20)}b`],
  ])('%s', (_, query, text) => {
    const needles = needlesOf(query);
    const found = findNeedles(text, needles, LIMIT);
    expect(found.flat().length).toBeGreaterThan(0);
    // A letter that only a pattern takes for another is left to folding.
    const ofLetters = (spans: { start: number; end: number }[]) =>
      spans.filter(({ start, end }) => !/[\u212aſ]/u.test(text.slice(start, end)));
    expect(found.map(ofLetters)).toEqual(alone(text, needles).map(ofLetters));
  });

  it('whatever the text and the words', () => {
    const random = randomOf(7);
    const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
    const letters = ['a', 'b', 'A', 'é', '1', ' ', ' ', '-', '中', 'ก'];
    const make = (most: number) =>
      Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(letters)).join('');
    let total = 0;
    for (let run = 0; run < 2000; run++) {
      const needles = needlesOf(`${make(3)} ${make(2)} ${make(2)}`);
      const text = make(60);
      const found = findNeedles(text, needles, LIMIT);
      total += found.flat().length;
      expect({ text, found }).toEqual({ text, found: alone(text, needles) });
    }
    expect(total).toBeGreaterThan(2000);
  });
});
