// What speaks against a place that was judged good: an end of the quote that may belong elsewhere. A range that
// begins or ends in the wrong paragraph is a wrong range.
import type { Run } from './align-gap.ts';
import type { Candidate } from './candidate.ts';
import type { GramIndex } from './gram-index.ts';
import type { Needle } from './needle.ts';

/** A line of which less is there was left behind. */
const LEFT_BEHIND = 0.5;
/** An end of a quote with so much put in between it and the rest stands apart. */
const APART = 24;
/** So much of the context tells which of two such ends is meant. */
const BESIDE = 24;
/** An inner line is looked for within this distance. */
const AROUND = 2500;
/** The word at an end is looked for so far beyond it, besides the length of what is missing. */
const BEYOND = 32;
/** With so much of the context on both sides, a row is told by its neighbours. */
const NEIGHBOUR = 20;
/** Longer lines are no rows. */
const ROW = 160;
/** A shorter word is there by chance. */
const WORD = 4;

export function isDoubtful(needle: Needle, index: GramIndex, found: Candidate): boolean {
  return (
    hasLineElsewhere(needle, index, found) ||
    hasLooseEnd(needle, index, found) ||
    lacksNumber(needle, found) ||
    endsShort(needle, index.text, found)
  );
}

/** Whether a line of the quote is not in the range and stands whole outside of it. */
function hasLineElsewhere(
  { text, lines, to }: Needle,
  index: GramIndex,
  found: Candidate,
): boolean {
  return lines.some((from, at) => {
    const end = lines[at + 1] ?? to;
    const kept = found.parts.reduce(
      (sum, { needle, length }) =>
        sum + Math.max(0, Math.min(end, needle + length) - Math.max(from, needle)),
      0,
    );
    if (kept >= LEFT_BEHIND * (end - from)) return false;
    const line = text.slice(from, end);
    const isOuter = at === 0 || at === lines.length - 1;
    if (isOuter && index.occurrences(line, 1).length > 0) return true;
    return index.text.slice(Math.max(0, found.start - AROUND), found.end + AROUND).includes(line);
  });
}

/**
 * Whether an end of the range stands apart from the rest of it, and somewhere else as well. Whole lines that touch the
 * context may read like others: that context tells them apart.
 */
function hasLooseEnd(needle: Needle, index: GramIndex, { parts }: Candidate): boolean {
  const breaks = parts.flatMap((run, at) => {
    const last = parts[at - 1];
    if (!last) return [];
    const putIn = run.text - last.text - (run.needle - last.needle);
    return putIn >= APART ? [at] : [];
  });
  const [first] = breaks;
  const final = breaks.at(-1);
  if (first === undefined || final === undefined) return false;
  const head = spanOf(parts.slice(0, first));
  const tail = spanOf(parts.slice(final));
  const { text, from, to, lines } = needle;
  const around = { before: head.text - BESIDE, after: tail.textEnd + BESIDE };
  const isLed =
    head.needle === from &&
    lines.includes(head.needleEnd) &&
    text.slice(0, from).endsWith(index.text.slice(Math.max(0, around.before), head.text));
  const isFollowed =
    tail.needleEnd === to &&
    lines.includes(tail.needle) &&
    text.startsWith(index.text.slice(tail.textEnd, around.after), to);
  const isOne = (start: number, end: number) =>
    index.occurrences(index.text.slice(Math.max(0, start), end), 2).length === 1;
  return (
    !isOne(isLed ? around.before : head.text, head.textEnd) ||
    !isOne(tail.text, isFollowed ? around.after : tail.textEnd)
  );
}

function spanOf(parts: readonly Run[]) {
  const first = parts[0] as Run;
  const last = parts.at(-1) as Run;
  return {
    needle: first.needle,
    needleEnd: last.needle + last.length,
    text: first.text,
    textEnd: last.text + last.length,
  };
}

/** Whether a number of a quote of a row is not there: it tells the rows of a list apart. */
function lacksNumber({ text, from, to, lines }: Needle, found: Candidate): boolean {
  const { parts, left, right } = found;
  if (left >= NEIGHBOUR && right >= NEIGHBOUR) return false;
  if (lines.length > 1 || to - from > ROW) return false;
  let at = from;
  for (const run of [...parts, { needle: to, length: 0 }]) {
    if (/\p{Nd}/u.test(text.slice(at, run.needle))) return true;
    at = run.needle + run.length;
  }
  return false;
}

/** Whether the first or the last word of the quote is missing and stands a little beyond the range. */
function endsShort(
  { text, from, to, borders }: Needle,
  haystack: string,
  found: Candidate,
): boolean {
  const [first, last] = [found.parts[0], found.parts.at(-1)];
  if (!first || !last) return false;
  const missingHead = first.needle - from;
  let wordEnd = from + 1;
  while (wordEnd < first.needle && borders[wordEnd] !== 1) wordEnd++;
  if (wordEnd - from >= WORD && wordEnd <= first.needle) {
    const before = haystack.slice(Math.max(0, found.start - missingHead - BEYOND), found.start);
    if (before.includes(text.slice(from, wordEnd))) return true;
  }
  const end = last.needle + last.length;
  let wordStart = to - 1;
  while (wordStart > end && borders[wordStart] !== 1) wordStart--;
  return (
    wordStart >= end &&
    to - wordStart >= WORD &&
    haystack.slice(found.end, found.end + to - end + BEYOND).includes(text.slice(wordStart, to))
  );
}
