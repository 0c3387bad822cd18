// How fast this reader reads: measured from how far reading got in the time spent on it, without what cannot have been
// reading. Pure; the state lies in the library.
import { z } from 'zod';

/** Before enough has been read: adults read English prose at about 240 words a minute, and the web's a little slower. */
const USUAL_PACE = 230;
/** Slower is a text left open, faster is leafing. Words a minute. */
const SLOWEST = 60;
const FASTEST = 1200;
/** Words that are judged at once: a page of the window or more, or one turn of it would count as leafing. */
const SAMPLE_WORDS = 100;
/** Words after which the pace is the reader's own: two or three articles. */
const ENOUGH_WORDS = 2000;
/** Words that the average remembers; what was read before counts less and less. */
const MEMORY_WORDS = 60_000;
/** Time that one report can be about; more is a clock that was set, or a machine that slept. */
const MAX_REPORT_MS = 10 * 60 * 1000;

export const PaceState = z.object({
  /** What counted as reading, older reading weighing less. */
  words: z.number().nonnegative(),
  ms: z.number().nonnegative(),
  /** Reading that has not come to a sample yet: of which article, from where on, for how long. */
  open: z.object({ uid: z.string(), from: z.number(), ms: z.number().nonnegative() }).nullable(),
});
export type PaceState = z.infer<typeof PaceState>;

export const NOTHING_READ: PaceState = { words: 0, ms: 0, open: null };

export interface Report {
  readonly uid: string;
  readonly wordCount: number;
  /** Fractions of the article, 0..1: where reading stood at the report before, and where it stands now. */
  readonly from: number;
  readonly to: number;
  /** Time spent reading since the report before. */
  readonly activeMs: number;
}

export function afterReport(state: PaceState, report: Report): PaceState {
  const { uid, wordCount, to } = report;
  const open = state.open?.uid === uid ? state.open : { uid, from: report.from, ms: 0 };
  const ms = open.ms + Math.min(report.activeMs, MAX_REPORT_MS);
  const words = (to - open.from) * wordCount;
  // Whoever goes back looks something up, and begins to read there.
  if (words < 0) return { ...state, open: { uid, from: to, ms: 0 } };
  if (words < SAMPLE_WORDS) return { ...state, open: { ...open, ms } };
  const next = { uid, from: to, ms: 0 };
  const pace = words / (ms / 60_000);
  if (!(pace >= SLOWEST && pace <= FASTEST)) return { ...state, open: next };
  const kept = Math.min(1, MEMORY_WORDS / (state.words + words));
  return { words: (state.words + words) * kept, ms: (state.ms + ms) * kept, open: next };
}

export function paceOf({ words, ms }: PaceState): { wordsPerMinute: number; isOwn: boolean } {
  if (words < ENOUGH_WORDS || ms === 0) return { wordsPerMinute: USUAL_PACE, isOwn: false };
  return { wordsPerMinute: Math.round(words / (ms / 60_000)), isOwn: true };
}
