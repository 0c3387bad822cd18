// Changes of more articles than are changed at once: one step whatever happens on the way, told of, stopped, taken back.
import { describe, expect, it } from 'vitest';
import type { LibraryEvent } from '#contract/events.ts';
import type { ArticleUid, StepUid } from '#contract/types/ids.ts';
import { statement, transaction } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';

const MANY = 1100;

async function manyArticles(count = MANY) {
  const context = await makeContext();
  const uids = transaction(context.db, () =>
    Array.from({ length: count }, (_, at) => {
      const text = at % 2 === 0 ? 'even' : 'odd';
      return insertWholeArticle(context, { title: `Article ${at}`, text }).uid;
    }),
  );
  return { context, client: context.client, uids };
}

const carried = ({ db }: TestContext) =>
  statement<number>(db, 'SELECT count(*) FROM article_tag').pluck().get();
const stepCount = ({ db }: TestContext) =>
  statement<number>(db, 'SELECT count(*) FROM journal_step').pluck().get();
const ofMany = (events: readonly LibraryEvent[]) =>
  events.filter(({ kind }) => kind === 'many-changing' || kind === 'many-changed');

function onceUnderWay({ events }: TestContext, act: (uid: StepUid) => void): void {
  const push = events.push.bind(events);
  events.push = (...added) => {
    for (const event of added) if (event.kind === 'many-changing') act(event.uid);
    return push(...added);
  };
}

