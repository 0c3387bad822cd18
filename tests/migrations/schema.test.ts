// The schema that the migrations make, beside the one that was reviewed. To accept a change: LECTERN_UPDATE_SCHEMA=1.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statement } from '#library/storage/database.ts';
import { makeContext } from '../support/make-context.ts';

const reviewed = join(import.meta.dirname, 'schema.sql');

describe('the schema', () => {
  it('is the one in schema.sql', async () => {
    const { db } = await makeContext();
    const statements = statement<string>(
      db,
      // Without the tables in which FTS5 keeps its index: they are SQLite's own affair.
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'search_index_*' AND name NOT GLOB 'title_index_*'
        ORDER BY type = 'trigger', type = 'index', tbl_name, name`,
    )
      .pluck()
      .all();
    const schema = `-- The schema after all migrations. Made and compared by schema.test.ts.\n\n${statements.join(';\n\n')};\n`;
    if (process.env.LECTERN_UPDATE_SCHEMA) writeFileSync(reviewed, schema);
    expect(schema).toBe(readFileSync(reviewed, 'utf8'));
  });

  it('is strict everywhere, and sound', async () => {
    const { db } = await makeContext();
    const loose = statement<string>(
      db,
      `SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'`,
    )
      .pluck()
      .all();
    expect(loose).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });
});
