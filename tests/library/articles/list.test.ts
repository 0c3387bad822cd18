// Lists: which articles stand in which, page by page in each order, and that every page is a range of an index.
import { beforeEach, describe, expect, it } from 'vitest';
import { type ArticleSort, listNames } from '#contract/types/article.ts';
import { pageSql } from '#library/articles/list-repo.ts';
import { statement } from '#library/storage/database.ts';
import { findTag } from '#library/tags/tag-repo.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';

let context: TestContext;
let uids: Record<string, string>;

type Sort = Exclude<ArticleSort, 'by-hand'>;
const sorts: readonly Sort[] = ['newest', 'oldest', 'title'];

beforeEach(async () => {
  context = await makeContext();
  uids = {};
  // Two at the same millisecond, and two titles that differ in case alone.
  const given: [title: string, savedAt: number, tags?: string[]][] = [
    ['Emma', 100, ['novel']],
    ['Walden', 200],
    ['emma', 300, ['novel']],
    ['Candide', 300, ['satire', 'novel']],
    ['Utopia', 400],
    ['Middlemarch', 500, ['novel']],
  ];
  for (const [title, savedAt, tags = []] of given) {
    uids[title] = insertWholeArticle(context, { title, savedAt, tags }).uid;
  }
});

const titles = async (input: Parameters<TestContext['client']['articles.list']>[0]) =>
  (await context.client['articles.list'](input)).articles.map(({ title }) => title);

async function allPages(input: { tag?: string; sort: Sort }, limit: number) {
  const pages: string[][] = [];
  let after: string | undefined;
  do {
    const page = await context.client['articles.list']({
      ...input,
      limit,
      ...(after === undefined ? {} : { after }),
    });
    pages.push(page.articles.map(({ title }) => title));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return pages;
}

const orders: Record<Sort, string[]> = {
  newest: ['Middlemarch', 'Utopia', 'Candide', 'emma', 'Walden', 'Emma'],
  oldest: ['Emma', 'Walden', 'emma', 'Candide', 'Utopia', 'Middlemarch'],
  title: ['Candide', 'Emma', 'emma', 'Middlemarch', 'Utopia', 'Walden'],
};

describe('a list', () => {
  it.each(sorts)('comes in pages of any size, by %s', async (sort) => {
    for (const limit of [1, 2, 3, 5, 6, 7]) {
      const pages = await allPages({ sort }, limit);
      expect(pages.flat()).toEqual(orders[sort]);
      // No empty page at the end, and none is short but the last.
      expect(pages.map((page) => page.length)).toEqual(
        Array.from({ length: Math.ceil(6 / limit) }, (_, at) => Math.min(limit, 6 - at * limit)),
      );
    }
  });

  it.each(sorts)('of a tag likewise, by %s, in any spelling', async (sort) => {
    const expected = orders[sort].filter((title) => !['Walden', 'Utopia'].includes(title));
    for (const limit of [1, 2, 4, 5]) {
      expect((await allPages({ tag: 'NOVEL', sort }, limit)).flat()).toEqual(expected);
    }
    expect(await titles({ tag: 'poetry', sort })).toEqual([]);
  });

  it('holds what belongs to it, in itself and in the counts', async () => {
    const { client } = context;
    const of = (...names: string[]) => names.map((name) => uids[name] ?? '');
    await client['articles.star']({ uids: of('Emma', 'Utopia', 'Walden'), starred: true });
    await client['articles.setStatus']({ uids: of('emma', 'Utopia'), status: 'reading' });
    await client['articles.setStatus']({ uids: of('Candide'), status: 'finished' });
    await client['articles.archive']({ uids: of('Utopia', 'Middlemarch'), archived: true });
    await client['articles.trash']({ uids: of('Walden', 'Middlemarch'), trashed: true });

    const expected = {
      inbox: ['Emma'],
      reading: ['emma'],
      finished: ['Candide'],
      starred: ['Utopia', 'Emma'],
      archived: ['Utopia'],
      trash: ['Middlemarch', 'Walden'],
      all: ['Utopia', 'Candide', 'emma', 'Emma'],
    };
    const found: Record<string, string[]> = {};
    for (const list of listNames) found[list] = await titles({ list });
    expect(found).toEqual(expected);
    for (const sort of sorts) {
      for (const list of listNames) {
        const inOrder = orders[sort].filter((title) => expected[list].includes(title));
        expect([list, sort, await titles({ list, sort })]).toEqual([list, sort, inOrder]);
      }
    }
    expect(await titles({ list: 'starred', tag: 'novel' })).toEqual(['Emma']);
    expect(await client['articles.counts']({})).toEqual(
      Object.fromEntries(Object.entries(expected).map(([list, { length }]) => [list, length])),
    );
  });

  it('that is long comes by title as a short one does', async () => {
    context.db.exec('UPDATE list_count SET inbox = 1000000, everything = 1000000');
    expect((await allPages({ sort: 'title' }, 2)).flat()).toEqual(orders.title);
    expect(await titles({ list: 'inbox', sort: 'title' })).toEqual(orders.title);
    expect(await titles({ list: 'starred', sort: 'title' })).toEqual([]);
  });

  it('goes on from where it was although articles came in between', async () => {
    const first = await context.client['articles.list']({ limit: 2 });
    insertWholeArticle(context, { title: 'Ulysses', savedAt: 600 });
    expect(await titles({ limit: 2, after: first.next ?? '' })).toEqual(['Candide', 'emma']);
  });

  it('goes on after a title longer than any cursor', async () => {
    insertWholeArticle(context, { title: `a${'b'.repeat(5000)}` });
    insertWholeArticle(context, { title: `a${'b'.repeat(5000)}c` });
    const first = await context.client['articles.list']({ sort: 'title', limit: 1 });
    const second = await titles({ sort: 'title', limit: 1, after: first.next ?? '' });
    expect(second[0]?.length).toBe(5002);
  });

  it.each([
    '',
    'newest',
    'newest:1',
    'newest:x:1',
    'title:1',
    'oldest:1:2',
    'newest:1:2:3',
    'newest:1:1e99',
  ])('refuses to go on from “%s”', async (after) => {
    await expect(context.client['articles.list']({ after })).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'This page does not belong to this list.',
    });
  });

  it('says that it changed where the article to go on from is gone', async () => {
    await expect(
      context.client['articles.list']({ sort: 'title', after: 'title:12345' }),
    ).rejects.toMatchObject({ code: 'not_found', message: 'The list has changed; open it again.' });
  });
});

