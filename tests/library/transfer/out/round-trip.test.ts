// A full export comes back as it was: every row by its uid, every file, both ways and twice.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { assetKeeper } from '#library/clip/asset-keeper.ts';
import { transaction } from '#library/storage/database.ts';
import { findSealedIds, rowState, sealedTables } from '#library/storage/digest.ts';
import { prepareExactArticle } from '#library/transfer/exact/prepare-article.ts';
import { insertExactArticle } from '#library/transfer/exact/put-article.ts';
import { putExactShared } from '#library/transfer/exact/put-shared.ts';
import { lectern } from '#library/transfer/in/formats/lectern.ts';
import { openSource } from '#library/transfer/source/source.ts';
import { makeContext, type TestContext } from '../../../support/make-context.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { libraryRows } from '../../../support/transfer/library-rows.ts';
import { wholeLibrary } from '../../../support/transfer/whole-library.ts';

const never = new AbortController().signal;

const exportTo = (context: TestContext, to: string) =>
  context.client['exports.run']({ articles: 'everything', format: 'full', to });

async function importInto(context: TestContext, path: string): Promise<void> {
  const source = await openSource(path, never);
  const given = await lectern.shared?.(source, never);
  if (!given) throw new Error('a full export says what is beside articles');
  const shared = putExactShared(context, given, true);
  const hold = assetKeeper(context)();
  for await (const found of lectern.read(source, never)) {
    if (!('item' in found) || !found.item.exact) throw new Error(JSON.stringify(found));
    const { exact, missing } = await prepareExactArticle(
      context.ports.parser,
      found.item.exact,
      hold,
      never,
    );
    expect(missing).toEqual([]);
    transaction(context.db, () => insertExactArticle(context, exact, { shared, fetches: true }));
  }
  await hold.release();
  await source.close();
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
