// What a collection holds: put in, taken out, in an order made by hand; counted, listed in pages, found by search.
import { describe, expect, it } from 'vitest';
import { CollectionUid } from '#contract/types/collection.ts';
import { pageSql } from '#library/articles/list-repo.ts';
import { statement } from '#library/storage/database.ts';
import { withCollections } from './library.ts';

const FOUR = ['a', 'b', 'c', 'd'] as const;

async function withFour() {
  const made = await withCollections(...FOUR);
  const uid = await made.add('Order');
  await made.client['collections.put']({ uid, uids: made.uidsOf(...FOUR) });
  const arrange = (titles: string, before: string | null) =>
    made.client['collections.arrange']({
      uid,
      uids: made.uidsOf(...titles),
      before: before === null ? null : (made.uidsOf(before)[0] ?? null),
    });
  const order = async () => (await made.held(uid)).join('');
  return { ...made, uid, arrange, order };
}

describe('articles', () => {
  it('are put at the end once, and taken out, and each of it undone and done again', async () => {
    const { context, client, uidsOf, add, tree, held, undo, redo } = await withCollections(...FOUR);
    const uid = await add('Shelf');
    const put = await client['collections.put']({ uid, uids: uidsOf('c', 'a') });
    expect(put.step).toMatchObject({ kind: 'collect', subject: 'Shelf', count: 2 });
    expect(context.events).toContainEqual({
      kind: 'changed',
      topics: ['articles', 'collections', 'journal'],
    });
    await client['collections.put']({ uid, uids: uidsOf('a', 'd', 'd') });
    expect(await held(uid)).toEqual(['c', 'a', 'd']);
    expect(await client['collections.put']({ uid, uids: uidsOf('a') })).toEqual({ step: null });
    await client['collections.take']({ uid, uids: uidsOf('a', 'b') });
    expect(await held(uid)).toEqual(['c', 'd']);
    expect(await tree()).toEqual(['Shelf 2']);
    await undo();
    expect(await held(uid)).toEqual(['c', 'a', 'd']);
    await undo();
    await undo();
    expect(await tree()).toEqual(['Shelf']);
    for (const state of ['ca', 'cad', 'cd']) {
      await redo();
      expect((await held(uid)).join('')).toBe(state);
    }
  });

  it('know in which collections they are', async () => {
    const { client, uidsOf, add } = await withCollections('a');
    const [article] = uidsOf('a') as [ReturnType<typeof uidsOf>[number]];
    const collections = async () => (await client['articles.get']({ uid: article })).collections;
    expect(await collections()).toEqual([]);
    const two = await add('Two');
    const one = await add('One');
    await client['collections.put']({ uid: two, uids: [article] });
    await client['collections.put']({ uid: one, uids: [article] });
    expect(await collections()).toEqual([one, two]);
  });

  it('are counted without those in the trash, whatever happens', async () => {
    const { context, client, uidsOf, add, tree, held, miscounted, undo } = await withCollections(
      ...FOUR,
    );
    const uid = await add('Shelf');
    const within = await add('Inner', uid);
    await client['collections.put']({ uid, uids: uidsOf(...FOUR) });
    await client['collections.put']({ uid: within, uids: uidsOf('a', 'b') });
    expect(await tree()).toEqual(['Shelf 4', 'Shelf/Inner 2']);
    await client['articles.trash']({ uids: uidsOf('b'), trashed: true });
    expect(await tree()).toEqual(['Shelf 3', 'Shelf/Inner 1']);
    expect(context.events.at(-1)).toMatchObject({
      topics: expect.arrayContaining(['collections']),
    });
    expect(await held(uid)).toEqual(['a', 'c', 'd']);
    await client['collections.take']({ uid, uids: uidsOf('b') });
    await client['collections.remove']({ uid });
    expect(miscounted()).toEqual([]);
    await undo();
    await undo();
    await undo();
    expect(await tree()).toEqual(['Shelf 4', 'Shelf/Inner 2']);
    statement(context.db, 'DELETE FROM article WHERE uid = ?').run(uidsOf('a')[0]);
    expect(await tree()).toEqual(['Shelf 3', 'Shelf/Inner 1']);
    expect(miscounted()).toEqual([]);
    // The control: this is how a count that is wrong shows.
    context.db.exec('UPDATE collection SET article_count = 7');
    expect(miscounted()).toHaveLength(2);
  });

  it('come by the thousand: all of a search, or all of another collection but one', async () => {
    const titles = Array.from({ length: 1200 }, (_, n) => `t${n}`);
    const { client, uidsOf, add, tree, miscounted, undo, redo } = await withCollections(...titles);
    const [all, some] = [await add('All'), await add('Some')];
    const put = client['collections.put'];
    expect(await put({ uid: all, all: { search: 'words' } })).toMatchObject({
      step: { count: 1200 },
    });
    await put({ uid: some, all: { list: 'all', collection: all }, except: uidsOf('t7') });
    expect(await tree()).toEqual(['All 1200', 'Some 1199']);
    await client['articles.star']({ all: { list: 'all', collection: some }, starred: true });
    expect((await client['articles.counts']({})).starred).toBe(1199);
    await undo();
    await undo();
    expect(await tree()).toEqual(['All 1200', 'Some']);
    await redo();
    await client['collections.take']({ uid: some, all: { list: 'all', collection: some } });
    expect(await tree()).toEqual(['All 1200', 'Some']);
    expect(miscounted()).toEqual([]);
  });

  it('of a collection that is gone are none, and can be put nowhere', async () => {
    const { client, uidsOf, held } = await withCollections('a');
    const uid = CollectionUid.parse('01ARZ3NDEKTSV4RRFFQ69G5FAV');
    expect(await held(uid)).toEqual([]);
    await expect(client['collections.put']({ uid, uids: uidsOf('a') })).rejects.toMatchObject({
      code: 'not_found',
      message: 'This collection is not there any more.',
    });
  });
});

