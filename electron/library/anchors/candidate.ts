// A place where a quote may stand: what of it survived there, and what of its context stands around.
import type { Run } from './align-gap.ts';
import { costOf } from './chains.ts';
import type { Folded } from './fold.ts';
import type { Needle } from './needle.ts';
import { endOfRange, shareOfWords, startOfRange } from './whole-words.ts';
import { weigh, wordBorders } from './words.ts';

export interface Candidate {
  /** Units of folded text. Where nothing of the quote is left, both are where its surroundings meet. */
  readonly start: number;
  readonly end: number;
  /** Share of the words of the quote that are still there, 0..1. */
  readonly coverage: number;
  /** What still is there tells so much. */
  readonly weight: number;
  /** So much of the prefix stands before it, and of the suffix behind it. */
  readonly left: number;
  readonly right: number;
  /** So much of the context hangs together with the quote, without anything between; or would, were it there. */
  readonly touching: number;
  /** Units of the longest run of the quote. */
  readonly longest: number;
  /** What of the quote stands where, in order. */
  readonly parts: readonly Run[];
  /** Where the context of the quote stands. */
  readonly context: readonly Run[];
  /** Whether the range begins and ends with words where the quote did. */
  readonly clean: boolean;
}

/** Context further away than this from the quote does not speak for its place. */
const NEARBY = 300;
/** A run of context that tells less, and does not touch the quote, may be there by chance: a word of everyday. */
const TELLING = 8;
/** Shorter runs of the quote, further away from the rest than this, are strays. */
const STRAY = 12;
/** Surroundings that tell less are no place. More than the edges of a text tell. */
const MEETING = 16;
/** What a run must tell, besides what its distance costs, to be more than chance. */
const CHANCE = 2;

export function candidateOf(
  needle: Needle,
  haystack: Folded,
  found: readonly Run[],
): Candidate | null {
  const runs = heldTogether(found, needle.text);
  const weightOf = (some: readonly Run[]) =>
    some.reduce((sum, run) => sum + weigh(needle.text, run.needle, run.needle + run.length), 0);
  const before = runs.flatMap((run) => clip(run, 0, needle.from));
  const parts = runs.flatMap((run) => clip(run, needle.from, needle.to));
  const after = runs.flatMap((run) => clip(run, needle.to, needle.text.length));
  const [leftRun, rightRun] = [before.at(-1), after[0]];
  const besideLeft = leftRun && leftRun.needle + leftRun.length === needle.from ? [leftRun] : [];
  const besideRight = rightRun && rightRun.needle === needle.to ? [rightRun] : [];
  const inside = withoutStrays(
    parts,
    besideLeft.some((run) => endOf(run) === parts[0]?.text),
    besideRight.some((run) => run.text === endOf(parts.at(-1))),
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) {
    const at = endOf(before.at(-1)) ?? after[0]?.text;
    if (at === undefined || weightOf(runs) < MEETING) return null;
    return {
      start: at,
      end: at,
      coverage: 0,
      weight: 0,
      touching: weightOf([...besideLeft, ...besideRight]),
      longest: 0,
      parts: [],
      context: [...before, ...after],
      clean: false,
      left: weightOf(before),
      right: weightOf(after),
    };
  }
  const tells = (run: Run) =>
    weightOf([run]) >= TELLING || besideLeft.includes(run) || besideRight.includes(run);
  const near = {
    left: before.filter((run) => first.text - run.text - run.length <= NEARBY && tells(run)),
    right: after.filter((run) => run.text - last.text - last.length <= NEARBY && tells(run)),
  };
  const start = startOfRange(needle, haystack, first, near.left.length > 0);
  const end = endOfRange(needle, haystack, last, near.right.length > 0);
  if (start >= end) return null;
  return {
    start,
    end,
    coverage: shareOfWords(needle, inside),
    weight: weightOf(inside),
    left: weightOf(near.left),
    right: weightOf(near.right),
    touching: weightOf([
      ...besideLeft.filter((run) => endOf(run) === first.text),
      ...besideRight.filter((run) => run.text === endOf(last)),
    ]),
    longest: Math.max(...inside.map(({ length }) => length)),
    parts: inside,
    context: [...before, ...after],
    clean: isClean(needle, haystack, start, end),
  };
}

/** Leaves out single words at the ends that neither the quote nor its context holds on to. */
function withoutStrays(parts: readonly Run[], isLed: boolean, isFollowed: boolean): Run[] {
  const left = [...parts];
  while (!isFollowed && left.length > 1 && isStray(left.at(-1), left.at(-2))) left.pop();
  while (!isLed && left.length > 1 && isStray(left[0], left[1])) left.shift();
  return left;
}

function isStray(run: Run | undefined, inner: Run | undefined): boolean {
  if (!run || !inner || run.length >= STRAY) return false;
  const [one, other] = run.needle < inner.needle ? [run, inner] : [inner, run];
  const missing = other.needle - one.needle - one.length;
  return missing + other.text - one.text - one.length >= STRAY;
}

/** Whether words begin and end at the ends of the range wherever they do at those of the quote. */
function isClean(needle: Needle, haystack: Folded, start: number, end: number): boolean {
  const starts = needle.borders[needle.from] === 0 || wordBorders(haystack, start, start)[0] === 1;
  return starts && (needle.borders[needle.to] === 0 || wordBorders(haystack, end, end)[0] === 1);
}

const endOf = (run: Run | undefined): number | undefined => run && run.text + run.length;

/** Leaves out what stands at either end so far from the rest that it agrees by chance. */
function heldTogether(runs: readonly Run[], needle: string): readonly Run[] {
  let core = 0;
  for (let at = 1; at < runs.length; at++)
    if ((runs[at] as Run).length > (runs[core] as Run).length) core = at;
  return runs.slice(reach(runs, needle, core, -1), reach(runs, needle, core, 1) + 1);
}

function reach(runs: readonly Run[], needle: string, core: number, step: 1 | -1): number {
  let sum = 0;
  let best = { sum: 0, at: core };
  for (let at = core + step; at >= 0 && at < runs.length; at += step) {
    const run = runs[at] as Run;
    const inner = runs[at - step] as Run;
    const [one, other] = step > 0 ? [inner, run] : [run, inner];
    const missing = other.needle - one.needle - one.length;
    const gap = Math.abs(other.text - one.text - (other.needle - one.needle));
    sum += weigh(needle, run.needle, run.needle + run.length);
    sum -= costOf(gap) + Math.min(20, missing / 16) + CHANCE;
    if (sum > best.sum) best = { sum, at };
  }
  return best.at;
}

/** A place where quote and context stand as one. */
export function wholeCandidate({ text, from, to }: Needle, at: number): Candidate {
  const left = weigh(text, 0, from);
  const right = weigh(text, to, text.length);
  return {
    start: at + from,
    end: at + to,
    coverage: 1,
    weight: weigh(text, from, to),
    left,
    right,
    touching: left + right,
    longest: to - from,
    parts: [{ needle: from, text: at + from, length: to - from }],
    context: [],
    clean: true,
  };
}

function clip(run: Run, from: number, to: number): Run[] {
  const skipped = Math.max(0, from - run.needle);
  const length = Math.min(run.length, to - run.needle) - skipped;
  return length > 0 ? [{ needle: run.needle + skipped, text: run.text + skipped, length }] : [];
}
