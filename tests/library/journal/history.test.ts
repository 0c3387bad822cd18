// The history: what each step did, to which articles, and the way to any of them, after a restart as before.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { textParser } from '../../support/make-ports.ts';
import { tempDir } from '../../support/temp-dir.ts';

describe('the history', () => {
  it('says what each step did, and to which articles', async () => {
    const context = await makeContext();
    const { client, ports } = context;
    const [a, b] = ['Harbours', 'Gardens'].map(
      (title) => insertWholeArticle(context, { title }).uid,
    ) as [never, never];
    await client['articles.star']({ uids: [a], starred: true });
    ports.clock.tick();
    await client['tags.add']({ uids: [a, b], name: 'new' });
    await client['notes.save']({ uid: b, markdown: 'x' });
    const { uid: collection } = await client['collections.add']({ name: 'Sea' });
    await client['collections.put']({ uids: [a], uid: collection });
    const anchor = { quote: 'words', prefix: '', suffix: '', start: 5, end: 10 };
    const { highlight } = await client['highlights.add']({ uid: b, colour: 'green', anchor });
    await client['highlights.change']({ uids: [highlight.uid], colour: 'pink' });
    await client['journal.undo']({});

    const { steps, next } = await client['journal.list']({});
    const titles = steps.map(({ articles }) => articles.map(({ title }) => title));
    expect(next).toBeNull();
    expect(steps.map(({ kind, isUndone }) => [kind, isUndone])).toEqual([
      ['recolour', true],
      ['highlight', false],
      [expect.any(String), false],
      ['make-collection', false],
      ['write-note', false],
      ['tag', false],
      ['star', false],
    ]);
    expect(titles).toEqual([
      ['Gardens'],
      ['Gardens'],
      ['Harbours'],
      [],
      ['Gardens'],
      ['Harbours', 'Gardens'],
      ['Harbours'],
    ]);
    expect(steps.at(-1)).toMatchObject({ count: 1, at: ports.clock.now() - 1000 });
  });

  it('comes in pages', async () => {
    const context = await makeContext();
    const { client } = context;
    const { uid } = insertWholeArticle(context);
    for (let at = 0; at < 5; at++) {
      await client['articles.star']({ uids: [uid], starred: at % 2 === 0 });
    }
    const first = await client['journal.list']({ limit: 3 });
    const second = await client['journal.list']({ limit: 3, after: first.next as never });
    expect([first.steps.length, second.steps.length, second.next]).toEqual([3, 2, null]);
    expect(new Set([...first.steps, ...second.steps].map((step) => step.uid)).size).toBe(5);
  });

  it('can be gone back to anywhere, and forward again', async () => {
    const context = await makeContext();
    const { client } = context;
    const { uid } = insertWholeArticle(context);
    for (const name of ['one', 'two', 'three', 'four']) {
      await client['tags.add']({ uids: [uid], name });
    }
    const tags = async () => (await client['articles.get']({ uid })).tags.toSorted();
    const { steps } = await client['journal.list']({});
    const two = steps.find(({ subject }) => subject === 'two');
    const three = steps.find(({ subject }) => subject === 'three');
    expect(await client['journal.goTo']({ uid: two?.uid as never })).toEqual({ count: 3 });
    expect(await tags()).toEqual(['one']);
    expect(await client['journal.goTo']({ uid: three?.uid as never })).toEqual({ count: 2 });
    expect(await tags()).toEqual(['one', 'three', 'two']);
    await client['articles.star']({ uids: [uid], starred: true });
    const four = steps.find(({ subject }) => subject === 'four');
    await expect(client['journal.goTo']({ uid: four?.uid as never })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('of two hundred steps of all kinds is there after a restart, back and forth', async () => {
    const dir = join(tempDir(), 'library');
    const first = await makeLibrary({ dir, parser: textParser });
    const bytes = new Uint8Array(Buffer.from('Harbours\n\nThe lamp above the desk was lit.'));
    const { uid } = await first.client['clip.fromFile']({ name: 'a.txt', bytes });
    const kinds = [
      (n: number) => first.client['tags.add']({ uids: [uid], name: `tag ${n}` }),
      (n: number) => first.client['articles.star']({ uids: [uid], starred: n % 2 === 0 }),
      (n: number) => first.client['collections.add']({ name: `collection ${n}` }),
      (n: number) => first.client['savedSearches.add']({ name: `search ${n}`, query: `lamp ${n}` }),
      (n: number) => first.client['articles.describe']({ uid, title: `Title ${n}` }),
    ];
    for (let n = 0; n < 42; n++) for (const kind of kinds) await kind(n);
    const state = async ({ client }: typeof first) => {
      const { updatedAt: _, ...article } = await client['articles.get']({ uid });
      return {
        article,
        collections: (await client['collections.list']({})).map(({ name }) => name),
        searches: (await client['savedSearches.list']({})).map(({ name }) => name),
      };
    };
    const after = await state(first);
    await first.close();

    const second = await makeLibrary({ dir, parser: textParser });
    const { steps } = await second.client['journal.list']({ limit: 200 });
    expect(steps.length).toBe(200);
    const oldest = steps.at(-1)?.uid as never;
    expect(await second.client['journal.goTo']({ uid: oldest })).toEqual({ count: 200 });
    const before = await state(second);
    expect(before.article.tags).toEqual(['tag 0', 'tag 1']);
    expect(before.collections).toEqual(['collection 0', 'collection 1']);
    expect(await second.client['journal.undo']({})).toEqual({ step: null });
    await second.close();

    const third = await makeLibrary({ dir, parser: textParser });
    expect(await state(third)).toEqual(before);
    const newest = steps[0]?.uid as never;
    expect(await third.client['journal.goTo']({ uid: newest })).toEqual({ count: 200 });
    expect(await state(third)).toEqual(after);
  });
});
