// The longest queries, of every kind: each is answered, whatever it is made of.
import { expect, test } from 'vitest';
import { searchWithHelp as search } from '#library/search/search-instead.ts';
import { expectAnswers, longQuery } from './hostile-query.ts';
import { makeSearchable } from './searchable.ts';

// biome-ignore format: a list
const longOnes = [
  '"', 'OR ', '* ', 'a* ', '\0', '- ', '-', '(', 'tag: ', 'tag:x ', 'site:x.y ', '"a ', 'a"', '字', 'ก', 'e\u0301', 'ﷺ',
  'AND ', 'NOT ', 'a OR ', 'a b OR ', ')', '((a ', '(a) ', '(a OR b) ', '-(', '()', ') (', 'near:(', 'near:5(a b) ', 'tag:(', 'title:(a ',
  '*a* ', '*ab* ', 'is:x ', 'is:unread ', 'saved:7d ', 'words:>1 ', '-(a is:unread) ', '(is:starred OR a) ', 'lang:zz ', 'url:', 'sort:title ', 'a*b',
  '((((((((a OR b) c) OR d) e) OR f) g) OR h) i) ', '\u202e', '👨‍👩‍👧‍👦 ',
  '\ud800', 'word ', 'x', '*', '“', '.', ':', '😀', 'a-', '-a ', '-"a" ',
].map(longQuery);

test('answers a hundred thousand characters of anything', async () => {
  const { context } = await makeSearchable({
    Control: { text: 'A word and another, OR not.', tags: ['x'], site: 'x.y' },
    Long: longOnes.join(' '),
  });
  expectAnswers(context, longOnes);
  expect(search(context, 'another "or not"', { limit: 20 }).total).toBe(1);
});