describe('the plan of a page', () => {
  const plan = (sql: string) =>
    statement<{ detail: string }>(context.db, `EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from(sql.matchAll(/\?/g), () => 1))
      .map(({ detail }) => detail);

  it.each(listNames)('of %s in order of date is a range of its own index', (list) => {
    for (const sort of ['newest', 'oldest'] as const) {
      expect(plan(pageSql({ list, sort, among: null, isShort: false }, false))).toEqual([
        `SCAN article USING INDEX article_${list}`,
      ]);
      expect(plan(pageSql({ list, sort, among: null, isShort: false }, true))).toEqual([
        `SEARCH article USING INDEX article_${list} (saved_at${sort === 'newest' ? '<' : '>'}?)`,
      ]);
    }
  });

  it('by title begins where the page begins', () => {
    expect(
      plan(pageSql({ list: 'all', sort: 'title', among: null, isShort: false }, true)),
    ).toEqual(['SEARCH article USING INDEX article_title (title>?)']);
    // But for a short list: it is sorted, and nothing outside it is looked at.
    expect(
      plan(pageSql({ list: 'starred', sort: 'title', among: null, isShort: true }, true)),
    ).toEqual(['SCAN article USING INDEX article_starred', 'USE TEMP B-TREE FOR ORDER BY']);
  });

  it('of a tag is a range of its primary key, without sorting', () => {
    const among = { kind: 'tag', id: findTag(context.db, 'novel')?.id ?? 0 } as const;
    for (const sort of ['newest', 'oldest'] as const) {
      const [range, look, ...more] = plan(
        pageSql({ list: 'inbox', sort, among, isShort: false }, true),
      );
      expect(range).toMatch(
        /^SEARCH article_tag USING PRIMARY KEY \(tag_id=\? AND \(saved_at,article_id\)[<>]\(\?,\?\)\)$/,
      );
      expect(look).toBe('SEARCH article USING INTEGER PRIMARY KEY (rowid=?)');
      expect(more).toEqual([]);
    }
    // The control: this is how a plan that sorts looks.
    expect(
      plan(pageSql({ list: 'inbox', sort: 'title', among, isShort: false }, true)).at(-1),
    ).toBe('USE TEMP B-TREE FOR ORDER BY');
  });
});
