// Tags that similar articles have: found by what the articles are about, never what everything carries, nor what it has already.
import { describe, expect, it } from 'vitest';
import { vocabularyBuild } from '#library/search/vocabulary-build.ts';
import { transaction } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

const HARBOUR =
  'The pilot brings the schooner past the breakwater into the harbour basin at high tide.';
const GARDEN = 'The gardener prunes the espaliered pear against the orchard wall before the frost.';
const subjects = { HARBOUR, GARDEN };

async function library() {
  const context = await makeContext();
  const put = (subject: keyof typeof subjects, tags: string[], at: number) =>
    insertWholeArticle(context, {
      title: `${subject} ${at}`,
      text: `${subjects[subject]} Number ${at}. ${'Some more words to read here. '.repeat(4)}`,
      tags,
    });
  transaction(context.db, () => {
    for (let at = 0; at < 4; at++) {
      put(
        'HARBOUR',
        ['everything', 'sea', ...(at < 2 ? ['boats'] : []), ...(at < 1 ? ['once'] : [])],
        at,
      );
      put('GARDEN', ['everything', 'plants'], at);
    }
    for (let at = 0; at < 40; at++) {
      insertWholeArticle(context, {
        text: `Entirely other matters, number ${at}.`,
        tags: ['everything'],
      });
    }
  });
  const fresh = put('HARBOUR', [], 99);
  const vocabulary = vocabularyBuild(context.db);
  while (!vocabulary.step());
  return { context, fresh };
}

describe('suggested tags', () => {
  it('are those of articles about the same, with how many of them have each', async () => {
    const { context, fresh } = await library();
    const { client } = context;
    expect(await client['tags.suggest']({ uid: fresh.uid })).toEqual([
      { name: 'sea', similar: 4 },
      { name: 'boats', similar: 2 },
    ]);
    expect((await client['articles.get']({ uid: fresh.uid })).tags).toEqual([]);
    await client['tags.add']({ uids: [fresh.uid], name: 'SEA' });
    expect(await client['tags.suggest']({ uid: fresh.uid })).toEqual([
      { name: 'boats', similar: 2 },
    ]);
  });

  it('are none where nothing is like it', async () => {
    const { context } = await library();
    const odd = insertWholeArticle(context, { text: 'Quaternions rotate vectors.' });
    expect(await context.client['tags.suggest']({ uid: odd.uid })).toEqual([]);
  });
});
