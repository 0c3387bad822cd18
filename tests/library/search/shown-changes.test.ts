// What searches keep of articles outlives an import beside them, and nothing that changes one of them.
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recentArticles } from '#library/search/recent-articles.ts';
import { shownNow } from '#library/search/shown-changes.ts';
import { openReader, type ReadDb, statement } from '#library/storage/database.ts';
import { DATABASE_FILE } from '#library/storage/library-files.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

async function twoArticles() {
  const context = await makeContext();
  const reader = openReader(join(context.dir, DATABASE_FILE));
  onTestFinished(() => void reader.close());
  const older = insertWholeArticle(context, { title: 'Older', tags: ['kept'] });
  const newest = insertWholeArticle(context, { title: 'Newest' });
  const run = (sql: string, id: number) => void statement(context.db, sql).run({ id });
  return { context, reader, older, newest, run };
}

const changes = (db: ReadDb) => shownNow(db)?.changes;

const NOTE = `INSERT INTO note (uid, article_id, markdown, created_at, updated_at) VALUES ('n' || :id, :id, 'a note', 1, 1)`;
const HIGHLIGHT = `INSERT INTO highlight (uid, article_id, colour, quote, prefix, suffix, created_at, updated_at)
  VALUES ('h' || :id, :id, 'yellow', 'words', '', '', 1, 1)`;
const PICTURE = `INSERT INTO article_image (article_id, position, url, asset_name)
  SELECT :id, 0, 'https://example.org/a.png', min(name) FROM asset`;

/** Each changes what a hit shows of the article `:id`, in this order. */
const CHANGES = [
  'UPDATE article SET starred_at = 1 WHERE id = :id',
  'UPDATE reader_content SET extractor_version = 2 WHERE article_id = :id',
  NOTE,
  "UPDATE note SET markdown = 'another' WHERE article_id = :id",
  'DELETE FROM note WHERE article_id = :id',
  HIGHLIGHT,
  "UPDATE highlight SET quote = 'other words' WHERE article_id = :id",
  'DELETE FROM highlight WHERE article_id = :id',
  PICTURE,
  'UPDATE article_image SET position = 1 WHERE article_id = :id',
  'UPDATE asset SET width = 5 WHERE name IN (SELECT asset_name FROM article_image WHERE article_id = :id)',
  'DELETE FROM article_image WHERE article_id = :id',
  "UPDATE tag SET name = 'other' WHERE id IN (SELECT tag_id FROM article_tag WHERE article_id = :id)",
  'UPDATE article_tag SET saved_at = saved_at + 1 WHERE article_id = :id',
  'DELETE FROM article_tag WHERE article_id = :id',
  `INSERT INTO article_tag (tag_id, saved_at, article_id) SELECT min(id), 1, :id FROM tag`,
  'INSERT INTO awaited_text (article_id) VALUES (:id)',
  'DELETE FROM awaited_text WHERE article_id = :id',
  'DELETE FROM reader_content WHERE article_id = :id',
  'DELETE FROM article WHERE id = :id',
];

test('whatever a hit shows of an article that was there is counted when it changes', async () => {
  const { reader, older, run } = await twoArticles();
  const uncounted = CHANGES.filter((sql) => {
    const before = changes(reader);
    run(sql, older.id);
    return changes(reader) === before;
  });
  expect(uncounted).toEqual([]);
});

test('articles that come are not counted, whatever belongs to them', async () => {
  const { context, reader, newest, run } = await twoArticles();
  const before = shownNow(reader);
  const { id } = insertWholeArticle(context, { title: 'Third', tags: ['kept', 'new'] });
  for (const sql of [NOTE, HIGHLIGHT, PICTURE]) run(sql, id);
  run('INSERT INTO awaited_text (article_id) VALUES (:id)', id);
  const after = shownNow(reader);
  expect(after).toEqual({ ...before, dataVersion: after?.dataVersion, newest: id });
  expect(after?.dataVersion).not.toBe(before?.dataVersion);
  expect(before?.newest).toBe(newest.id);

  // Only of the newest: of those before it the same counts.
  run("UPDATE note SET markdown = 'another' WHERE article_id = :id", id);
  expect(changes(reader)).toBe(before?.changes);
  insertWholeArticle(context, { title: 'Fourth' });
  run("UPDATE note SET markdown = 'a third' WHERE article_id = :id", id);
  expect(changes(reader)).toBeGreaterThan(before?.changes as number);
});

test('an article is read once while others come, and anew when it changed', async () => {
  const { context, reader, older, newest, run } = await twoArticles();
  const read = (id: number) => recentArticles(reader, [older.id, newest.id]).get(id);
  const [first, second] = [read(older.id), read(newest.id)];
  insertWholeArticle(context, { title: 'Third' });
  expect(read(older.id)).toBe(first);
  // It was the newest when it was read: what came to it since then was not counted.
  expect(read(newest.id)).not.toBe(second);
  expect(read(newest.id)).toEqual(second);

  const again = read(newest.id);
  insertWholeArticle(context, { title: 'Fourth' });
  expect(read(newest.id)).toBe(again);
  run("UPDATE article SET title = 'No longer' WHERE id = :id", newest.id);
  expect(read(newest.id)?.article.title).toBe('No longer');
  expect(read(older.id)).toEqual(first);
});

test('an article that is the newest again since others are gone is shown as it is', async () => {
  const { context, reader, older, newest, run } = await twoArticles();
  const third = insertWholeArticle(context, { title: 'Third' });
  const read = (id: number) => recentArticles(reader, [older.id, newest.id]).get(id)?.article;
  expect(read(newest.id)?.tags).toEqual([]);
  run('DELETE FROM article WHERE id = :id', third.id);
  run(
    'INSERT INTO article_tag (tag_id, saved_at, article_id) SELECT min(id), 1, :id FROM tag',
    newest.id,
  );
  expect(read(newest.id)?.tags).toEqual(['kept']);
  run('DELETE FROM article_tag WHERE article_id = :id', newest.id);
  expect(read(newest.id)?.tags).toEqual([]);
});
