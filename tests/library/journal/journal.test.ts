// Undo and Redo: every step back and forth, over all that it touches, and what happens when the ground has moved.
import { describe, expect, it } from 'vitest';
import type { ArticleUid } from '#contract/types/ids.ts';
import { recordStep } from '#library/journal/record-step.ts';
import { statement } from '#library/storage/database.ts';
import { findSealedIds, rowState } from '#library/storage/digest.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';

/** All that a step may change, so that “as before” means all of it. */
function everything({ db }: TestContext) {
  const rows = (sql: string) => statement(db, sql).all();
  expect(findSealedIds(db, 'article').map((id) => rowState(db, 'article', id))).not.toContain(
    'damaged',
  );
  return {
    articles: rows(
      `SELECT id, reading_status, progress, progress_anchor, finished_at, starred_at, archived_at,
        trashed_at FROM article`,
    ),
    tags: rows('SELECT uid, name, name_key, article_count FROM tag ORDER BY id'),
    carried: rows('SELECT * FROM article_tag'),
    counts: rows('SELECT * FROM list_count'),
  };
}

async function threeArticles() {
  const context = await makeContext();
  const uids = ['a', 'b', 'c'].map(
    (title) => insertWholeArticle(context, { title, tags: ['old'] }).uid,
  );
  return { context, client: context.client, uids };
}

const steps: readonly [
  name: string,
  run: (client: TestContext['client'], uids: ArticleUid[]) => Promise<unknown>,
  step: object,
][] = [
  [
    'star',
    (client, uids) => client['articles.star']({ uids, starred: true }),
    { kind: 'star', count: 3, subject: null },
  ],
  [
    'archive',
    (client, uids) => client['articles.archive']({ uids, archived: true }),
    { kind: 'archive', count: 3, subject: null },
  ],
  [
    'trash',
    (client, uids) => client['articles.trash']({ uids, trashed: true }),
    { kind: 'trash', count: 3, subject: null },
  ],
  [
    'finish',
    (client, uids) => client['articles.setStatus']({ uids, status: 'finished' }),
    { kind: 'set-status', count: 3, subject: 'finished' },
  ],
  [
    'add a new tag',
    (client, uids) => client['tags.add']({ uids, name: 'Neu' }),
    { kind: 'tag', count: 3, subject: 'Neu' },
  ],
  [
    'remove a tag',
    (client, uids) => client['tags.remove']({ uids, name: 'OLD' }),
    { kind: 'untag', count: 3, subject: 'old' },
  ],
];

describe('undo and redo', () => {
  it.each(steps)('of “%s” bring back every row, count and digest', async (_, run, step) => {
    const { context, client, uids } = await threeArticles();
    const before = everything(context);
    await run(client, uids);
    const after = everything(context);
    expect(after).not.toEqual(before);
    const state = await client['journal.state']({});
    expect(state).toMatchObject({ undo: step, redo: null });

    for (let round = 0; round < 2; round++) {
      expect(await client['journal.undo']({})).toEqual({ step: state.undo });
      expect(everything(context)).toEqual(before);
      expect(await client['journal.state']({})).toEqual({ undo: null, redo: state.undo });
      expect(await client['journal.redo']({})).toEqual({ step: state.undo });
      expect(everything(context)).toEqual(after);
    }
  });

  it('walk through a history of all kinds, to its beginning and back', async () => {
    const { context, client, uids } = await threeArticles();
    const states = [everything(context)];
    const [a, b, c] = uids as [ArticleUid, ArticleUid, ArticleUid];
    const history = [
      () => client['tags.add']({ uids: [a, b], name: 'x' }),
      () => client['articles.trash']({ uids: [a], trashed: true }),
      () => client['articles.setStatus']({ uids: [b, c], status: 'reading' }),
      () => client['tags.remove']({ uids: [a, b], name: 'x' }),
      () => client['articles.trash']({ uids: [a], trashed: false }),
      () => client['articles.star']({ uids: [a, c], starred: true }),
      () => client['articles.setStatus']({ uids: [c], status: 'unread' }),
      () => client['articles.star']({ uids: [c], starred: false }),
    ];
    for (const step of history) {
      context.ports.clock.tick();
      await step();
      states.push(everything(context));
    }
    for (let at = history.length - 1; at >= 0; at--) {
      await client['journal.undo']({});
      expect(everything(context)).toEqual(states[at]);
    }
    expect(await client['journal.undo']({})).toEqual({ step: null });
    for (let at = 1; at < states.length; at++) {
      await client['journal.redo']({});
      expect(everything(context)).toEqual(states[at]);
    }
    expect(await client['journal.redo']({})).toEqual({ step: null });
  });

  it('have nothing to do where nothing changed', async () => {
    const { client, uids } = await threeArticles();
    expect(await client['tags.add']({ uids, name: 'OLD' })).toEqual({ step: null });
    expect(await client['articles.trash']({ uids, trashed: false })).toEqual({ step: null });
    expect(await client['journal.state']({})).toEqual({ undo: null, redo: null });
  });

  it('forget what was undone once something new is done, but not for nothing done', async () => {
    const { client, uids } = await threeArticles();
    await client['articles.star']({ uids, starred: true });
    await client['journal.undo']({});
    expect(await client['articles.star']({ uids, starred: false })).toEqual({ step: null });
    expect((await client['journal.state']({})).redo).toMatchObject({ kind: 'star' });
    await client['articles.archive']({ uids, archived: true });
    expect(await client['journal.state']({})).toMatchObject({
      undo: { kind: 'archive' },
      redo: null,
    });
  });

  it('survive closing', async () => {
    const { context, client, uids } = await threeArticles();
    const before = everything(context);
    await client['articles.trash']({ uids, trashed: true });
    context.close();
    const again = await makeContext({ dir: context.dir });
    await again.client['journal.undo']({});
    expect(everything(again)).toEqual(before);
  });

  it('stamp the articles they change', async () => {
    const { context, client, uids } = await threeArticles();
    const [uid] = uids as [ArticleUid];
    await client['articles.star']({ uids: [uid], starred: true });
    const now = context.ports.clock.tick();
    await client['journal.undo']({});
    expect((await client['articles.get']({ uid })).updatedAt).toBe(now);
  });

  it('tell once of what changed, and of nothing where nothing did', async () => {
    const { context, client, uids } = await threeArticles();
    await client['articles.trash']({ uids, trashed: true });
    await client['articles.trash']({ uids, trashed: true });
    await client['journal.undo']({});
    await client['journal.undo']({});
    await client['journal.redo']({});
    const topics = ['articles', 'counts', 'tags', 'collections', 'highlights', 'links', 'journal'];
    expect(context.events).toEqual(Array(3).fill({ kind: 'changed', topics }));
  });
});

