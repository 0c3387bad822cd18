// A full export comes in by the engine as it does by itself: equal in every row, whole or in parts, and into a library that has some of it.
import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeContext } from '../../../../support/make-context.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import { importWhole, rowsOf } from '../../../../support/transfer/import-whole.ts';
import { libraryRows } from '../../../../support/transfer/library-rows.ts';
import { wholeLibrary } from '../../../../support/transfer/whole-library.ts';

it('makes an equal library, and adds nothing when it comes again', async () => {
  const first = await wholeLibrary();
  const rows = libraryRows(first.db);
  const to = join(tempDir(), 'export');
  await first.client['exports.run']({ articles: 'everything', format: 'full', to });

  const second = await makeContext();
  const run = await importWhole(second.client, to, { fetch: true });
  expect(run).toMatchObject({ state: 'done', format: 'lectern', counts: { failed: 0, merged: 0 } });
  expect(run.counts.imported).toBe(run.total);
  expect(libraryRows(second.db)).toEqual(rows);

  // What awaits its text would be asked for once more.
  const again = await importWhole(second.client, to);
  expect(again.counts).toEqual({ imported: 0, merged: 0, skipped: run.total, failed: 0 });
  expect(libraryRows(second.db)).toEqual(rows);

  await second.client['imports.undo'](run);
  expect((await second.client['articles.counts']({})).all).toBe(0);
});

it('goes out and comes back without a single article', async () => {
  const first = await makeContext();
  await first.client['collections.add']({ name: 'Later' });
  await first.client['settings.change']({ theme: 'sepia' });
  const to = join(tempDir(), 'export.zip');
  expect(
    await first.client['exports.run']({ articles: 'everything', format: 'full', to }),
  ).toMatchObject({ articles: 0, problems: [] });

  const second = await makeContext();
  const before = libraryRows(second.db);
  const plan = await second.client['imports.plan']({ source: { path: to } });
  expect(plan).toMatchObject({ canImport: true, counts: { items: 0, unreadable: 0 } });
  const run = await importWhole(second.client, to);
  expect(run).toMatchObject({ state: 'done', total: 0, canUndo: true });
  expect(libraryRows(second.db)).toEqual(libraryRows(first.db));
  await second.client['imports.undo'](run);
  expect(libraryRows(second.db)).toEqual(before);
});

it('names each file that is no longer as it was written, and takes in what is left', async () => {
  const first = await wholeLibrary();
  const to = join(tempDir(), 'export');
  await first.client['exports.run']({ articles: 'everything', format: 'full', to });
  const change = (path: string, more: string) => appendFileSync(join(to, path), more);
  change('articles.jsonl', '\n');
  change('highlights.md', 'a word more');
  rmSync(join(to, 'index.html'));
  const [picture = ''] = readdirSync(join(to, 'assets'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.png'))
    .sort();
  change(join('assets', picture), 'x');

  const second = await makeContext();
  const { unreadable } = await second.client['imports.plan']({ source: { path: to } });
  expect(unreadable.map(({ place, problem }) => [place, problem.code])).toEqual([
    ['articles.jsonl', 'invalid_input'],
    ['highlights.md', 'invalid_input'],
    ['index.html', 'not_found'],
  ]);
  const run = await importWhole(second.client, to, { fetch: true });
  expect(run).toMatchObject({ state: 'done', counts: { imported: 8, failed: 3 } });
  const rows = await rowsOf(second.client, run);
  const lacking = rows.filter(({ outcome, problem }) => outcome === 'imported' && problem);
  expect(lacking.length).toBeGreaterThan(0);
  for (const { problem } of lacking) expect(problem?.message).toContain(`assets/${picture}`);
});
