// Answers how fast this reader reads.
import type { Answers, ReadContext } from '../context.ts';
import { paceOf } from './pace.ts';
import { findPaceState } from './pace-repo.ts';

export function readingQueries({ db }: ReadContext): Answers<'reading.pace'> {
  return { 'reading.pace': () => paceOf(findPaceState(db)) };
}