describe('the order made by hand', () => {
  it('is changed by putting articles before another one, or at the end', async () => {
    const { arrange, order, undo, redo } = await withFour();
    const moves: [titles: string, before: string | null, then: string][] = [
      ['d', 'a', 'dabc'],
      ['d', null, 'abcd'],
      ['c', 'b', 'acbd'],
      ['da', 'b', 'cdab'],
      ['bc', null, 'dabc'],
    ];
    for (const [titles, before, then] of moves) {
      await arrange(titles, before);
      expect(await order()).toBe(then);
    }
    // Where they are already.
    expect(await arrange('bc', null)).toEqual({ step: null });
    expect(await arrange('d', 'a')).toEqual({ step: null });
    expect(await arrange('a', 'a')).toEqual({ step: null });
    for (const then of ['cdab', 'acbd', 'abcd', 'dabc', 'abcd']) {
      await undo();
      expect(await order()).toBe(then);
    }
    for (const [, , then] of moves) {
      await redo();
      expect(await order()).toBe(then);
    }
  });

  it('has room wherever one goes on putting articles', async () => {
    const { context, arrange, order, undo } = await withFour();
    // Always between the last two: what is between them is halved each time.
    for (let n = 0; n < 60; n++) {
      const [, , third = ''] = await order();
      await arrange(third, 'a' === third ? 'b' : 'a');
      const [first = '', , , last = ''] = await order();
      await arrange(first, last);
    }
    const places = statement<number>(
      context.db,
      'SELECT DISTINCT position FROM collection_article ORDER BY position',
    );
    expect(places.pluck().all().length).toBe(4);
    for (let n = 0; n < 120; n++) await undo();
    expect(await order()).toBe('abcd');
  });

  it('is that of the articles in it only', async () => {
    const { client, uidsOf, uid, arrange } = await withFour();
    await client['collections.take']({ uid, uids: uidsOf('b') });
    for (const [titles, before] of [
      ['b', 'a'],
      ['a', 'b'],
    ] as const) {
      await expect(arrange(titles, before)).rejects.toMatchObject({
        code: 'conflict',
        message: 'This is not in “Order” any more.',
      });
    }
  });

  it('comes in pages, as every other order does', async () => {
    const { client, uid, arrange } = await withFour();
    await arrange('d', 'b');
    const orders = { 'by-hand': 'adbc', newest: 'dcba', oldest: 'abcd', title: 'abcd' } as const;
    for (const [sort, whole] of Object.entries(orders) as [keyof typeof orders, string][]) {
      for (const limit of [1, 2, 3, 4]) {
        let all = '';
        let after: string | undefined;
        do {
          const page = await client['articles.list']({
            collection: uid,
            sort,
            limit,
            ...(after === undefined ? {} : { after }),
          });
          all += page.articles.map(({ title }) => title).join('');
          after = page.next ?? undefined;
        } while (after !== undefined);
        expect([sort, limit, all]).toEqual([sort, limit, whole]);
      }
    }
    await expect(client['articles.list']({ sort: 'by-hand' })).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'Only a collection has an order made by hand.',
    });
    await expect(
      client['articles.list']({ collection: uid, tag: 'x', sort: 'newest' }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('is a range of the primary key, without sorting', async () => {
    const { context } = await withFour();
    const plan = (sort: 'by-hand' | 'newest') =>
      statement<{ detail: string }>(
        context.db,
        `EXPLAIN QUERY PLAN ${pageSql({ list: 'all', sort, among: { kind: 'collection', id: 1 }, isShort: false }, true)}`,
      )
        .all(1, 1, 1, 1)
        .map(({ detail }) => detail);
    expect(plan('by-hand')).toEqual([
      'SEARCH collection_article USING PRIMARY KEY (collection_id=? AND (position,article_id)>(?,?))',
      'SEARCH article USING INTEGER PRIMARY KEY (rowid=?)',
    ]);
    // The control: this is how a plan that sorts looks.
    expect(plan('newest').at(-1)).toBe('USE TEMP B-TREE FOR ORDER BY');
  });
});

describe('search', () => {
  async function withPaths() {
    const made = await withCollections('a', 'b', 'c', 'd', 'e');
    const work = await made.add('Work');
    const papers = await made.add('Papers', work);
    const home = await made.add('Home');
    const other = await made.add('papers', home);
    const slash = await made.add('AC / DC');
    for (const [uid, ...titles] of [
      [work, 'a'],
      [papers, 'b', 'a'],
      [home, 'c'],
      [other, 'd'],
      [slash, 'e'],
    ] as const) {
      await made.client['collections.put']({ uid, uids: made.uidsOf(...titles) });
    }
    const find = async (text: string) => {
      const { hits } = await made.client['search.run']({ text });
      return hits
        .map(({ article }) => article.title)
        .sort()
        .join('');
    };
    return { ...made, find };
  }

  it('finds what is in a collection, by name or path, with the collections in it', async () => {
    const { client, uidsOf, find } = await withPaths();
    const found: Record<string, string> = {
      'collection:work': 'ab',
      'collection:PAPERS': 'abd',
      'collection:work/papers': 'ab',
      'collection:"Home / Papers"': 'd',
      'collection:home': 'cd',
      'collection:"AC/DC"': 'e',
      'collection:dc': 'e',
      'collection:wor': '',
      '-collection:papers': 'ce',
      'collection:(work OR home)': 'abcd',
      'collection:papers -collection:home': 'ab',
    };
    for (const [text, titles] of Object.entries(found)) {
      expect([text, await find(text)]).toEqual([text, titles]);
    }
    await client['articles.trash']({ uids: uidsOf('b'), trashed: true });
    expect(await find('collection:work')).toBe('a');
  });

  it('offers collections by their paths', async () => {
    const { client } = await withPaths();
    const offered = async (text: string) => {
      const { items } = await client['search.complete']({ text, caret: text.length });
      return items.map(({ insert, kind, count }) => `${kind} ${insert} ${count}`);
    };
    expect(await offered('collection:pap')).toEqual([
      'collection Work/Papers 2',
      'collection Home/papers 1',
    ]);
    expect(await offered('collection:work/')).toEqual(['collection Work/Papers 2']);
    expect(await offered('collection:ac')).toEqual(['collection "AC / DC" 1']);
    expect(await offered('coll')).toContain('field collection: null');
  });
});

it('a merge keeps the collections of all', async () => {
  const { client, uidsOf, add, held, undo } = await withCollections('kept', 'other');
  const [one, two] = [await add('One'), await add('Two')];
  await client['collections.put']({ uid: one, uids: uidsOf('kept', 'other') });
  await client['collections.put']({ uid: two, uids: uidsOf('other') });
  const [keep, other] = uidsOf('kept', 'other') as ReturnType<typeof uidsOf> & { length: 2 };
  if (!keep || !other) throw new Error('There are two.');
  await client['duplicates.merge']({ keep, others: [other] });
  expect([await held(one), await held(two)]).toEqual([['kept'], ['kept']]);
  await undo();
  expect([await held(one), await held(two)]).toEqual([['kept', 'other'], ['other']]);
});
