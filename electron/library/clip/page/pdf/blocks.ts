// Step 7: lines become blocks. A line goes on with the paragraph unless something says that a new one begins: a gap, another
// size, another indentation, or room that the first word would have filled.
import type { Line } from './lines.ts';
import { commonest, roundTo } from './piece.ts';

export interface Block {
  readonly lines: Line[];
  /** Of most of its text. */
  readonly size: number;
  readonly font: string;
  /** Whether its last line reaches the edge, so that the text may go on elsewhere. */
  readonly isFull: boolean;
}

/** What most of a document is set in. */
export interface BodyType {
  readonly size: number;
  readonly font: string;
}

/** Sizes that differ by less are the same. */
export const isSameSize = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 0.08 * Math.max(a, b);

/** Larger than the body by so much: a heading. */
export const isLarge = (size: number, body: BodyType): boolean => size >= body.size * 1.12;

const MARKER =
  /^(?:[•‣▪▫■□●○◦◆◇➢➤✓∙·*–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|\[\d{1,4}\]\s?\S)/u;
const ENDS = /[.!?:…。！？։؟۔।]["'”’»›)\]]*$/u;
/** Scripts without small letters do not tell. */
const STARTS = /^["'“‘«‹„(¿¡[]*[\p{Lu}\p{Lt}\p{N}]/u;

/** A line of a table of contents. */
export const LEADERS = /(?:\s?\.){4,}\s*[\divxlc]*$/i;

export const endsSentence = (text: string): boolean => ENDS.test(text);
export const startsSentence = (text: string): boolean => STARTS.test(text);
export const hasMarker = (text: string): boolean => MARKER.test(text);

interface Shape {
  /** Where most lines start, and the last of them end. */
  readonly start: number;
  readonly end: number;
  /** From one baseline to the next. */
  readonly leading: number;
}

/** @param lines of one region, from the top */
export function blocksOf(lines: readonly Line[], body: BodyType): Block[] {
  const shape = shapeOf(lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && goesOn(group, line, shape, body)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    lines: group,
    size: commonest(group, ({ size }) => roundTo(size, 0.1), weight) ?? 0,
    font: commonest(group, ({ font }) => font, weight) ?? '',
    isFull: isFull(group.at(-1) as Line, shape),
  }));
}

const weight = ({ text }: Line): number => text.length;

const isFull = (line: Line, shape: Shape): boolean => line.end > shape.end - line.size * 2.5;

function shapeOf(all: readonly Line[]): Shape {
  // Of the lines that are set like most: a running head is wider, a footnote closer.
  const common = commonest(all, ({ size }) => roundTo(size, 0.1), weight) ?? 0;
  const lines = all.filter(({ size }) => isSameSize(size, common));
  const ends = lines.map(({ end }) => end).sort((a, b) => b - a);
  const steps = lines
    .slice(1)
    .map((line, at) => line.y - (lines[at] as Line).y)
    .filter((step, at) => step > 0 && step < (lines[at] as Line).size * 3)
    .sort((a, b) => a - b);
  const size = lines[0]?.size ?? 0;
  return {
    start: commonest(lines, ({ start }) => roundTo(start, 2), weight) ?? 0,
    // One table that stands out is not where lines end.
    end: ends[Math.floor(ends.length * 0.1)] ?? 0,
    leading: steps[Math.floor(steps.length / 2)] ?? size * 1.2,
  };
}

function goesOn(group: readonly Line[], line: Line, shape: Shape, body: BodyType): boolean {
  const last = group.at(-1) as Line;
  const step = line.y - last.y;
  if (!isSameSize(last.size, line.size) || step <= 0) return false;
  if (last.isMono !== line.isMono) return false;
  // Code is one block, with its lines as they are.
  if (line.isMono) return step < line.size * 2.5;
  if (isLarge(line.size, body)) return step < line.size * 1.6 && !hasMarker(line.text);
  if (step > Math.max(shape.leading * 1.3, line.size * 1.25)) return false;
  if ((last.gaps > 0 && line.gaps > 0) || LEADERS.test(last.text)) return false;
  if (/[\p{L}\p{N}][-‐\u00ad]$/u.test(last.text)) return true;
  if (isFull(last, shape) && !endsSentence(last.text) && /^\p{Ll}/u.test(line.text)) return true;
  const isShort = wouldHaveFitted(last, line, shape);
  if (hasMarker(line.text) && (isShort || endsSentence(last.text) || !startsAlike(last, line))) {
    return false;
  }
  if (isShort && (endsSentence(last.text) || startsSentence(line.text))) return false;
  return staysIndented(group, line, shape);
}

const startsAlike = (a: Line, b: Line): boolean => Math.abs(a.start - b.start) <= a.size * 0.7;

/** The first word of this line had room at the end of the one before: the break was meant. */
function wouldHaveFitted(last: Line, line: Line, shape: Shape): boolean {
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0;
  const width = (line.end - line.start) / Math.max(1, line.text.length);
  return shape.end - last.end > word * width * 1.1 + line.size * 0.9;
}

/** A paragraph's first line may stand further in, or out, than the others. */
function staysIndented(group: readonly Line[], line: Line, shape: Shape): boolean {
  const last = group.at(-1) as Line;
  if (startsAlike(last, line)) return true;
  if (group.length > 1) return false;
  const isAtEdge = Math.abs(line.start - shape.start) <= line.size * 0.7;
  const isHanging = line.start > last.start && line.start - last.start < line.size * 4;
  return isAtEdge || (isHanging && hasMarker(last.text));
}