describe('when the ground has moved', () => {
  const conflict = (word: string) => ({
    code: 'conflict',
    message: `The last change can no longer be ${word}, because what it changed has changed again since. Nothing was changed.`,
  });

  it('a step is refused whole and forgotten, and the one before it still works', async () => {
    const { context, client, uids } = await threeArticles();
    const [, b] = uids as [ArticleUid, ArticleUid];
    await client['articles.star']({ uids, starred: true });
    await client['articles.setStatus']({ uids, status: 'finished' });
    await client['reading.saveProgress']({ uid: b, fraction: 0.5, anchorText: 'half' });
    const before = everything(context);
    context.events.length = 0;
    await expect(client['journal.undo']({})).rejects.toMatchObject(conflict('undone'));
    expect(everything(context)).toEqual(before);
    expect(context.events).toEqual([{ kind: 'changed', topics: ['journal'] }]);
    expect(await client['journal.undo']({})).toMatchObject({ step: { kind: 'star' } });
  });

  it('only what a step changed counts', async () => {
    const { client, uids } = await threeArticles();
    const [a] = uids as [ArticleUid];
    await client['articles.star']({ uids: [a], starred: true });
    await client['reading.opened']({ uid: a });
    await client['reading.saveProgress']({ uid: a, fraction: 0.5, anchorText: 'half' });
    await client['journal.undo']({});
    expect(await client['articles.get']({ uid: a })).toMatchObject({
      starred: false,
      progress: 0.5,
      readingStatus: 'reading',
    });
  });

  it('an article that is gone is a conflict', async () => {
    const { context, client, uids } = await threeArticles();
    await client['articles.star']({ uids: uids.slice(1, 2), starred: true });
    context.db.exec('DELETE FROM article WHERE id = 2');
    const gone = { code: 'conflict', message: expect.stringContaining('was deleted for good') };
    await expect(client['journal.undo']({})).rejects.toMatchObject(gone);
    await client['tags.add']({ uids: uids.slice(0, 1), name: 'x' });
    await client['journal.undo']({});
    context.db.exec('DELETE FROM article WHERE id = 1');
    await expect(client['journal.redo']({})).rejects.toMatchObject(gone);
    expect(await client['tags.list']({})).toMatchObject([{ name: 'old', articleCount: 1 }]);
  });

  it('a tag that a clip has come to use stays when its making is undone, and is found by redo', async () => {
    const { context, client, uids } = await threeArticles();
    const [a] = uids as [ArticleUid];
    await client['tags.add']({ uids: [a], name: 'new' });
    const after = everything(context);
    const clipped = insertWholeArticle(context, { tags: ['NEW'] });
    await client['journal.undo']({});
    expect((await client['articles.get']({ uid: a })).tags).toEqual(['old']);
    expect((await client['articles.get']({ uid: clipped.uid })).tags).toEqual(['new']);
    await client['journal.redo']({});
    expect((await client['articles.get']({ uid: a })).tags).toEqual(['new', 'old']);
    expect(everything(context).tags).toMatchObject([after.tags[0], { article_count: 2 }]);
  });

  it('a tag that was made anew meanwhile is a conflict for redo', async () => {
    const { context, client, uids } = await threeArticles();
    await client['tags.add']({ uids, name: 'new' });
    await client['journal.undo']({});
    const clipped = insertWholeArticle(context, { tags: ['new'] });
    await expect(client['journal.redo']({})).rejects.toMatchObject(conflict('redone'));
    expect((await client['articles.get']({ uid: clipped.uid })).tags).toEqual(['new']);
    expect(await client['journal.state']({})).toEqual({ undo: null, redo: null });
  });

  it.each([
    ['another table', `table_name = 'setting'`],
    ['another column', `before = '{"word_count":1}'`],
    ['SQL for a column', `before = '{"starred_at = 1, title":"x"}'`],
    ['no JSON', `after = '{'`],
    ['a key that is none', `row_key = '{"id":1,"uid":"x"}'`],
    ['a value that is none', `before = '{"starred_at":[1]}'`],
  ])('a journal that names %s does no harm', async (_, damage) => {
    const { context, client, uids } = await threeArticles();
    await client['articles.star']({ uids, starred: true });
    context.db.exec(`UPDATE journal_change SET ${damage} WHERE seq = 1`);
    const before = everything(context);
    await expect(client['journal.undo']({})).rejects.toMatchObject(conflict('undone'));
    expect(everything(context)).toEqual(before);
  });
});

