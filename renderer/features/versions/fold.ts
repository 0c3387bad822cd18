// What of a comparison is shown: what changed, with a paragraph around it; long stretches that stayed are folded.
import type { ComparedParagraph } from '#contract/types/comparison.ts';

export type Part =
  | {
      readonly kind: 'shown';
      readonly start: number;
      readonly paragraphs: readonly ComparedParagraph[];
    }
  | { readonly kind: 'folded'; readonly start: number; readonly count: number };

/** Unchanged paragraphs that stand before and after what changed, to know it by. */
const CONTEXT = 1;
/** Fewer than this are not worth a button. */
const LEAST_FOLDED = 2;

/** @param unfolded where the folded stretches begin that the reader opened */
export function fold(
  paragraphs: readonly ComparedParagraph[],
  unfolded: ReadonlySet<number>,
): Part[] {
  const parts: Part[] = [];
  let start = 0;
  const show = (end: number) => {
    if (end > start) parts.push({ kind: 'shown', start, paragraphs: paragraphs.slice(start, end) });
    start = end;
  };
  for (const [from, end] of keptStretches(paragraphs)) {
    const first = from === 0 ? 0 : from + CONTEXT;
    const last = end === paragraphs.length ? end : end - CONTEXT;
    if (last - first < LEAST_FOLDED || unfolded.has(first)) continue;
    show(first);
    parts.push({ kind: 'folded', start: first, count: last - first });
    start = last;
  }
  show(paragraphs.length);
  return parts;
}

/** The first parts, with so many paragraphs shown in all. */
export function upTo(parts: readonly Part[], count: number): { parts: Part[]; isCut: boolean } {
  const first: Part[] = [];
  let left = count;
  for (const part of parts) {
    if (left <= 0) return { parts: first, isCut: true };
    if (part.kind === 'folded') first.push(part);
    else {
      first.push({ ...part, paragraphs: part.paragraphs.slice(0, left) });
      left -= part.paragraphs.length;
    }
  }
  return { parts: first, isCut: left < 0 };
}

function keptStretches(paragraphs: readonly ComparedParagraph[]): [start: number, end: number][] {
  const stretches: [number, number][] = [];
  let start = -1;
  paragraphs.forEach(({ kind }, at) => {
    if (kind === 'kept' && start < 0) start = at;
    if (kind !== 'kept' && start >= 0) {
      stretches.push([start, at]);
      start = -1;
    }
  });
  if (start >= 0) stretches.push([start, paragraphs.length]);
  return stretches;
}
