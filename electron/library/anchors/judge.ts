// Decides whether a candidate is to be believed. A wrong place is worse than none: what is in doubt goes to the tray.
import type { Candidate } from './candidate.ts';
import type { Needle } from './needle.ts';
import { weigh } from './words.ts';

/** Less of a quote than this is no longer the quote. */
const HALF = 0.5;
const WHOLE = 0.98;
/** A run of so much of a quote may have much put in beside it. */
const ONE_PIECE = 0.3;
/** A whole quote that tells so much, and stood only once, needs no context: about six words. With less, text put in counts. */
export const TELLING = 32;
/** The same of a quote of which a part is gone. */
const TELLING_IN_PART = 60;
const TELLING_SHARE = 0.7;
/** Part of a quote that tells so much needs context on one side only. */
const TELLING_SOMETHING = 40;
/** Context that speaks for a place, on one side; half of it where there is little. */
const CONTEXT = 20;
/** The same for a quote that stood in several places. */
const CONTEXT_OF_REPEATED = 48;
/** The same where both sides speak. */
const CONTEXT_OF_BOTH = 14;
const CONTEXT_OF_BOTH_REPEATED = 24;
/** So much of all its context such a quote needs, up to a bound. */
const SHARE_OF_REPEATED = 0.4;
const MOST_WANTED = 100;
/** The least that hangs together with a short quote. */
const TOUCHING = 8;
/** By so much the best place must be better than the next, and by such a share where it is a part or repeats. */
const MARGIN = 8;
const MARGIN_OF_PART = 0.15;
const MARGIN_OF_REPEATED = 0.3;
/**
 * What another place may have more of the context than the one to be believed. Where its surroundings meet without
 * it, a quote is gone.
 */
const HOME = 4;
/** So much longer a run of context must be than one of the quote, to claim the place for itself. */
const CLAIM = 16;
/** What a whole quote is worth more than parts of it with more of the context. */
const WHOLENESS = 16;

export interface Case {
  readonly needle: Needle;
  readonly candidates: readonly Candidate[];
  /** Whether the quote stood in several places of its own text. */
  readonly repeated: boolean;
}

const isWhole = (one: Candidate): boolean => one.coverage > WHOLE && one.clean;
/** What stands directly beside the quote counts twice. */
const scoreOf = (one: Candidate): number =>
  one.weight + one.left + one.right + one.touching + (isWhole(one) ? WHOLENESS : 0);

/** From the best to the worst. */
export const ranked = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.toSorted((a, b) => scoreOf(b) - scoreOf(a));

/** @returns null where no candidate is to be believed, or two are as good */
export function judge({ needle, candidates, repeated }: Case): Candidate | null {
  const [best, ...others] = ranked(
    candidates.filter((one) => one.coverage >= HALF && hangsTogether(one, needle)),
  );
  if (!best) return null;
  const rivals = others.filter((other) => other.start >= best.end || other.end <= best.start);
  const margin = Math.max(MARGIN, marginShare(best, repeated) * scoreOf(best));
  if (rivals.some((rival) => scoreOf(best) - scoreOf(rival) < margin)) return null;
  // A whole quote elsewhere casts doubt on parts of it here, whatever the context.
  if (!isWhole(best) && rivals.some(isWhole)) return null;
  if (!repeated && speaksForItself(best)) return best;
  const around = surroundingsOf(best);
  if (candidates.some((other) => around < other.left + other.right - HOME)) return null;
  const { left, right } = availableTo(needle);
  const seams = candidates.filter(
    (other) =>
      other.weight === 0 &&
      other.left >= Math.min(CONTEXT_OF_BOTH, left / 2) &&
      other.right >= Math.min(CONTEXT_OF_BOTH, right / 2),
  );
  if (seams.some((seam) => around < surroundingsOf(seam) - HOME)) return null;
  if (candidates.some((other) => isClaimed(best, other))) return null;
  return isSurrounded(best, needle, repeated) ? best : null;
}

/** Whether what is taken for the quote is better taken for its context: the next row of a list where one is gone. */
function isClaimed(best: Candidate, { context }: Candidate): boolean {
  return context.some(({ text, length }) => {
    const shared = Math.min(text + length, best.end) - Math.max(text, best.start);
    return length > best.longest + CLAIM && shared * 2 > best.end - best.start;
  });
}

/** Words of a quote strewn over much other text are not the quote. */
function hangsTogether(one: Candidate, { from, to }: Needle): boolean {
  const foreign = one.end - one.start - one.parts.reduce((sum, { length }) => sum + length, 0);
  // Of a few words, most of what is in the range must be of the quote.
  if (!isWhole(one) && one.weight < TELLING && 2 * foreign > one.end - one.start) return false;
  return isWhole(one) || one.longest >= ONE_PIECE * (to - from) || foreign < to - from;
}

const surroundingsOf = (one: Candidate): number => one.left + one.right + one.touching;

/** What the context of an anchor could tell. */
const availableTo = ({ text, from, to }: Needle): { left: number; right: number } => ({
  left: weigh(text, 0, from),
  right: weigh(text, to, text.length),
});

const marginShare = (best: Candidate, repeated: boolean): number => {
  if (repeated) return MARGIN_OF_REPEATED;
  return isWhole(best) ? 0 : MARGIN_OF_PART;
};

const speaksForItself = (one: Candidate): boolean =>
  isWhole(one)
    ? one.weight >= TELLING
    : one.weight >= TELLING_IN_PART && one.coverage >= TELLING_SHARE;

function isSurrounded(one: Candidate, needle: Needle, repeated: boolean): boolean {
  const { left, right } = availableTo(needle);
  const speaks = (least: number) => [
    left > 0 && one.left >= Math.min(least, left / 2),
    right > 0 && one.right >= Math.min(least, right / 2),
  ];
  // A sentence that reads alike elsewhere shares some words around, seldom so many.
  if (repeated && one.left + one.right < Math.min(MOST_WANTED, SHARE_OF_REPEATED * (left + right)))
    return false;
  const both = speaks(repeated ? CONTEXT_OF_BOTH_REPEATED : CONTEXT_OF_BOTH).every(Boolean);
  const either = speaks(repeated ? CONTEXT_OF_REPEATED : CONTEXT).some(Boolean);
  if (isWhole(one)) return both || (either && one.touching >= Math.min(TOUCHING, left + right));
  return both || (either && one.weight >= TELLING_SOMETHING && !repeated);
}