describe('what the journal keeps', () => {
  const counts = ({ db }: TestContext) =>
    statement(
      db,
      'SELECT (SELECT count(*) FROM journal_step) AS steps, (SELECT count(*) FROM journal_change) AS changes',
    ).get();

  it('is the last 200 steps', async () => {
    const { context, client, uids } = await threeArticles();
    const [uid] = uids as [ArticleUid];
    for (let at = 0; at < 205; at++) {
      await client['articles.star']({ uids: [uid], starred: at % 2 === 0 });
    }
    expect(counts(context)).toEqual({ steps: 200, changes: 200 });
    let undone = 0;
    while ((await client['journal.undo']({})).step) undone++;
    expect(undone).toBe(200);
  });

  it('is fewer where they are large, but always the last one', async () => {
    const { context } = await threeArticles();
    const step = (count: number) =>
      recordStep(context, { kind: 'star', subject: null }, () => count);
    step(150_000);
    step(60_000);
    expect(counts(context)).toMatchObject({ steps: 1 });
    step(140_000);
    expect(counts(context)).toMatchObject({ steps: 2 });
    step(900_000);
    expect(counts(context)).toMatchObject({ steps: 1 });
  });

  it('is nothing of work that fails', async () => {
    const { context } = await threeArticles();
    expect(() =>
      recordStep(context, { kind: 'star', subject: null }, () => {
        throw new Error('out of luck');
      }),
    ).toThrow('out of luck');
    expect(counts(context)).toEqual({ steps: 0, changes: 0 });
  });
});

describe('ten thousand articles at once', () => {
  it('are one step, there and back', async () => {
    const context = await makeContext();
    const { client, db } = context;
    const [first] = [insertWholeArticle(context, { title: 'model' })];
    // Copies of one row: what is in them does not matter here.
    db.exec(`WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO article (uid, title, excerpt, word_count, saved_at, updated_at)
        SELECT printf('01ARZ3NDEKTSV4RRFFQ6%06d', i), 'copy', '', 0, i, i FROM n`);
    const uids = statement<ArticleUid>(db, 'SELECT uid FROM article ORDER BY id').pluck().all();
    expect(uids.length).toBe(10_000);
    expect(uids[0]).toBe(first.uid);

    expect(await client['articles.archive']({ uids, archived: true })).toMatchObject({
      step: { kind: 'archive', count: 10_000 },
    });
    expect(await client['tags.add']({ uids, name: 'all' })).toMatchObject({
      step: { count: 10_000 },
    });
    expect(await client['articles.counts']({})).toMatchObject({ archived: 10_000, inbox: 0 });
    expect(await client['tags.list']({})).toMatchObject([{ name: 'all', articleCount: 10_000 }]);
    await client['journal.undo']({});
    await client['journal.undo']({});
    expect(await client['articles.counts']({})).toMatchObject({ archived: 0, inbox: 10_000 });
    expect(await client['tags.list']({})).toEqual([]);
    expect(context.events.filter(({ kind }) => kind === 'changed').length).toBe(4);
  });
});
