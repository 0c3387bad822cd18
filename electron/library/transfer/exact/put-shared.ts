// Puts what a full export holds beside articles into the library: tags, collections, saved searches, addresses to be clipped;
// and choices, where the library is a new one.
import { Settings } from '#contract/types/settings.ts';
import { collectionKey } from '../../collections/collection-repo.ts';
import type { WriteContext } from '../../context.ts';
import { parseKnown } from '../../settings/parse-known.ts';
import { putStored } from '../../settings/settings-repo.ts';
import { type ReadDb, statement, transaction, type WriteDb } from '../../storage/database.ts';
import { tagKey } from '../../tags/tag-repo.ts';
import { collectionRow, jobRow, savedSearchRow, tagRow } from './exact-rows.ts';
import { CARRIED_KEYS, type ExactShared, isOfThisMachine } from './exact-shared.ts';
import { insertRow } from './row-access.ts';

/** The numbers in this library, by the uids of the export. */
export interface SharedIds {
  readonly tags: ReadonlyMap<string, number>;
  readonly collections: ReadonlyMap<string, number>;
}

/**
 * Done again it changes nothing more, so that an import that was stopped can begin with it anew.
 * @param fetches whether the addresses are to be clipped; without it they stay behind
 */
export function putExactShared(
  { db }: Pick<WriteContext, 'db'>,
  shared: ExactShared,
  fetches: boolean,
): SharedIds {
  return transaction(db, () => {
    // Before the first article is in.
    if (isEmpty(db)) putSettings(db, shared.settings);
    const ids = { tags: putTags(db, shared), collections: putCollections(db, shared) };
    putSavedSearches(db, shared);
    if (fetches) putJobs(db, shared);
    return ids;
  });
}

const isEmpty = (db: ReadDb): boolean =>
  statement(db, 'SELECT 1 FROM article LIMIT 1').get() === undefined;

/** One with its uid, else one with its name, else itself. */
function putTags(db: WriteDb, { tags }: ExactShared): Map<string, number> {
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
    ids.set(tag.uid, id);
  }
  return ids;
}

/** One with its uid, else one with its name at the same place, else itself. */
function putCollections(db: WriteDb, { collections }: ExactShared): Map<string, number> {
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
    ids.set(row.uid, known ?? insertRow(db, 'collection', collectionRow, row, beside));
  }
  return ids;
}

/** Numbers are not given twice, or Undo of an older step would be done to another. */
const nextId = (db: ReadDb, table: 'tag' | 'collection'): number =>
  statement<number>(db, `SELECT last + 1 FROM ${table}_sequence`).pluck().get() ?? 1;

function putSavedSearches(db: WriteDb, { savedSearches }: ExactShared): void {
  for (const row of savedSearches) {
    const known = statement(
      db,
      'SELECT 1 FROM saved_search WHERE uid = ? OR (name = ? AND query = ?)',
    ).get(row.uid, row.name, row.query);
    if (!known) insertRow(db, 'saved_search', savedSearchRow, row);
  }
}

function putJobs(db: WriteDb, { jobs }: ExactShared): void {
  for (const row of jobs) {
    const known = statement(db, 'SELECT 1 FROM clip_job WHERE uid = ? OR url_key = ?').get(
      row.uid,
      row.url_key,
    );
    if (!known) insertRow(db, 'clip_job', jobRow, row);
  }
}

function putSettings(db: WriteDb, settings: ExactShared['settings']): void {
  const chosen = parseKnown(Settings.shape, settings);
  for (const key of Object.keys(chosen) as (keyof typeof chosen)[]) {
    const value = chosen[key];
    if (value !== undefined && !isOfThisMachine(key)) putStored(db, key, value);
  }
  for (const key of CARRIED_KEYS) {
    if (Object.hasOwn(settings, key)) putStored(db, key, settings[key]);
  }
}
