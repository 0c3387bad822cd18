// A full export comes in by the engine as it does by itself: equal in every row, whole or in parts, and into a library that has some of it.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeContext } from '../../../../support/make-context.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import { importWhole } from '../../../../support/transfer/import-whole.ts';
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
