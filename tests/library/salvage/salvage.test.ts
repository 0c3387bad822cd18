// Salvage: a whole library comes back whole, a broken one as far as it can be read, and what is lost is told.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { libraryContract } from '#contract/library.ts';
import { openLibrary } from '#library/open-library.ts';
import { salvageLibrary } from '#library/salvage-library.ts';
import {
  choosePages,
  clipPages,
  databaseOf,
  destroyPages,
  readTexts,
} from '../../support/broken-library.ts';
import { clientOf } from '../../support/client-of.ts';
import { makePorts, textParser } from '../../support/make-ports.ts';
import { tempDir } from '../../support/temp-dir.ts';

const never = new AbortController().signal;

const made = mkdtempSync(join(tmpdir(), 'lectern-salvage-'));
beforeAll(() => clipPages(made, 280));
afterAll(() => rmSync(made, { recursive: true }));

/** A copy of the library, to be broken. */
function library() {
  const dir = join(tempDir(), 'library');
  cpSync(made, dir, { recursive: true });
  return dir;
}

const salvage = (from: string, to = `${from}-new`) =>
  salvageLibrary({ from, to, ports: makePorts({ parser: textParser }) }, never);

async function checkOf(dir: string) {
  const library = await openLibrary({ dir, ports: makePorts() });
  try {
    return await clientOf(libraryContract, library.dispatch)['library.check']({});
  } finally {
    await library.close();
  }
}

/** What follows from articles is made by whoever opens the library first. */
async function openUntilIndexed(dir: string): Promise<void> {
  const library = await openLibrary({ dir, ports: makePorts() });
  try {
    const client = clientOf(libraryContract, library.dispatch);
    await vi.waitFor(async () => {
      const { done, total } = await client['search.indexState']({});
      expect(done).toBe(total);
    }, 10_000);
  } finally {
    await library.close();
  }
}

