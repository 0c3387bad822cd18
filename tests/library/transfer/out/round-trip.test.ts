// A full export comes back as it was: every row by its uid, every file, both ways and twice.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { Settings } from '#contract/types/settings.ts';
import { findSealedIds, rowState, sealedTables } from '#library/storage/digest.ts';
import { insertWholeArticle } from '../../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../../support/make-context.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { importWhole, rowsOf } from '../../../support/transfer/import-whole.ts';
import { libraryRows } from '../../../support/transfer/library-rows.ts';
import { wholeLibrary } from '../../../support/transfer/whole-library.ts';

/** In the library of which everything is used. */
const ARTICLES = 8;

const exportTo = (context: TestContext, to: string) =>
  context.client['exports.run']({ articles: 'everything', format: 'full', to });

async function importInto({ client }: TestContext, path: string): Promise<void> {
  expect(await importWhole(client, path, { fetch: true })).toMatchObject({
    state: 'done',
    format: 'lectern',
    counts: { imported: ARTICLES, merged: 0, skipped: 0, failed: 0 },
  });
}

function unchosen(settings: Settings): string[] {
  const defaults = Settings.parse({});
  return (Object.keys(defaults) as (keyof Settings)[]).filter(
    (key) => JSON.stringify(settings[key]) === JSON.stringify(defaults[key]),
  );
}

function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((path) => [relative(folder, path), readFileSync(path).toString('base64')]),
  );
}

test('a library in which everything is used comes back equal, by folder and by zip', async () => {
  const first = await wholeLibrary();
  const rows = libraryRows(first.db);
  // A table that is empty would prove nothing; these two are empty whenever nothing lags.
  const empty = Object.keys(rows).filter((table) => rows[table]?.length === 0);
  expect(empty).toEqual(['fingerprint_pending', 'index_pending']);
  // A choice that was left as it comes would prove nothing either.
  expect(unchosen(await first.client['settings.get']({}))).toEqual(['network']);
  const dir = tempDir();
  expect((await exportTo(first, join(dir, 'first'))).problems).toEqual([]);

  const second = await makeContext();
  await importInto(second, join(dir, 'first'));
  expect(libraryRows(second.db)).toEqual(rows);
  await exportTo(second, join(dir, 'second.zip'));

  const third = await makeContext();
  await importInto(third, join(dir, 'second.zip'));
  expect(libraryRows(third.db)).toEqual(rows);
  await exportTo(third, join(dir, 'third'));
  expect(filesOf(join(dir, 'third'))).toEqual(filesOf(join(dir, 'first')));
  expect(filesOf(join(third.dir, 'assets'))).toEqual(filesOf(join(first.dir, 'assets')));

  for (const { db } of [second, third]) {
    const damaged = sealedTables.flatMap((table) =>
      findSealedIds(db, table).filter((id) => rowState(db, table, id) !== 'whole'),
    );
    expect(damaged).toEqual([]);
  }
  const found = async ({ client }: TestContext, text: string) =>
    (await client['search.run']({ text })).hits.map(({ article }) => article.uid);
  for (const query of [
    'quixotic',
    'النهر',
    'tag:water',
    'has:table',
    'note:read',
    'collection:work',
  ]) {
    const expected = await found(first, query);
    expect([query, expected.length > 0]).toEqual([query, true]);
    expect(await found(third, query)).toEqual(expected);
  }
});

test('into a library that has some of it, the rest comes as it was, and what is there loses nothing', async () => {
  const first = await wholeLibrary();
  const dir = tempDir();
  const all = join(dir, 'all');
  await exportTo(first, all);
  const second = await makeContext();
  await importInto(second, all);
  const [some] = (await second.client['articles.list']({ tag: 'water' as never })).articles;
  if (!some) throw new Error('some article is about water');
  await second.client['notes.save']({ uid: some.uid, markdown: 'Mine.' });
  const rows = libraryRows(second.db);
  expect(await importWhole(second.client, all, { fetch: true })).toMatchObject({
    counts: { imported: 0, failed: 0 },
  });
  const after = libraryRows(second.db);
  expect(after.note).toEqual(rows.note);
  for (const table of ['article', 'highlight', 'snapshot', 'tag', 'article_tag', 'collection'])
    expect([table, after[table]]).toEqual([table, rows[table]]);

  await second.client['articles.trash']({ uids: [some.uid], trashed: true });
  await second.client['articles.deleteForGood']({ uids: [some.uid] });
  expect(await importWhole(second.client, all, { fetch: true })).toMatchObject({
    counts: { imported: 1, failed: 0 },
  });
  expect(await second.client['notes.get']({ uid: some.uid })).toBeNull();
  expect(libraryRows(second.db).article).toEqual(libraryRows(first.db).article);
});

test('what somebody else wrote into an export is as harmless as any page', async () => {
  const first = await makeContext();
  const uid = insertWholeArticle(first, {
    html: '<p>It sat <b>still</b>.</p>',
    text: 'It sat still.',
  }).uid;
  const all = join(tempDir(), 'all');
  await exportTo(first, all);
  const list = join(all, 'articles.jsonl');
  const written = readFileSync(list, 'utf8');
  const hostile = String.raw`<p onclick=\"alert(1)\">It sat <b>still</b>.<img src=x onerror=alert(1)></p><script>alert(1)</script>`;
  writeFileSync(list, written.replace('<p>It sat <b>still</b>.</p>', hostile));
  expect(readFileSync(list, 'utf8')).toContain('onerror');
  const second = await makeContext();
  const run = await importWhole(second.client, all);
  expect(run.counts).toMatchObject({ imported: 1 });
  // Its page was never in the store: that is said, and the article is there all the same.
  expect(await rowsOf(second.client, run)).toMatchObject([
    { place: 'articles.jsonl', outcome: 'failed' },
    { outcome: 'imported', problem: { code: 'not_found' } },
  ]);
  const { html, text } = await second.client['articles.content']({ uid });
  expect({ html, text }).toEqual({ html: '<p>It sat <b>still</b>.</p>', text: 'It sat still.' });
});
