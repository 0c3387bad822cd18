// What a search says where the index cannot give all that there is.
import type { SearchPage } from '#contract/types/search.ts';
import type { ReadContext } from '../context.ts';
import type { ReadDb } from '../storage/database.ts';
import { codeOf } from '../storage/storage-error.ts';
import { countLagging, countToIndex } from './index-repo.ts';

type Told = Pick<ReadContext, 'readOnly' | 'tellIndexDamage'>;

/** Search never fails for its index: everything that it holds follows from the articles. */
export function unlessDamaged<Page extends SearchPage | null>(
  { readOnly, tellIndexDamage }: Told,
  run: () => Page,
): Page | SearchPage {
  try {
    return run();
  } catch (error) {
    if (!codeOf(error)?.startsWith('SQLITE_CORRUPT')) throw error;
    tellIndexDamage();
    return {
      hits: [],
      total: 0,
      totalIsExact: false,
      rankedAll: true,
      sort: 'relevance',
      isPartial: true,
      instead: null,
      hint: `The search index is damaged, so nothing can be found. ${readOnly ? CANNOT : BEGINS}`,
    };
  }
}

const BEGINS = 'It is being made anew: search again in a moment.';
const CANNOT = 'It is made anew once the library is opened where it can be written.';

/** A few that were changed a moment ago are nobody's business. */
const MANY_LAGGING = 20;

export function lagOf(db: ReadDb): string[] {
  const lagging = countLagging(db);
  if (lagging < MANY_LAGGING) return [];
  const total = countToIndex(db);
  return [
    `The search index is being made: ${total - lagging} of ${total} articles are in it so far, the newest first.`,
  ];
}
