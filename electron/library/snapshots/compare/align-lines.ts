// Finds the paragraphs that two texts have in common: first by those that stand once in each, in the same order, which takes
// hardly longer than reading them; then, between those, by the least changes.
import { type Budget, longestCommon, type Match } from './longest-common.ts';

/** Stretches of both texts, one after the other: either the same, or with nothing in common. Ends are exclusive. */
export interface Stretch {
  readonly same: boolean;
  readonly from: readonly [start: number, end: number];
  readonly to: readonly [start: number, end: number];
}

/** Deeper than this only text made to mislead goes. */
const MAX_DEPTH = 20;

/** @param from @param to paragraphs as numbers: equal ones have the same */
export function alignLines(
  from: readonly number[],
  to: readonly number[],
  budget: Budget,
): Stretch[] {
  const pairs: Match[] = [];
  pairUp({ from, to, budget, pairs }, [0, from.length], [0, to.length], 0);
  return stretchesOf(pairs, from.length, to.length);
}

interface Work {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly budget: Budget;
  /** Positions of equal paragraphs, ascending in both. */
  readonly pairs: Match[];
}

type Range = readonly [start: number, end: number];

function pairUp(work: Work, [fromStart, fromEnd]: Range, [toStart, toEnd]: Range, depth: number) {
  const { from, to, pairs } = work;
  let [a, b] = [fromStart, toStart];
  while (a < fromEnd && b < toEnd && from[a] === to[b]) pairs.push([a++, b++]);
  let [endA, endB] = [fromEnd, toEnd];
  while (endA > a && endB > b && from[endA - 1] === to[endB - 1]) {
    endA--;
    endB--;
  }
  const anchors = depth < MAX_DEPTH ? uniqueInBoth(from, to, [a, endA], [b, endB]) : [];
  if (anchors.length === 0) pairByEdits(work, [a, endA], [b, endB]);
  else {
    for (const [nextA, nextB] of [...anchors, [endA, endB] as const]) {
      pairUp(work, [a, nextA], [b, nextB], depth + 1);
      if (nextA < endA) pairs.push([nextA, nextB]);
      [a, b] = [nextA + 1, nextB + 1];
    }
  }
  for (let at = 0; endA + at < fromEnd; at++) pairs.push([endA + at, endB + at]);
}

function pairByEdits({ from, to, budget, pairs }: Work, [a, endA]: Range, [b, endB]: Range): void {
  const common = longestCommon(from.slice(a, endA), to.slice(b, endB), budget) ?? [];
  for (const [atFrom, atTo] of common) pairs.push([a + atFrom, b + atTo]);
}

/** Of the paragraphs that stand once in each range, as many as are in the same order in both. */
function uniqueInBoth(
  from: readonly number[],
  to: readonly number[],
  [a, endA]: Range,
  [b, endB]: Range,
): Match[] {
  const inTo = onceIn(to, b, endB);
  const inFrom = onceIn(from, a, endA);
  const both: Match[] = [];
  for (const [line, at] of inFrom) {
    const other = inTo.get(line) ?? TWICE;
    if (at !== TWICE && other !== TWICE) both.push([at, other]);
  }
  both.sort(([x], [y]) => x - y);
  return longestAscending(both);
}

const TWICE = -1;

function onceIn(lines: readonly number[], start: number, end: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = start; at < end; at++) {
    const line = lines[at] as number;
    places.set(line, places.has(line) ? TWICE : at);
  }
  return places;
}

/** The longest run of pairs that ascend in both: by patience sorting. */
function longestAscending(pairs: readonly Match[]): Match[] {
  /** The last pair of each pile, and the pair before each pair. */
  const piles: number[] = [];
  const before = new Int32Array(pairs.length);
  pairs.forEach(([, to], at) => {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] as number] as Match)[1] < to) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (piles[low - 1] as number) : -1;
    piles[low] = at;
  });
  const found: Match[] = [];
  for (let at = piles.at(-1) ?? -1; at >= 0; at = before[at] as number) {
    found.push(pairs[at] as Match);
  }
  return found.reverse();
}

function stretchesOf(pairs: readonly Match[], fromEnd: number, toEnd: number): Stretch[] {
  const stretches: Stretch[] = [];
  let [a, b] = [0, 0];
  const differ = (untilA: number, untilB: number) => {
    if (a < untilA || b < untilB) {
      stretches.push({ same: false, from: [a, untilA], to: [b, untilB] });
    }
  };
  for (let at = 0; at < pairs.length; ) {
    const [startA, startB] = pairs[at] as Match;
    differ(startA, startB);
    let length = 0;
    while (pairs[at]?.[0] === startA + length && pairs[at]?.[1] === startB + length) {
      length++;
      at++;
    }
    [a, b] = [startA + length, startB + length];
    stretches.push({ same: true, from: [startA, a], to: [startB, b] });
  }
  differ(fromEnd, toEnd);
  return stretches;
}
