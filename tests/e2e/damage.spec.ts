// Damage that was found in the library: told above everything, and put right by one press.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { axeFindings } from '../support/axe.ts';
import { expect, test } from './test.ts';
import { longBody } from './window.ts';

test('damage is told, and put right where it can be', async ({ lectern, page, host }) => {
  await lectern.clipPage('Lamps', longBody(3));
  await lectern.isClipped('Lamps');
  const repair = page.getByRole('button', { name: 'Repair' });
  await expect(repair).toBeHidden();
  // As the look through everything leaves it, once a month.
  const db = new Database(join(host.libraryDir, 'library.sqlite'));
  db.exec(`UPDATE reader_content SET reader_text = x'0300'
      WHERE article_id = (SELECT id FROM article WHERE title = 'Lamps');
    INSERT INTO scrub_finding (table_name, article_uid, code, message, found_at)
      SELECT 'reader_content', uid, 'library_damaged', 'A row is not as it was written.', 0
        FROM article WHERE title = 'Lamps'`);
  db.close();
  await page.reload();
  await expect(page.getByText('Damage was found in 1 article.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await repair.click();
  await expect(repair).toBeHidden();
  expect(await host.lectern('check')).toMatch(/^The library is sound/);
});
