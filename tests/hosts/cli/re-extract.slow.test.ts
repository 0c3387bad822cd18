// lectern re-extract: the archive read anew, or what would come of it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { lectern } from '../../support/lectern.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

// Each of these starts processes.
vi.setConfig({ testTimeout: 60_000 });

test('says what would change, and changes it when it is told to', async () => {
  const dir = tempDir();
  const library = join(dir, 'library');
  const run = (...args: string[]) => lectern([...args, '--library', library]);
  for (const name of ['lamp', 'moth']) {
    writeFileSync(join(dir, `${name}.html`), articlePage(`The ${name}`, `A quincunx of ${name}s.`));
    await run('clip', join(dir, `${name}.html`));
  }
  // As an earlier page reader made one of them.
  const db = new Database(join(library, 'library.sqlite'));
  db.exec("UPDATE article SET word_count = 3 WHERE title = 'The lamp'");
  db.prepare(
    `UPDATE reader_content SET extractor_version = 1, reader_text = ?, html = ?
      WHERE article_id = (SELECT id FROM article WHERE title = 'The lamp')`,
  ).run(deflateRawSync('Only three words'), deflateRawSync('<p>Only three words</p>'));
  db.close();

  const dry = await run('re-extract', '--dry-run');
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toMatch(
    /^ *\+\d+ {2}[0-9A-Z]{26} {2}The lamp {2}3 → \d+ words\n1 read, 1 would change: 1 would gain words, 0 would lose words\n$/,
  );
  const applied = JSON.parse((await run('re-extract', '--json')).stdout);
  expect(applied).toMatchObject({
    dryRun: false,
    articles: [{ title: 'The lamp', wordsBefore: 3, outcome: 'applied', problem: null }],
  });
  const { uid } = applied.articles[0];
  expect((await run('show', uid)).stdout).toContain('A quincunx of lamps.');
  expect((await run('re-extract')).stdout).toMatch(/^0 read, 0 change/);
  expect((await run('re-extract', '--all', '--dry-run')).stdout).toMatch(/^2 read, 0 would change/);
  expect(await run('re-extract', uid, '--all')).toMatchObject({ code: 2 });
  expect((await run('check')).code).toBe(0);
});
