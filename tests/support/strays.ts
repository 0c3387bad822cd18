// What a clip must not leave lying about, and what must be there of one that is kept.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type ReadDb, statement } from '#library/storage/database.ts';
import type { TestContext } from './make-context.ts';

/** Files that no row names, rows whose file is not there, and what was being written. */
export function strays({ db, dir }: { db: ReadDb; dir: string }): string[] {
  const named = new Set(statement<string>(db, 'SELECT name FROM asset').pluck().all());
  const files = readdirSync(join(dir, 'assets'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  const loose = files.filter((name) => !named.has(name));
  const missing = [...named].filter((name) => !files.includes(name));
  return [...loose, ...missing];
}

/** One whole article, findable, of which nothing lies about. */
export async function isKeptWhole(context: TestContext) {
  expect(strays(context)).toEqual([]);
  expect(await context.client['library.check']({})).toMatchObject({ ok: true, problems: [] });
  expect(await context.client['articles.counts']({})).toMatchObject({ all: 1 });
}
