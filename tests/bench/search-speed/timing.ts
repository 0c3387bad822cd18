// Times two ways to the same in turn, so that what else the machine does weighs on both.
import { performance } from 'node:perf_hooks';
import { median } from '../median.ts';

export interface Timed {
  /** Milliseconds: of each query the quickest of its rounds, which a busy machine moves least; of those the median. */
  readonly p50: number;
  /** Of each query the median of its rounds; of those the median. */
  readonly middle: number;
  /** Of each query the median of its rounds; of those the 95th percentile. */
  readonly p95: number;
}

/** @param pause comes before each, and does not count */
export async function timeInTurn<T>(
  asked: readonly T[],
  rounds: number,
  ways: readonly ((one: T) => unknown)[],
  pause?: () => Promise<unknown>,
): Promise<Timed[]> {
  const times = ways.map(() => asked.map((): number[] => []));
  for (let round = -1; round < rounds; round++) {
    for (const [at, one] of asked.entries()) {
      for (const [way, run] of ways.entries()) {
        if (pause) await pause();
        const start = performance.now();
        await run(one);
        // Once for nothing, so that each is measured warm.
        if (round >= 0) times[way]?.[at]?.push(performance.now() - start);
      }
    }
  }
  return times.map((ofWay) => ({
    p50: median(ofWay.map((rounds) => Math.min(...rounds))),
    middle: median(ofWay.map(median)),
    p95: percentile(ofWay.map(median), 0.95),
  }));
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
