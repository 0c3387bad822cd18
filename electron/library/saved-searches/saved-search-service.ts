// Answers the calls about saved searches. What is done with them are steps that can be undone.
import { LibraryError } from '#contract/errors.ts';
import { type SavedSearch, SavedSearchUid } from '#contract/types/saved-search.ts';
import type { Answers, ReadContext, WriteContext } from '../context.ts';
import { recordStep } from '../journal/record-step.ts';
import { search } from '../search/search-page.ts';
import type { ReadDb } from '../storage/database.ts';
import {
  deleteSavedSearch,
  insertSavedSearch,
  moveSavedSearch,
  setSavedSearch,
} from './saved-search-changes.ts';
import { findSavedQuery, findSavedSearch, findSavedSearches } from './saved-search-repo.ts';

/** More than this nobody finds anything in. */
const MAX_SAVED = 500;

export function savedSearchQueries(context: ReadContext): Answers<'savedSearches.counts'> {
  const { db } = context;
  return {
    'savedSearches.counts': () =>
      findSavedSearches(db).map(({ uid, query }) => {
        // The bounded answer counts on the way.
        const { total, totalIsExact } = search(context, query, { limit: 1 });
        return { uid, count: total, isExact: totalIsExact };
      }),
  };
}

export function savedSearchCommands(
  context: WriteContext,
): Answers<
  'savedSearches.add' | 'savedSearches.change' | 'savedSearches.move' | 'savedSearches.remove'
> {
  const { db } = context;
  const now = () => context.ports.clock.now();
  return {
    'savedSearches.add': ({ name, query }) => {
      const uid = SavedSearchUid.parse(context.newUid());
      const change = recordStep(context, { kind: 'save-search', subject: name }, (record) => {
        refuseTwins(db, query, null);
        if (findSavedSearches(db).length >= MAX_SAVED) {
          throw new LibraryError('too_large', `There are ${MAX_SAVED} saved searches at most.`);
        }
        record(insertSavedSearch(db, { uid, name, query }, now()));
        return 1;
      });
      return { ...change, uid };
    },

    'savedSearches.change': ({ uid, name, query }) => {
      const current = requireSavedSearch(db, uid);
      return recordStep(context, { kind: 'change-search', subject: current.name }, (record) => {
        if (query !== undefined) refuseTwins(db, query, uid);
        const wanted = { name: name ?? current.name, query: query ?? current.query };
        const change = setSavedSearch(db, uid, wanted, now());
        if (!change) return 0;
        record(change);
        return 1;
      });
    },

    'savedSearches.move': ({ uid, to }) => {
      const { name } = requireSavedSearch(db, uid);
      return recordStep(context, { kind: 'move-search', subject: name }, (record) => {
        const changes = moveSavedSearch(db, uid, to, now());
        for (const change of changes) record(change);
        return changes.length === 0 ? 0 : 1;
      });
    },

    'savedSearches.remove': ({ uid }) => {
      const { name } = requireSavedSearch(db, uid);
      return recordStep(context, { kind: 'remove-search', subject: name }, (record) => {
        record(deleteSavedSearch(db, uid));
        return 1;
      });
    },
  };
}

function requireSavedSearch(db: ReadDb, uid: SavedSearchUid): SavedSearch {
  const found = findSavedSearch(db, uid);
  if (!found) throw new LibraryError('not_found', 'This search is no longer saved.');
  return found;
}

/** @param uid the one that may ask it, being the same */
function refuseTwins(db: ReadDb, query: string, uid: SavedSearchUid | null): void {
  const twin = findSavedQuery(db, query);
  if (!twin || twin.uid === uid) return;
  throw new LibraryError('conflict', `This search is saved already, as “${twin.name}”.`, {
    uid: twin.uid,
  });
}
