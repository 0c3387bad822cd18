// Answers how far the index follows the articles, and makes it anew where that is wanted.
import type { IndexState } from '#contract/types/search.ts';
import type { Answers, ReadContext, WriteContext } from '../context.ts';
import type { ReadDb } from '../storage/database.ts';
import type { IndexKeeper } from './index-keeper.ts';
import { countLagging, countToIndex } from './index-repo.ts';

export function indexQueries({ db }: ReadContext): Answers<'search.indexState'> {
  return { 'search.indexState': () => indexState(db) };
}

export function indexCommands(
  { db }: WriteContext,
  keeper: IndexKeeper,
): Answers<'search.rebuildIndex'> {
  return {
    'search.rebuildIndex'() {
      keeper.rebuild();
      return indexState(db);
    },
  };
}

function indexState(db: ReadDb): IndexState {
  const total = countToIndex(db);
  return { done: Math.max(0, total - countLagging(db)), total };
}
