// Words that stand together make a better match than the same words far apart.
import { expect, test } from 'vitest';
import { makeSearchable } from './searchable.ts';

const far = 'a b c d e f g h i j k l m n o p';
const articles = {
  // More of each word, but never together.
  Apart: { text: `Lantern ${far} attic ${far} lantern ${far} attic.` },
  Together: { text: `${far} The attic had, of all things, a lantern. ${far} ${far} ${far}` },
  Row: { text: `${far} One attic lantern. ${far} ${far} ${far}` },
};

test('puts words in a row before words that are close, and those before the rest', async () => {
  const { find } = await makeSearchable(articles);
  expect(await find('attic lantern')).toEqual(['Row', 'Together', 'Apart']);
  // In the other order nothing stands in a row.
  expect((await find('lantern attic')).at(-1)).toBe('Apart');
  expect(await find('lantern')).toEqual(['Apart', 'Row', 'Together']);
});

test('does so in the exact answer, too, and beside filters', async () => {
  const { find, context } = await makeSearchable(articles);
  const { hits } = await context.client['search.exact']({ text: 'attic lantern' });
  expect(hits.map(({ article }) => article.title)).toEqual(['Row', 'Together', 'Apart']);
  expect(hits.map(({ score }) => score)).toEqual(
    hits.map(({ score }) => score).toSorted((a, b) => b - a),
  );
  expect(await find('attic lantern -zebra is:unread')).toEqual(['Row', 'Together', 'Apart']);
  expect(await find('attic lantern -row')).toEqual(['Together', 'Apart']);
});
