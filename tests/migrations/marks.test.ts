// A library of the schema before marks (20) brought up to date: what it holds stays whole, and links are counted.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findBackups } from '#library/backups/find-backups.ts';
import { insertLink } from '#library/links/link-repo.ts';
import { openWriter, statement } from '#library/storage/database.ts';
import { findSealedIds, rowState, seal } from '#library/storage/digest.ts';
import { migrate, schemaVersion } from '#library/storage/migrate.ts';
import { migrations } from '#library/storage/migrations/list.ts';
import { uidMaker } from '#library/storage/uid.ts';
import { insertWholeArticle } from '../support/insert-article.ts';
import { makeContext } from '../support/make-context.ts';
import { makePorts, testLog } from '../support/make-ports.ts';
import { tempDir } from '../support/temp-dir.ts';

it('brings articles, marks and links of schema 20 along', async () => {
  const dir = tempDir();
  const ports = makePorts();
  const db = openWriter(join(dir, 'library.sqlite'));
  const older = migrations.filter(({ version }) => version <= 20);
  migrate(db, older, { dir, log: testLog(), copyFirst: () => undefined });
  const newUid = uidMaker(ports.clock);
  const articles = ['a', 'b', 'c'].map((title) =>
    insertWholeArticle({ db, newUid, ports }, { title, text: 'An owl sat still.', indexed: false }),
  );
  for (const { id } of articles) {
    insertLink(db, { articleId: id, urlKey: 'x.example', url: 'https://x.example/', text: 'x' });
  }
  const [first, , last] = articles as [{ id: number; uid: never }, unknown, { id: number }];
  insertLink(db, { articleId: last.id, urlKey: 'y.example', url: 'https://y.example/', text: 'y' });
  statement(db, 'UPDATE article SET trashed_at = 1 WHERE id = ?').run(last.id);
  seal(db, 'article', last.id);
  statement(
    db,
    `INSERT INTO highlight (uid, article_id, colour, quote, prefix, suffix, start_offset, end_offset, created_at, updated_at)
      VALUES (?, ?, 'pink', 'owl', 'An ', ' sat', 3, 6, 1, 1)`,
  ).run(newUid(), first.id);
  seal(db, 'highlight', 1);
  db.close();

  const context = await makeContext({ dir });
  expect(schemaVersion(context.db)).toBe(migrations.at(-1)?.version);
  expect(findBackups(dir)).toMatchObject([
    { reason: 'before-migration', schemaVersion: 20, articleCount: 3, libraryId: null, faults: 0 },
  ]);
  for (const table of ['article', 'snapshot', 'reader_content', 'highlight'] as const) {
    const ids = findSealedIds(context.db, table);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.map((id) => rowState(context.db, table, id))).toEqual(ids.map(() => 'whole'));
  }
  const { client } = context;
  expect((await client['links.wanted']({})).pages).toEqual([
    { url: 'https://x.example/', text: 'x', count: 2 },
  ]);
  expect(await client['articles.get']({ uid: first.uid })).toMatchObject({
    type: null,
    highlightCount: 1,
  });
  await client['highlights.change']({
    uids: (await client['highlights.ofArticle']({ uid: first.uid })).highlights.map(
      ({ uid }) => uid,
    ),
    colour: 'green',
  });
  await client['journal.undo']({});
  expect((await client['highlights.ofArticle']({ uid: first.uid })).highlights).toMatchObject([
    { colour: 'pink', range: { start: 3, end: 6 } },
  ]);
});
