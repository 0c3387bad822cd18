// lectern re-extract: the archive read anew, or what would come of it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { lectern, startLectern } from '../../support/lectern.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

// Each of these starts processes.
vi.setConfig({ testTimeout: 120_000 });

/** @param title may hold `%` */
function asOfAnEarlierReader(library: string, title: string): void {
  const db = new Database(join(library, 'library.sqlite'));
  db.prepare('UPDATE article SET word_count = 3 WHERE title LIKE ?').run(title);
  db.prepare(
    `UPDATE reader_content SET extractor_version = 1, reader_text = ?, html = ?
      WHERE article_id IN (SELECT id FROM article WHERE title LIKE ?)`,
  ).run(deflateRawSync('Only three words'), deflateRawSync('<p>Only three words</p>'), title);
  db.close();
}

test('says what would change, and changes it when it is told to', async () => {
  const dir = tempDir();
  const library = join(dir, 'library');
  const run = (...args: string[]) => lectern([...args, '--library', library]);
  for (const name of ['lamp', 'moth']) {
    writeFileSync(join(dir, `${name}.html`), articlePage(`The ${name}`, `A quincunx of ${name}s.`));
    await run('clip', join(dir, `${name}.html`));
  }
  asOfAnEarlierReader(library, 'The lamp');

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

test('stopped in the middle it keeps what it has done, says so, and goes on with the rest', async () => {
  const COUNT = 60;
  const dir = tempDir();
  const library = join(dir, 'library');
  const run = (...args: string[]) => lectern([...args, '--library', library]);
  mkdirSync(join(dir, 'saved'));
  for (let at = 0; at < COUNT; at++) {
    const page = articlePage(`Lamp ${at}`, `A quincunx of ${at} moths.`);
    writeFileSync(join(dir, 'saved', `${at}.html`), page);
  }
  expect(await run('clip', join(dir, 'saved'))).toMatchObject({ code: 0 });
  asOfAnEarlierReader(library, 'Lamp %');

  const child = await startLectern(['re-extract', '--library', library]);
  const text = { stdout: '', stderr: '' };
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk;
  });
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    // The first part is done, and told.
    if (text.stdout === '') child.kill('SIGINT');
    text.stdout += chunk;
  });
  expect(await new Promise((done) => child.on('close', done))).toBe(1);
  expect(text.stderr).toMatch(/^cancelled: .*\.\n$/);
  const done = Number(
    /^(\d+) read, \1 change: \1 gain words, 0 lose words$/m.exec(text.stdout)?.[1],
  );
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(COUNT);

  const rest = JSON.parse((await run('re-extract', '--json')).stdout);
  expect(rest.articles).toHaveLength(COUNT - done);
  expect((await run('re-extract')).stdout).toMatch(/^0 read, 0 change/);
  expect((await run('check')).code).toBe(0);
});
