// Where in a text something like a needle may stand: stretches that both have, strung together in order.
import type { Run } from './align-gap.ts';
import { GRAM, type GramIndex } from './gram-index.ts';

/** Stretches in order, in the needle and in the text, that do not overlap in either. */
export type Chain = readonly Run[];

/** Needles up to this are looked up at every unit; of longer ones, so much at either end, and samples between. */
const WHOLE = 1600;
const ENDS = 700;
const SAMPLES = 400;
/** Runs that stand more often than this say little about a place. */
const COMMON = 48;
/** A needle with fewer rare runs than this may use common ones, up to a bound. */
const FEW = 12;
const VERY_COMMON = 1500;
/** The rarest first, so that no part of a long needle is left without. */
const MOST_SEEDS = 6000;
/** Stretches further apart, by what lies between in one text and not in the other, belong to different places. */
const WIDEST_GAP = 2000;
/** How many earlier stretches each is tried with: the last ones, and the last long ones. */
const LOOK_BACK = 48;
const LONG = 16;
const MOST_CHAINS = 8;

export function chainsOf(index: GramIndex, needle: string): Chain[] {
  const runs = runsOf(seedsOf(index, needle), needle, index.text);
  const scores = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  const long: number[] = [];
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at] as Run;
    scores[at] = run.length;
    const tryBefore = (earlier: number) => {
      const other = runs[earlier] as Run;
      const ahead = run.needle - other.needle;
      const along = run.text - other.text;
      const gap = Math.abs(along - ahead);
      if (ahead <= 0 || along <= 0 || gap > WIDEST_GAP) return;
      const overlap = Math.max(0, other.length - Math.min(ahead, along));
      const score = (scores[earlier] as number) + run.length - overlap - costOf(gap);
      if (overlap < run.length && score > (scores[at] as number)) {
        scores[at] = score;
        before[at] = earlier;
      }
    };
    const first = Math.max(0, at - LOOK_BACK);
    for (let earlier = at - 1; earlier >= first; earlier--) tryBefore(earlier);
    for (const earlier of long.slice(-LOOK_BACK)) if (earlier < first) tryBefore(earlier);
    if (run.length >= LONG) long.push(at);
  }
  return takeBest(runs, scores, before);
}

/** What it costs to believe that two stretches with a gap between belong together. */
export const costOf = (gap: number): number => (gap === 0 ? 0 : 2 + Math.min(22, gap / 6));

interface Seed {
  readonly needle: number;
  readonly text: number;
}

function seedsOf(index: GramIndex, needle: string): Seed[] {
  const counted = lookedUp(needle.length - GRAM + 1)
    .map((at) => ({ at, count: index.count(needle, at) }))
    .filter(({ count }) => count > 0 && count <= VERY_COMMON)
    .sort((a, b) => a.count - b.count);
  const rare = counted.filter(({ count }, place) => count <= COMMON || place < FEW);
  const seeds: Seed[] = [];
  for (const { at } of rare) {
    if (seeds.length > MOST_SEEDS) break;
    for (const text of index.find(needle, at)) seeds.push({ needle: at, text });
  }
  return seeds;
}

/** Which of so many units to look up. */
function lookedUp(count: number): number[] {
  if (count <= WHOLE) return Array.from({ length: Math.max(0, count) }, (_, at) => at);
  const ends = Array.from({ length: ENDS }, (_, at) => at);
  const step = (count - 2 * ENDS) / SAMPLES;
  return [
    ...ends,
    ...Array.from({ length: SAMPLES }, (_, at) => ENDS + Math.floor(at * step)),
    ...ends.map((at) => count - ENDS + at),
  ];
}

/** Seeds that lie in one line and touch, or have the same between them, are one run. In the order of the text. */
function runsOf(seeds: Seed[], needle: string, text: string): Run[] {
  seeds.sort((a, b) => a.text - a.needle - (b.text - b.needle) || a.text - b.text);
  const runs: Run[] = [];
  for (const seed of seeds) {
    const last = runs.at(-1);
    const end = last ? last.needle + last.length : 0;
    const goesOn =
      last &&
      last.text - last.needle === seed.text - seed.needle &&
      (seed.needle <= end ||
        text.startsWith(needle.slice(end, seed.needle), last.text + last.length));
    if (goesOn) runs[runs.length - 1] = { ...last, length: seed.needle + GRAM - last.needle };
    else runs.push({ ...seed, length: GRAM });
  }
  return runs.sort((a, b) => a.text - b.text || a.needle - b.needle);
}

function takeBest(runs: readonly Run[], scores: Float64Array, before: Int32Array): Chain[] {
  const order = Array.from(scores.keys()).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number),
  );
  const used = new Uint8Array(runs.length);
  const chains: Chain[] = [];
  for (const last of order) {
    if (chains.length >= MOST_CHAINS) break;
    if (used[last] === 1) continue;
    const chain: Run[] = [];
    for (let at = last; at >= 0 && used[at] === 0; at = before[at] as number) {
      used[at] = 1;
      chain.push(runs[at] as Run);
    }
    chains.push(withoutOverlaps(chain.reverse()));
  }
  return chains;
}

function withoutOverlaps(chain: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of chain) {
    const last = out.at(-1);
    const overlap = last
      ? Math.max(last.needle + last.length - run.needle, last.text + last.length - run.text, 0)
      : 0;
    if (overlap >= run.length) continue;
    out.push({
      needle: run.needle + overlap,
      text: run.text + overlap,
      length: run.length - overlap,
    });
  }
  return out;
}