describe('a change of all of a list', () => {
  it('is one step, says how far it is, and is taken back by one Undo', async () => {
    const { context, client, uids } = await manyArticles();
    const { step } = await client['tags.add']({
      all: { list: 'inbox' },
      except: uids.slice(0, 10),
      name: 'all',
    });
    expect(step).toMatchObject({ kind: 'tag', subject: 'all', count: MANY - 10 });
    expect(carried(context)).toBe(MANY - 10);
    expect(stepCount(context)).toBe(1);
    const total = MANY - 10;
    const uid = step?.uid;
    expect(ofMany(context.events)).toEqual([
      { kind: 'many-changing', uid, done: 500, total },
      { kind: 'many-changing', uid, done: 1000, total },
      { kind: 'many-changing', uid, done: total, total },
      { kind: 'many-changed', uid },
    ]);
    expect(await client['journal.undo']({})).toEqual({ step });
    expect(carried(context)).toBe(0);
    expect(await client['tags.list']({ unused: true })).toEqual([]);
    expect(await client['journal.redo']({})).toEqual({ step });
    expect(carried(context)).toBe(total);
  });

  it('is about that list alone, and about its tag', async () => {
    const { client, uids } = await manyArticles(6);
    const [a, b, c, d] = uids as [ArticleUid, ArticleUid, ArticleUid, ArticleUid];
    await client['articles.archive']({ uids: [a, b], archived: true });
    await client['tags.add']({ uids: [b, c], name: 'some' });
    const starred = async (all: object) => {
      const { step } = await client['articles.star']({ all, starred: true } as never);
      const list = await client['articles.list']({ list: 'starred' });
      if (step) await client['journal.undo']({});
      return list.articles.map(({ uid }) => uid).sort();
    };
    expect(await starred({ list: 'archived' })).toEqual([a, b].sort());
    expect(await starred({ list: 'all', tag: 'SOME' })).toEqual([b, c].sort());
    expect(await starred({ list: 'inbox', tag: 'some' })).toEqual([c]);
    expect(await starred({ list: 'trash' })).toEqual([]);
    expect(await starred({ search: 'odd' })).toEqual([b, d, uids[5]]);
    expect(await starred({ search: 'odd tag:some' })).toEqual([b]);
    expect(await starred({ search: 'tag:some -odd' })).toEqual([c]);
  });

  it.each([
    [{ all: { list: 'inbox', collection: 'x', starred: true } }],
    [{ all: {} }],
    [{ all: { search: 'x', list: 'inbox' } }],
    [{ all: { list: 'everything' } }],
    [{}],
  ])('that is not understood (%j) changes nothing', async (articles) => {
    const { context, client } = await manyArticles(2);
    await expect(
      client['articles.trash']({ ...articles, trashed: true } as never),
    ).rejects.toMatchObject({ code: 'invalid_input' });
    expect(stepCount(context)).toBe(0);
  });

  it('finds no articles where nothing is searched for, and no tag that is not there', async () => {
    const { client } = await manyArticles(2);
    for (const search of ['', '  ', 'sort:newest', '…']) {
      expect(await client['articles.trash']({ all: { search }, trashed: true })).toEqual({
        step: null,
      });
    }
    await expect(
      client['articles.trash']({ all: { list: 'all', tag: 'none' }, trashed: true }),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect((await client['articles.list']({})).articles.length).toBe(2);
    expect((await client['search.count']({ text: 'even OR odd' })).count).toBe(2);
  });
});

describe('a change of many that is stopped', () => {
  it('says what was done, and that is taken back by one Undo', async () => {
    const { context, client, uids } = await manyArticles();
    onceUnderWay(context, (uid) => void client['journal.stop']({ uid }));
    const { step } = await client['articles.star']({ uids, starred: true });
    expect(step).toMatchObject({ kind: 'star', count: 500 });
    expect((await client['articles.counts']({})).starred).toBe(500);
    expect((await client['journal.state']({})).undo).toEqual(step);
    expect(ofMany(context.events).at(-1)).toEqual({ kind: 'many-changed', uid: step?.uid });
    await client['journal.undo']({});
    expect((await client['articles.counts']({})).starred).toBe(0);
  });

  it('because its caller has gone leaves a step as well', async () => {
    const { context, client, uids } = await manyArticles();
    const controller = new AbortController();
    onceUnderWay(context, () => controller.abort());
    await expect(
      client['articles.star']({ uids, starred: true }, controller.signal),
    ).rejects.toMatchObject({ code: 'cancelled', details: { done: 500, total: MANY } });
    expect((await client['journal.undo']({})).step).toMatchObject({ kind: 'star', count: 500 });
    expect((await client['articles.counts']({})).starred).toBe(0);
  });

  it('by an error keeps the whole lots before it', async () => {
    const { context, client, uids } = await manyArticles();
    // As a full disk would, in the third lot.
    context.db.exec(`CREATE TEMP TRIGGER full BEFORE UPDATE ON article WHEN new.uid = '${uids[1050]}'
      BEGIN SELECT raise(ABORT, 'full'); END`);
    await expect(client['articles.star']({ uids, starred: true })).rejects.toThrow('full');
    expect((await client['articles.counts']({})).starred).toBe(1000);
    expect((await client['journal.undo']({})).step).toMatchObject({ count: 1000 });
    expect((await client['articles.counts']({})).starred).toBe(0);
  });
});

describe('while many are being changed', () => {
  it('Undo waits for its end, and others do not', async () => {
    const { context, client, uids } = await manyArticles();
    const tagging = client['tags.add']({ uids, name: 'x' });
    const undone = client['journal.undo']({});
    await client['articles.star']({ uids: uids.slice(0, 1), starred: true });
    expect(ofMany(context.events).at(-1)?.kind).toBe('many-changing');
    const { step } = await tagging;
    expect(step?.count).toBe(MANY);
    // The star came later, so it goes first.
    expect((await undone).step).toMatchObject({ kind: 'star' });
    expect(await client['journal.undo']({})).toEqual({ step });
    expect(carried(context)).toBe(0);
  });

  it('two of them follow each other', async () => {
    const { context, client, uids } = await manyArticles();
    const [one, other] = await Promise.all([
      client['tags.add']({ uids, name: 'x' }),
      client['tags.remove']({ all: { list: 'all' }, name: 'x' }),
    ]);
    expect([one.step?.count, other.step?.count]).toEqual([MANY, MANY]);
    expect(carried(context)).toBe(0);
    await client['journal.undo']({});
    expect(carried(context)).toBe(MANY);
  });

  it('what had been undone can no longer be redone, but stays where nothing is changed', async () => {
    const { client, uids } = await manyArticles();
    await client['articles.star']({ uids, starred: true });
    await client['journal.undo']({});
    await client['articles.archive']({ uids, archived: false });
    expect((await client['journal.state']({})).redo).toMatchObject({ kind: 'star' });
    await client['articles.archive']({ uids, archived: true });
    expect((await client['journal.state']({})).redo).toBeNull();
  });
});

describe('Undo of a change of many', () => {
  const tagged = async () => {
    const many = await manyArticles();
    const { step } = await many.client['tags.add']({ uids: many.uids, name: 'all' });
    many.context.events.length = 0;
    return { ...many, step };
  };

  it('says how far it is, and others are answered meanwhile', async () => {
    const { context, client, uids, step } = await tagged();
    const order: string[] = [];
    const done = client['journal.undo']({}).then(() => order.push('undone'));
    await client['articles.star']({ uids: uids.slice(0, 1), starred: true });
    order.push('starred');
    await done;
    expect(order).toEqual(['starred', 'undone']);
    expect(await client['journal.undo']({})).toMatchObject({ step: { kind: 'tag' } });
    expect(ofMany(context.events).map(({ kind }) => kind)).toContain('many-changing');
    expect(carried(context)).toBe(0);
    expect(step).toMatchObject({ count: MANY });
  });

  it('that is stopped is gone on with by the next', async () => {
    const { context, client, step } = await tagged();
    onceUnderWay(context, (uid) => void client['journal.stop']({ uid }));
    await expect(client['journal.undo']({})).rejects.toMatchObject({ code: 'cancelled' });
    const left = carried(context) ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(MANY);
    expect(await client['journal.state']({})).toEqual({ undo: step, redo: null });
    context.events.push = Array.prototype.push;
    expect(await client['journal.undo']({})).toEqual({ step });
    expect(carried(context)).toBe(0);
    expect(await client['journal.redo']({})).toEqual({ step });
    expect(carried(context)).toBe(MANY);
  });

  it('is refused whole where one of them has changed since', async () => {
    const { context, client, uids } = await manyArticles();
    await client['articles.setStatus']({ uids, status: 'finished' });
    const [other] = uids as [ArticleUid];
    await client['reading.saveProgress']({ uid: other, fraction: 0.5, anchorText: 'half' });
    await expect(client['journal.undo']({})).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('has changed again since. Nothing was changed.'),
    });
    const finished = `SELECT count(*) FROM article WHERE reading_status = 'finished'`;
    expect(statement(context.db, finished).pluck().get()).toBeGreaterThanOrEqual(MANY - 1);
  });

  it('passes over those that were deleted for good, unless that is all of them', async () => {
    const { context, client, uids } = await tagged();
    const some = uids.slice(0, 600);
    context.db.exec('DELETE FROM article WHERE id <= 600');
    expect(await client['journal.undo']({})).toMatchObject({ step: { kind: 'tag' } });
    expect(carried(context)).toBe(0);
    await client['journal.redo']({});
    expect(carried(context)).toBe(MANY - some.length);
    context.db.exec('DELETE FROM article');
    await expect(client['journal.undo']({})).rejects.toMatchObject({
      message: expect.stringContaining('were deleted for good'),
    });
  });
});
