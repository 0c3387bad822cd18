// Row digests: every column counts, and added ones change nothing.
import { describe, expect, it } from 'vitest';
import { statement } from '#library/storage/database.ts';
import {
  findSealedIds,
  forgetColumns,
  insertSealed,
  rowState,
  seal,
  sealAll,
  sealedTables,
} from '#library/storage/digest.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

// Another value of the same kind for each column. Keys would break references and are compared by them.
const changes: Record<string, unknown[]> = {
  article: [
    `uid = 'X'`,
    `source_url = 'X'`,
    `canonical_url = 'X'`,
    `url_key = 'X'`,
    `site = 'X'`,
    `title = title || ' '`,
    `author = 'X'`,
    `site_name = 'X'`,
    `published_at = 'X'`,
    `lang = 'X'`,
    `dir = 'rtl'`,
    `excerpt = 'X'`,
    `word_count = word_count + 1`,
    `lead_image = 1`,
    `warning_code = 'bug'`,
    `warning_message = 'X'`,
    `reading_status = 'reading'`,
    `progress = 0.5`,
    `progress_anchor = 'X'`,
    `saved_at = saved_at + 1`,
    `opened_at = 1`,
    `finished_at = 1`,
    `updated_at = updated_at + 1`,
    `starred_at = 1`,
    `archived_at = 1`,
    `trashed_at = 1`,
    `type_settings = '{}'`,
    `digest = x'00'`,
  ],
  snapshot: [
    `uid = 'X'`,
    `kind = 'text'`,
    `file_name = 'X'`,
    `url = 'X'`,
    `charset = 'X'`,
    `captured_at = captured_at + 1`,
    `digest = x''`,
  ],
  reader_content: [
    `extractor_version = 99`,
    `normaliser_version = 99`,
    `html = x'0300'`,
    `reader_text = html`,
    `digest = x''`,
  ],
};

describe('a row digest', () => {
  it.each(Object.keys(changes))('of %s notices a change of any column', async (name) => {
    const table = name as 'article';
    const context = await makeContext();
    const { id } = insertWholeArticle(context);
    const { db } = context;
    expect(rowState(db, table, id)).toBe('whole');
    const key = name === 'reader_content' ? 'article_id' : 'id';
    for (const change of changes[name] ?? []) {
      db.exec('SAVEPOINT before_change');
      db.exec(`UPDATE ${name} SET ${String(change)} WHERE ${key} = ${id}`);
      expect([change, rowState(db, table, id)]).toEqual([change, 'damaged']);
      db.exec('ROLLBACK TO before_change');
      expect(rowState(db, table, id)).toBe('whole');
    }
    const untested = statement<string>(db, 'SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(name)
      .filter(
        (column) => !changes[name]?.some((change) => String(change).startsWith(`${column} `)),
      );
    // Only keys: the row's own, and those of other tables.
    expect(
      untested.filter((column) => !/^(id|article_id|snapshot_id|asset_name)$/.test(column)),
    ).toEqual([]);
  });

  it('tells values of neighbouring columns apart', async () => {
    const { db } = await makeContext();
    const digest = (...values: unknown[]) =>
      statement<Buffer>(db, `SELECT row_digest(${values.map(() => '?').join(', ')})`)
        .pluck()
        .get(...values)
        ?.toString('hex');
    const digests = [
      digest('t', 'a', 'x', 'b', 'y'),
      digest('t', 'a', 'xy', 'b', ''),
      digest('t', 'a', 'x', 'b', null),
      digest('t', 'a', 'x'),
      digest('t', 'a', Buffer.from('x')),
      digest('t', 'a', 1),
      digest('t', 'a', '1'),
      digest('u', 'a', '1'),
    ];
    // Nulls do not count: a column that is added later has them.
    expect(digests[2]).toBe(digests[3]);
    expect(new Set(digests).size).toBe(digests.length - 1);
  });

  it('made beside the row is that of what is stored, whatever was given', async () => {
    const context = await makeContext();
    const { db, newUid } = context;
    // Half of a pair has no UTF-8.
    const hostile = ['\ud800', 'a\udc00b', '\0', 'é\0"\\', '\ud83d\ude00', ''];
    for (const title of hostile) {
      const { id } = insertWholeArticle(context, { title, author: title, savedAt: 2 ** 52 });
      expect([title, rowState(db, 'article', id)]).toEqual([title, 'whole']);
      expect(rowState(db, 'reader_content', id)).toBe('whole');
    }
    const article = {
      id: 99,
      uid: newUid(),
      title: '',
      excerpt: '',
      word_count: 0,
      saved_at: 1,
      updated_at: 1,
    };
    // The default would be stored, and not be hashed.
    expect(() => insertSealed(db, 'article', article)).toThrow(
      'A new article needs a value for reading_status, progress, progress_anchor',
    );
    const defaults = { reading_status: 'unread', progress: -0, progress_anchor: '' };
    insertSealed(db, 'article', { ...article, ...defaults });
    expect(rowState(db, 'article', 99)).toBe('whole');
    db.exec(`ALTER TABLE article ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'`);
    forgetColumns(db);
    expect(() =>
      insertSealed(db, 'article', { ...article, ...defaults, id: 100, uid: newUid() }),
    ).toThrow('mood');
  });

  it('holds when a column is added, until it has a value', async () => {
    const context = await makeContext();
    const { id } = insertWholeArticle(context);
    const { db } = context;
    db.exec('ALTER TABLE article ADD COLUMN mood TEXT');
    forgetColumns(db);
    expect(rowState(db, 'article', id)).toBe('whole');
    db.exec(`UPDATE article SET mood = 'curious'`);
    expect(rowState(db, 'article', id)).toBe('damaged');
    seal(db, 'article', id);
    expect(rowState(db, 'article', id)).toBe('whole');
    db.exec(`UPDATE article SET mood = 'bored'`);
    sealAll(db, 'article');
    expect(rowState(db, 'article', id)).toBe('whole');
  });

  it('is there for every table that has the column', async () => {
    const { db } = await makeContext();
    const withDigest = statement<string>(
      db,
      `SELECT name FROM sqlite_schema WHERE type = 'table'
        AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_schema.name) WHERE name = 'digest')`,
    )
      .pluck()
      .all();
    expect(withDigest.sort()).toEqual([...sealedTables].sort());
    for (const table of sealedTables) expect(findSealedIds(db, table)).toEqual([]);
    expect(rowState(db, 'article', 1)).toBe('gone');
  });
});
