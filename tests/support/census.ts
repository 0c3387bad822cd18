// Everything that a library holds, counted: rows of each table and files of the asset store. Equal before and after is
// what “nothing was changed” means. What was asked of the network stays noted, whatever came of it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import { type ReadDb, statement } from '#library/storage/database.ts';

export interface Census {
  readonly rows: Readonly<Record<string, number>>;
  readonly files: readonly string[];
}

/** @param dir the library's folder */
export function census({ db, dir }: { db: ReadDb; dir: string }): Census {
  const tables = statement<string>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
      AND name NOT LIKE 'search_index%' AND name NOT LIKE 'title_index%' AND name NOT LIKE 'network_%'
      ORDER BY name`,
  )
    .pluck()
    .all();
  const rows = Object.fromEntries(
    tables.map((table) => [
      table,
      statement<number>(db, `SELECT count(*) FROM ${table}`).pluck().get() ?? 0,
    ]),
  );
  // Contentless: its rows are counted where it keeps their sizes.
  rows.search_index =
    statement<number>(db, 'SELECT count(*) FROM search_index_docsize').pluck().get() ?? 0;
  const files = readdirSync(join(dir, 'assets'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
  return { rows, files };
}

/** The work fails as told, and all that the library holds is what it held before. */
export async function failsClean(
  library: Parameters<typeof census>[0],
  work: () => unknown,
  code: ErrorCode,
  sentence: string | RegExp,
): Promise<void> {
  const before = census(library);
  await expect((async () => work())()).rejects.toMatchObject({
    name: 'LibraryError',
    code,
    message: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
  });
  expect(census(library)).toEqual(before);
}

/** The control of every “nothing changed”: a good clip without pictures changes this much. */
export const afterOneClip = (before: Census): Census => ({
  rows: {
    ...before.rows,
    article: 1,
    asset: 1,
    content_fact: 1,
    fingerprint: 1,
    // None where there is no text to be read.
    fingerprint_band: expect.any(Number),
    reader_content: 1,
    search_index: 1,
    snapshot: 1,
  },
  files: [expect.stringMatching(/\.bin$/)],
});
