// What became of a highlight, known by character and not by search.
//
// Words exist: at least half of the words of the quote (as Intl.Segmenter counts them; a Chinese or Japanese text has
// words too) still stand with all their characters in one run of the new text: in their order, and with at most
// `FARTHEST` characters between two of them. Of several such runs the one with the most characters counts.
// Placed right: the range begins where the first surviving character of that run begins and ends where the last one
// ends. A range may besides hold white space at its ends, and there one word that took the place of a changed one.
import type { Places } from './marked-page.ts';
import type { Span } from './words.ts';

const FARTHEST = 2000;
/** Neighbours this near to each other are kept together while the runs are looked for. */
const NEAR = 100;
const LONGEST_WORD = 24;

export interface Truth {
  readonly exists: boolean;
  /** Where the surviving words stand; null where none does. */
  readonly span: Span | null;
}
export type Outcome = 'right' | 'wrong' | 'missed' | 'gone';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

export function truthOf(original: string, { start, end }: Span, places: Places): Truth {
  const run = largestRun(start, end, places);
  if (run.length === 0) return { exists: false, span: null };
  const survives = new Set(run);
  let words = 0;
  let alive = 0;
  for (const { segment, index, isWordLike } of segmenter.segment(original.slice(start, end))) {
    if (!isWordLike) continue;
    words++;
    let whole = true;
    for (let at = 0; at < segment.length; at++) whole &&= survives.has(start + index + at);
    if (whole) alive++;
  }
  const span = {
    start: places.starts[run[0] as number] as number,
    end: places.ends[run.at(-1) as number] as number,
  };
  return { exists: words === 0 ? run.length * 2 >= end - start : alive * 2 >= words, span };
}

/** Offsets in the original text of the characters that are still there, in one run. */
function largestRun(start: number, end: number, { starts, ends }: Places): number[] {
  const pieces: number[][] = [];
  for (let at = start; at < end; at++) {
    if (starts[at] === -1) continue;
    const piece = pieces.at(-1);
    const last = piece?.at(-1);
    const follows =
      last !== undefined &&
      (starts[at] as number) >= (starts[last] as number) &&
      (starts[at] as number) - (ends[last] as number) <= NEAR;
    if (piece && follows) piece.push(at);
    else pieces.push([at]);
  }
  // Pieces that moved apart and still are in order are one run.
  const best = pieces.map((piece) => ({ size: piece.length, before: -1 }));
  let largest = -1;
  pieces.forEach((piece, at) => {
    const own = best[at] as { size: number; before: number };
    for (let earlier = 0; earlier < at; earlier++) {
      const gap =
        (starts[piece[0] as number] as number) -
        (ends[pieces[earlier]?.at(-1) as number] as number);
      const size = (best[earlier]?.size ?? 0) + piece.length;
      if (gap >= 0 && gap <= FARTHEST && size > own.size) {
        own.size = size;
        own.before = earlier;
      }
    }
    if (largest < 0 || own.size > (best[largest]?.size ?? 0)) largest = at;
  });
  const run: number[][] = [];
  for (let at = largest; at >= 0; at = best[at]?.before ?? -1) run.unshift(pieces[at] ?? []);
  return run.flat();
}

/** @param placed null for what went to the tray */
export function outcomeOf(truth: Truth, placed: Span | null, places: Places): Outcome {
  if (!placed) return truth.exists ? 'missed' : 'gone';
  if (!truth.exists || !truth.span) return 'wrong';
  const { start, end } = truth.span;
  const startsRight = placed.start <= start && isOneWord(places, placed.start, start);
  const endsRight = placed.end >= end && isOneWord(places, end, placed.end);
  return startsRight && endsRight ? 'right' : 'wrong';
}

/** Whether a stretch holds at most one word, a new one. */
function isOneWord({ text, kept }: Places, from: number, to: number): boolean {
  const stretch = text.slice(from, to).trim();
  if (stretch.length > LONGEST_WORD || /\s/.test(stretch)) return false;
  for (let at = from; at < to; at++) if (kept[at] === 1) return false;
  return true;
}
