// Exports as their caller sees them: where they lie, what they hold, what is refused, and that nothing half is ever left.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExportFormat } from '#contract/types/export.ts';
import { insertWholeArticle } from '../../../support/insert-article.ts';
import { makeContext } from '../../../support/make-context.ts';
import { tempDir } from '../../../support/temp-dir.ts';

async function someArticles() {
  const context = await makeContext();
  const owl = insertWholeArticle(context, {
    title: 'The owl',
    text: 'It sat still.',
    sourceUrl: 'https://example.org/owl',
    savedAt: 1000,
    tags: ['birds', 'night'],
  });
  const bat = insertWholeArticle(context, { title: 'The bat', savedAt: 2000, tags: ['night'] });
  const hen = insertWholeArticle(context, { title: 'The hen', savedAt: 3000 });
  await context.client['articles.trash']({ uids: [hen.uid], trashed: true });
  return { context, owl, bat, hen, dir: tempDir() };
}

const titlesOf = (path: string): string[] =>
  JSON.parse(readFileSync(path, 'utf8')).articles.map(({ title }: { title: string }) => title);

test('everything is all outside the trash, newest first, and is told as it goes', async () => {
  const { context, dir } = await someArticles();
  const to = join(dir, 'all.json');
  const exported = await context.client['exports.run']({
    uid: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    articles: 'everything',
    format: 'json',
    to,
  });
  expect(exported).toEqual({
    path: to,
    file: null,
    articles: 2,
    bytes: readFileSync(to).byteLength,
    problems: [],
  });
  expect(titlesOf(to)).toEqual(['The bat', 'The owl']);
  expect(readdirSync(dir)).toEqual(['all.json']);
  expect(context.events.filter(({ kind }) => kind === 'exporting')).toEqual(
    [0, 1, 2].map((done) => ({
      kind: 'exporting',
      uid: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
      done,
      total: 2,
    })),
  );
});

test('articles come in the order in which they were named, or as a collection has them', async () => {
  const { context, owl, bat, dir } = await someArticles();
  const { client } = context;
  const { uid } = await client['collections.add']({ name: 'Both' });
  await client['collections.put']({ uids: [owl.uid], uid });
  await client['collections.put']({ uids: [bat.uid], uid });
  const written = async (name: string, articles: object) => {
    const to = join(dir, name);
    await client['exports.run']({ articles: articles as never, format: 'json', to });
    return titlesOf(to);
  };
  expect(await written('a.json', { uids: [owl.uid, bat.uid] })).toEqual(['The owl', 'The bat']);
  expect(await written('b.json', { all: { list: 'all', collection: uid } })).toEqual([
    'The owl',
    'The bat',
  ]);
  expect(await written('c.json', { all: { search: 'tag:night' } })).toEqual(['The bat', 'The owl']);
  expect(await written('d.json', { all: { list: 'all', tag: 'birds' } })).toEqual(['The owl']);
});

test('what is there stays, unless it may go and is a file', async () => {
  const { context, dir } = await someArticles();
  const to = join(dir, 'a.json');
  writeFileSync(to, 'mine');
  const run = (replace: boolean, path = to) =>
    context.client['exports.run']({ articles: 'everything', format: 'json', to: path, replace });
  await expect(run(false)).rejects.toMatchObject({ code: 'conflict' });
  expect(readFileSync(to, 'utf8')).toBe('mine');
  await run(true);
  expect(titlesOf(to)).toHaveLength(2);
  mkdirSync(join(dir, 'folder'));
  await expect(run(true, join(dir, 'folder'))).rejects.toMatchObject({ code: 'conflict' });
  await expect(run(false, join(dir, 'nowhere', 'a.json'))).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(run(false, 'a.json')).rejects.toMatchObject({ code: 'invalid_input' });
  expect(readdirSync(dir).sort()).toEqual(['a.json', 'folder']);
});

test('one that is cancelled leaves nothing', async () => {
  const { context, dir } = await someArticles();
  const controller = new AbortController();
  const running = context.client['exports.run'](
    { articles: 'everything', format: 'json', to: join(dir, 'a.json') },
    controller.signal,
  );
  controller.abort();
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect(readdirSync(dir)).toEqual([]);
});

test('a window that knows no paths gets a name', async () => {
  const { context } = await someArticles();
  const exported = await context.client['exports.run']({
    articles: 'everything',
    format: 'csv',
    to: null,
  });
  expect(exported.path).toBeNull();
  expect(exported.file).toMatch(/^[0-9A-Z]{26}\.csv$/);
  expect(existsSync(join(context.dir, 'exports', exported.file ?? ''))).toBe(true);
});

test('a table and bookmarks hold what is known of the articles', async () => {
  const { context, dir } = await someArticles();
  const written = async (format: ExportFormat) => {
    const to = join(dir, format);
    await context.client['exports.run']({ articles: 'everything', format, to });
    return readFileSync(to, 'utf8');
  };
  const rows = (await written('csv')).split('\r\n');
  expect(rows[0]).toMatch(/^\ufeffTitle,URL,Author/);
  expect(rows[2]).toMatch(/^The owl,https:\/\/example\.org\/owl,.*,birds; night,/);
  expect(await written('bookmarks')).toContain(
    '<DT><A HREF="https://example.org/owl" ADD_DATE="1" TAGS="birds,night">The owl</A>',
  );
});