/** All rows of all tables that a salvage carries over, or that are made of them. */
function rowsOf(dir: string): Record<string, unknown[]> {
  const db = new Database(databaseOf(dir), { readonly: true });
  const tables = db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal_%'
        AND name NOT LIKE 'vocabulary_%' AND name NOT LIKE 'index_%'
        AND name NOT LIKE 'search_index%' AND name NOT LIKE 'title_index%' AND name NOT LIKE 'fingerprint%' AND name NOT LIKE 'near_duplicate' AND name NOT LIKE 'scrub_%'`,
    )
    .pluck()
    .all() as string[];
  const rows = Object.fromEntries(
    tables.map((name) => [name, db.prepare(`SELECT * FROM ${name} `).all()]),
  );
  db.close();
  return rows;
}
const snapshotOf = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => `${name} ${readFileSync(join(parentPath, name), 'hex')}`)
    .sort();

describe('of a whole library', () => {
  it('everything comes back, and nothing in it is touched', async () => {
    const dir = library();
    const before = snapshotOf(dir);
    const report = await salvage(dir);
    expect(report).toMatchObject({ readAgain: 0, destroyed: 0, problems: [] });
    expect(report.articles).toBeGreaterThan(30);
    expect(snapshotOf(dir)).toEqual(before);
    await openUntilIndexed(`${dir}-new`);
    const anew = rowsOf(`${dir}-new`);
    for (const [table, rows] of Object.entries(rowsOf(dir))) {
      expect([table, anew[table]]).toEqual([table, rows]);
    }
    expect(await readTexts(`${dir}-new`)).toEqual(await readTexts(dir));
    expect(await checkOf(`${dir}-new`)).toMatchObject({ ok: true, problems: [] });
  });

  it('what only the write-ahead log holds comes back, and a log that was never committed does not', async () => {
    const dir = library();
    const db = new Database(databaseOf(dir));
    db.pragma('wal_autocheckpoint = 0');
    db.exec(`INSERT INTO saved_search (uid, name, query, position, created_at)
      VALUES ('01J00000000000000000000000', 'Owls', 'owl', 0, 1700000000000)`);
    // As after a crash: the log stays beside the file.
    const copy = `${dir}-crashed`;
    cpSync(dir, copy, { recursive: true });
    db.close();
    rmSync(join(copy, 'library.sqlite-shm'), { force: true });
    await salvage(copy);
    expect(rowsOf(`${copy}-new`).saved_search).toMatchObject([{ name: 'Owls' }]);
    // Half of the last frame: not committed, so not there.
    const log = `${databaseOf(copy)}-wal`;
    truncateSync(log, readFileSync(log).byteLength - 2000);
    await salvage(copy, `${copy}-newer`);
    expect(rowsOf(`${copy}-newer`).saved_search).toEqual([]);
  });
});

describe('of a broken library', () => {
  it('whose first page is gone, which SQLite does not open, all articles come back', async () => {
    const dir = library();
    const texts = await readTexts(dir);
    destroyPages(dir, [1], 1);
    await expect(openLibrary({ dir, ports: makePorts() })).rejects.toMatchObject({
      code: 'library_damaged',
    });
    await salvage(dir);
    expect(await readTexts(`${dir}-new`)).toEqual(texts);
  });

  it('most comes back, the rest is named, and the new one is sound', async () => {
    const dir = library();
    const texts = await readTexts(dir);
    destroyPages(dir, choosePages(dir, 26, 5), 5);
    const report = await salvage(dir);
    const found = await readTexts(`${dir}-new`);
    const back = [...texts].filter(([uid, text]) => found.get(uid) === text);
    expect(back.length / texts.size).toBeGreaterThan(0.7);
    expect(report.destroyed).toBeGreaterThan(0);
    // What is lost is lost, and named; nothing else is wrong.
    const lost = report.problems.filter(({ table }) => table === 'reader_content');
    expect((await checkOf(`${dir}-new`)).problems.length).toBeLessThanOrEqual(lost.length);
  });

  it('an article whose text and page are lost is named, and found by its title still', async () => {
    const dir = library();
    const db = new Database(databaseOf(dir));
    db.pragma('foreign_keys = OFF');
    db.exec(
      'DELETE FROM reader_content WHERE article_id = 2; DELETE FROM snapshot WHERE article_id = 2',
    );
    db.prepare(`UPDATE article SET title = 'Zebrafish' WHERE id = 2`).run();
    const uid = db.prepare('SELECT uid FROM article WHERE id = 2').pluck().get();
    db.close();
    const { problems } = await salvage(dir);
    const lost = expect.stringMatching(/^The text of this article is lost/);
    expect(problems).toContainEqual(
      expect.objectContaining({ table: 'reader_content', uid, message: lost }),
    );
    const again = await openLibrary({ dir: `${dir}-new`, ports: makePorts() });
    const client = clientOf(libraryContract, again.dispatch);
    const search = () => client['search.run']({ text: 'zebrafish' });
    await expect
      .poll(async () => (await search()).hits.map(({ article }) => article.uid), {
        timeout: 10_000,
      })
      .toEqual([uid]);
    await again.close();
    expect((await checkOf(`${dir}-new`)).problems.map(({ table }) => table)).toEqual(['snapshot']);
  });

  it('an article whose row and text are lost is made again from its page', async () => {
    const dir = library();
    const db = new Database(databaseOf(dir));
    db.pragma('foreign_keys = OFF');
    const { title, uid } = db.prepare('SELECT title, uid FROM article WHERE id = 2').get() as {
      title: string;
      uid: string;
    };
    // Triggers would take the traces away: only the row's own page is damaged.
    db.exec('DROP TRIGGER article_untagged; DROP TRIGGER article_discounted');
    db.exec('DELETE FROM reader_content WHERE article_id = 2; DELETE FROM article WHERE id = 2');
    db.close();
    const texts = await readTexts(dir);
    const report = await salvage(dir);
    const found = await readTexts(`${dir}-new`);
    expect(report.readAgain).toBe(1);
    expect(found.size).toBe(texts.size + 1);
    const [anew] = [...found].filter(([each]) => !texts.has(each));
    // Nothing knows its uid any more; the title is in the page.
    expect([anew?.[0] === uid, anew?.[1].split('\n')[0]]).toEqual([false, title]);
  });

  it('one that was cut off gives what it has; noise gives an empty library, not an error', async () => {
    const dir = library();
    const bytes = readFileSync(databaseOf(dir));
    writeFileSync(databaseOf(dir), bytes.subarray(0, bytes.byteLength * 0.7));
    const report = await salvage(dir);
    expect(report.articles).toBeGreaterThan(4);
    expect(report.problems).not.toEqual([]);
    writeFileSync(databaseOf(dir), Buffer.alloc(100_000, 'noise'));
    expect(await salvage(dir, `${dir}-of-noise`)).toMatchObject({ articles: 0 });
  });
});

describe('nothing is overwritten', () => {
  it.each<[string, (dir: string) => string, string]>([
    ['the broken library itself', (dir) => dir, 'conflict'],
    ['a folder inside it', (dir) => join(dir, 'new'), 'conflict'],
    ['a folder with something in it', (dir) => join(dir, '..'), 'conflict'],
  ])('by salvaging into %s', async (_, target, code) => {
    const dir = library();
    const before = snapshotOf(dir);
    await expect(salvage(dir, target(dir))).rejects.toMatchObject({ code });
    expect(snapshotOf(dir)).toEqual(before);
  });

  it('while another program writes to it, or where there is no library', async () => {
    const dir = library();
    const owner = await openLibrary({ dir, ports: makePorts() });
    await expect(salvage(dir)).rejects.toMatchObject({ code: 'library_busy' });
    await owner.close();
    await expect(salvage(join(dir, 'nowhere'))).rejects.toMatchObject({ code: 'not_found' });
    expect(existsSync(`${dir}-new`)).toBe(false);
  });
});
