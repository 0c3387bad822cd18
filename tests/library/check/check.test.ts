// The check: a sound library passes, and each kind of damage is found and named, by article.
import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { LibraryError } from '#contract/errors.ts';
import { libraryContract } from '#contract/library.ts';
import { openReaderOnly } from '#library/open-reader.ts';
import { assetNameOf, assetPath } from '#library/storage/asset-store.ts';
import { clientOf } from '../../support/client-of.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { textParser } from '../../support/make-ports.ts';

const TITLES = ['Of owls', 'Of tigers', 'Of whales'] as const;
const textOf = (title: string) => `${title}\n${`${title} there is much to say. `.repeat(40)}`;
const assetOf = (title: string) => assetNameOf(new TextEncoder().encode(textOf(title)), 'bin');

/** A library with three articles, closed. */
async function closedLibrary() {
  const { client, dir, close } = await makeLibrary({ parser: textParser });
  const uids: Record<string, string> = {};
  for (const title of TITLES) {
    uids[title] = (await client['clip.fromPasted']({ text: textOf(title) })).uid;
  }
  await client['tags.add']({ uids: [uids['Of owls'] ?? ''], name: 'birds' });
  await close();
  return { dir, uids, file: join(dir, 'library.sqlite') };
}

async function check(dir: string) {
  const reader = await openReaderOnly({ dir });
  try {
    return await clientOf(libraryContract, reader.dispatch)['library.check']({});
  } finally {
    reader.close();
  }
}

/** Changes the database behind the library's back. */
function alter(file: string, sql: string) {
  const db = new Database(file);
  db.unsafeMode();
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
}

const sound = { ok: true, checked: { rows: 9, assets: 3, indexed: 3 }, problems: [] };

