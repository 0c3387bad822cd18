// Reads what a library holds beside its articles, as a full export has it.
import { Settings } from '#contract/types/settings.ts';
import { findTree } from '../../collections/collection-repo.ts';
import { type ReadDb, statement } from '../../storage/database.ts';
import { parseJson } from '../../storage/parse-json.ts';
import { collectionRow, jobRow, savedSearchRow, tagRow } from './exact-rows.ts';
import { CARRIED_KEYS, type ExactShared, isOfThisMachine } from './exact-shared.ts';
import { readRows } from './row-access.ts';

export function readExactShared(db: ReadDb): ExactShared {
  const collections = new Map(
    readRows(db, collectionRow, 'collection AS one').map((row) => [row.uid, row]),
  );
  return {
    tags: readRows(db, tagRow, 'tag AS one ORDER BY uid'),
    collections: findTree(db).flatMap(({ uid, parent }) => {
      const row = collections.get(uid);
      return row ? [{ ...row, parent }] : [];
    }),
    savedSearches: readRows(db, savedSearchRow, 'saved_search AS one ORDER BY position, uid'),
    settings: readSettings(db),
    jobs: readRows(db, jobRow, 'clip_job AS one ORDER BY uid').map((job) => ({
      ...job,
      state: job.state === 'failed' ? job.state : 'waiting',
    })),
  };
}

/** Nothing of this machine: where its backups lie, or when it last did something. */
function readSettings(db: ReadDb): ExactShared['settings'] {
  const carried: ReadonlySet<string> = new Set([...Object.keys(Settings.shape), ...CARRIED_KEYS]);
  const rows = statement<{ key: string; value: string }>(
    db,
    'SELECT key, value FROM setting ORDER BY key',
  ).all();
  return Object.fromEntries(
    rows
      .filter(({ key }) => carried.has(key) && !isOfThisMachine(key))
      .flatMap(({ key, value }) => {
        const parsed = parseJson(value);
        return parsed === undefined ? [] : [[key, parsed]];
      }),
  );
}
