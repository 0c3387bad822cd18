// Puts what a full export holds beside articles into the library: tags, collections, saved searches, addresses to be clipped;
// and choices, where the library is a new one.
import { Settings } from '#contract/types/settings.ts';
import { collectionKey } from '../../collections/collection-repo.ts';
import type { WriteContext } from '../../context.ts';
import { findRow, madeRow, type RowChange } from '../../journal/rows.ts';
import { parseKnown } from '../../settings/parse-known.ts';
import { putStored } from '../../settings/settings-repo.ts';
import { type ReadDb, statement, type WriteDb } from '../../storage/database.ts';
import { tagKey } from '../../tags/tag-repo.ts';
import { collectionRow, jobRow, savedSearchRow, tagRow } from './exact-rows.ts';
import { CARRIED_KEYS, type ExactShared, isOfThisMachine } from './exact-shared.ts';
import { insertRow } from './row-access.ts';

/** The numbers in this library, by the uids of the export. */
export interface SharedIds {
  readonly tags: ReadonlyMap<string, number>;
  readonly collections: ReadonlyMap<string, number>;
}

type Record = (change: RowChange) => void;

/**
 * Part of a transaction. Done again it changes nothing more, so that an import that was stopped can begin with it anew.
 * @param fetches whether the addresses are to be clipped; without it they stay behind
 */
export function putExactShared(
  { db }: Pick<WriteContext, 'db'>,
  shared: ExactShared,
  { fetches, record }: { readonly fetches: boolean; readonly record: Record },
): SharedIds {
  // Before the first article is in.
  if (isEmpty(db)) putSettings(db, shared.settings, record);
  const tags = putTags(db, shared, record);
  const collections = putCollections(db, shared, record);
  putSavedSearches(db, shared, record);
  if (fetches) putJobs(db, shared, record);
  return { tags, collections };
}

const isEmpty = (db: ReadDb): boolean =>
  statement(db, 'SELECT 1 FROM article LIMIT 1').get() === undefined;

/** One with its uid, else one with its name, else itself. */
function putTags(db: WriteDb, { tags }: ExactShared, record: Record): Map<string, number> {
  const ids = new Map<string, number>();
  for (const tag of tags) {
    const key = tagKey(tag.name);
    const known = statement<number>(
      db,
      'SELECT id FROM tag WHERE uid = @uid OR name_key = @key ORDER BY uid = @uid DESC LIMIT 1',
    )
      .pluck()
      .get({ uid: tag.uid, key });
    const id = known ?? insertRow(db, 'tag', tagRow, tag, { id: nextId(db, 'tag'), name_key: key });
    if (known === undefined) record(madeRow(db, 'tag', { id }));
    ids.set(tag.uid, id);
  }
  return ids;
}

/** One with its uid, else one with its name at the same place, else itself. */
function putCollections(
  db: WriteDb,
  { collections }: ExactShared,
  record: Record,
): Map<string, number> {
  const ids = new Map<string, number>();
  for (const { parent, ...row } of collections) {
    const parent_id = parent === null ? null : (ids.get(parent) ?? null);
    const name_key = collectionKey(row.name);
    const known = statement<number>(
      db,
      `SELECT id FROM collection WHERE uid = @uid OR (name_key = @name_key AND parent_id IS @parent_id)
        ORDER BY uid = @uid DESC LIMIT 1`,
    )
      .pluck()
      .get({ uid: row.uid, name_key, parent_id });
    const beside = { id: nextId(db, 'collection'), name_key, parent_id };
    const id = known ?? insertRow(db, 'collection', collectionRow, row, beside);
    if (known === undefined) record(madeRow(db, 'collection', { id }));
    ids.set(row.uid, id);
  }
  return ids;
}

/** Numbers are not given twice, or Undo of an older step would be done to another. */
const nextId = (db: ReadDb, table: 'tag' | 'collection'): number =>
  statement<number>(db, `SELECT last + 1 FROM ${table}_sequence`).pluck().get() ?? 1;

function putSavedSearches(db: WriteDb, { savedSearches }: ExactShared, record: Record): void {
  for (const row of savedSearches) {
    const known = statement(
      db,
      'SELECT 1 FROM saved_search WHERE uid = ? OR (name = ? AND query = ?)',
    ).get(row.uid, row.name, row.query);
    if (known) continue;
    insertRow(db, 'saved_search', savedSearchRow, row);
    record(madeRow(db, 'saved_search', { uid: row.uid }));
  }
}

function putJobs(db: WriteDb, { jobs }: ExactShared, record: Record): void {
  for (const row of jobs) {
    const known = statement(db, 'SELECT 1 FROM clip_job WHERE uid = ? OR url_key = ?').get(
      row.uid,
      row.url_key,
    );
    if (known) continue;
    insertRow(db, 'clip_job', jobRow, row);
    record(madeRow(db, 'clip_job', { uid: row.uid }));
  }
}

function putSettings(db: WriteDb, settings: ExactShared['settings'], record: Record): void {
  const chosen = parseKnown(Settings.shape, settings);
  for (const key of Object.keys(chosen) as (keyof typeof chosen)[]) {
    const value = chosen[key];
    if (value !== undefined && !isOfThisMachine(key)) put(key, value);
  }
  for (const key of CARRIED_KEYS) {
    if (Object.hasOwn(settings, key)) put(key, settings[key]);
  }

  function put(key: Parameters<typeof putStored>[1], value: unknown): void {
    const before = findRow(db, 'setting', { key }, ['value']);
    putStored(db, key, value);
    const after = findRow(db, 'setting', { key }, ['value']);
    if (before?.value !== after?.value) record({ table: 'setting', key: { key }, before, after });
  }
}