describe('a sound library', () => {
  it('passes, also while it is in use', async () => {
    const { dir } = await closedLibrary();
    expect(await check(dir)).toEqual(sound);
    const { client } = await makeLibrary({ dir, parser: textParser });
    expect(await client['library.check']({})).toEqual(sound);
    const { articles } = await client['articles.list']({});
    await client['articles.star']({ uids: articles.map(({ uid }) => uid), starred: true });
    await client['reading.opened']({ uid: articles[0]?.uid ?? '' });
    await client['journal.undo']({});
    expect(await client['library.check']({})).toEqual(sound);
  });

  it('passes again after more was clipped', async () => {
    const { dir } = await closedLibrary();
    const { client } = await makeLibrary({ dir, parser: textParser });
    // The index puts its parts together anew again and again: what was known of them before is no more.
    for (let at = 0; at < 30; at++) {
      await client['clip.fromPasted']({ text: textOf(`More ${at}`) });
      expect((await client['library.check']({})).problems).toEqual([]);
    }
  });

  it('need not be checked to the end', async () => {
    const { dir } = await closedLibrary();
    const { client } = await makeLibrary({ dir });
    const giveUp = new AbortController();
    const checking = client['library.check']({}, giveUp.signal);
    giveUp.abort();
    await expect(checking).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('damage inside the database', () => {
  it('of one letter of a title is found, though SQLite sees none', async () => {
    const { dir, uids, file } = await closedLibrary();
    const bytes = readFileSync(file);
    const row = bytes.lastIndexOf('Of tigers');
    bytes[row + 3] = 'T'.charCodeAt(0);
    writeFileSync(file, bytes);
    const db = new Database(file, { readonly: true });
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    db.close();
    expect(await check(dir)).toEqual({
      ...sound,
      ok: false,
      problems: [
        {
          code: 'library_damaged',
          message: `A row of article (2) is not as it was written.`,
          table: 'article',
          uid: uids['Of tigers'],
        },
      ],
    });
  });

  it.each([
    ['article', `UPDATE article SET excerpt = 'changed' WHERE title = 'Of owls'`],
    ['snapshot', `UPDATE snapshot SET charset = 'x' WHERE id = 1`],
    ['reader_content', `UPDATE reader_content SET reader_text = x'0300' WHERE article_id = 1`],
    [
      'highlight',
      `INSERT INTO highlight (uid, article_id, colour, quote, prefix, suffix, created_at, updated_at)
        VALUES ('x', 1, 'yellow', 'much', '', '', 0, 0)`,
    ],
    [
      'note',
      `INSERT INTO note (uid, article_id, markdown, created_at, updated_at) VALUES ('x', 1, '', 0, 0)`,
    ],
  ])('of a row of %s names its article', async (table, sql) => {
    const { dir, uids, file } = await closedLibrary();
    alter(file, sql);
    const { ok, problems } = await check(dir);
    expect({ ok, problems: problems.map((problem) => [problem.table, problem.uid]) }).toEqual({
      ok: false,
      problems: [[table, uids['Of owls']]],
    });
  });

  it('of the name of a tag or a collection is found', async () => {
    const { dir, file } = await closedLibrary();
    const { client, close } = await makeLibrary({ dir, parser: textParser });
    await client['collections.add']({ name: 'For winter' });
    await close();
    alter(file, `UPDATE tag SET name = 'Words'; UPDATE collection SET name_key = 'for sinter'`);
    expect((await check(dir)).problems).toMatchObject([
      { table: 'tag', message: 'The name of a tag (1) is not as it was written.' },
      { table: 'collection', message: 'The name of a collection (1) is not as it was written.' },
    ]);
  });

  it('of the search index is found', async () => {
    const { dir, uids, file } = await closedLibrary();
    alter(file, 'DELETE FROM search_index WHERE rowid = 2');
    const missing = {
      code: 'library_damaged',
      message: 'This article is missing from the search index.',
      table: 'search_index',
      uid: uids['Of tigers'],
    };
    const checked = { ...sound.checked, indexed: 2 };
    expect(await check(dir)).toEqual({ ok: false, checked, problems: [missing] });
    alter(file, `INSERT INTO search_index (rowid, title, body) VALUES (77, 'x', 'x')`);
    expect((await check(dir)).problems.map(({ message }) => message)).toEqual([
      missing.message,
      '1 entries of the search index belong to no article.',
    ]);
    alter(file, 'DELETE FROM search_index_data WHERE id > 100');
    expect((await check(dir)).problems[0]).toMatchObject({
      table: 'library',
      message: expect.stringMatching(/^SQLite reports: fts5: .*search_index/),
    });
  });

  it('of very many rows is told in a list that ends', async () => {
    const { dir, file } = await closedLibrary();
    alter(
      file,
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
        INSERT INTO highlight (uid, article_id, colour, quote, prefix, suffix, created_at, updated_at)
          SELECT 'x' || i, 1, 'yellow', 'much', '', '', 0, 0 FROM n`,
    );
    const { ok, problems, checked } = await check(dir);
    expect({ ok, checked, length: problems.length, last: problems.at(-1)?.message }).toEqual({
      ok: false,
      checked: { ...sound.checked, rows: 1509 },
      length: 1001,
      last: 'And 500 more.',
    });
  });

  it('of any page is noticed', async () => {
    const { dir, file } = await closedLibrary();
    const whole = readFileSync(file);
    const pageSize = whole.readUInt16BE(16);
    const unnoticed: number[] = [];
    let pages = 0;
    for (let at = 0; at < whole.byteLength; at += pageSize) {
      pages++;
      const damaged = Buffer.from(whole);
      damaged.fill(0, at, at + pageSize);
      writeFileSync(file, damaged);
      // Where even opening it fails, that must be said to be damage.
      const noticed = await check(dir).then(
        ({ ok }) => !ok,
        (error: LibraryError) => error.code === 'library_damaged',
      );
      if (!noticed) unnoticed.push(at / pageSize + 1);
    }
    expect(pages).toBeGreaterThan(40);
    expect(unnoticed).toEqual([]);
    writeFileSync(file, whole);
    expect(await check(dir)).toEqual(sound);
  });
});

describe('damage of files', () => {
  const file = (message: string, code = 'library_damaged') => ({ code, message, table: 'asset' });

  it.each<[string, (path: string) => void, (name: string) => object]>([
    [
      'missing',
      (path) => rmSync(path),
      (name) => file(`The file ${name} is missing.`, 'not_found'),
    ],
    [
      'longer',
      (path) => appendFileSync(path, '!'),
      (name) => file(`The file ${name} is not as it was written.`),
    ],
    [
      'shorter',
      (path) => truncateSync(path, 3),
      (name) => file(`The file ${name} is not as it was written.`),
    ],
    [
      'empty',
      (path) => {
        rmSync(path);
        writeFileSync(path, '');
      },
      (name) => file(`The file ${name} is not as it was written.`),
    ],
  ])('that are %s is found and names an article', async (_, damage, problem) => {
    const { dir, uids } = await closedLibrary();
    const name = assetOf('Of whales');
    damage(assetPath(dir, name));
    expect(await check(dir)).toEqual({
      ...sound,
      ok: false,
      problems: [{ ...problem(name), uid: uids['Of whales'] }],
    });
  });
});
