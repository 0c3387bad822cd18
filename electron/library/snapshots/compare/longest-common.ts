// What two lists of numbers have in common, as much of it as is in the same order in both; within a bound, since the time
// grows with the square of what differs.
import { diffArrays } from 'diff';

/** Steps that a whole comparison may take; a second or two. */
const MAX_STEPS = 12_000_000;
/** Changes within one list: what has more of them is another text. */
const MAX_CHANGES = 1500;

/** What is left of the steps of one comparison: counted, not timed, so that the answer is the same on every machine. */
export interface Budget {
  steps: number;
}
export const newBudget = (): Budget => ({ steps: MAX_STEPS });

/** A position in each of two lists. */
export type Match = readonly [from: number, to: number];

/** @returns positions, ascending in both; null where it would take more steps than there are */
export function longestCommon(
  from: readonly number[],
  to: readonly number[],
  budget: Budget,
): Match[] | null {
  // What stands in one of them alone is no part of it, and would cost the most.
  const [old, now] = [placesOf(from, new Set(to)), placesOf(to, new Set(from))];
  if (old.length === 0 || now.length === 0) return [];
  const limit = Math.min(MAX_CHANGES, Math.floor(Math.sqrt(budget.steps)));
  const changes = diffArrays(
    old.map((at) => from[at]),
    now.map((at) => to[at]),
    { maxEditLength: limit },
  );
  const matches: Match[] = [];
  let [atOld, atNow] = [0, 0];
  for (const { added, removed, count } of changes ?? []) {
    if (!added && !removed) {
      for (let n = 0; n < count; n++) {
        matches.push([old[atOld + n] as number, now[atNow + n] as number]);
      }
    }
    if (!added) atOld += count;
    if (!removed) atNow += count;
  }
  const changed = changes ? old.length + now.length - 2 * matches.length : limit;
  budget.steps = Math.max(0, budget.steps - changed ** 2);
  return changes ? matches : null;
}

const placesOf = (list: readonly number[], wanted: ReadonlySet<number>): number[] =>
  [...list.keys()].filter((at) => wanted.has(list[at] as number));
