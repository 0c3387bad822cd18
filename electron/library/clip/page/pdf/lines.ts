// Step 6: the runs of a region become lines of words, in the direction in which they are read.
import type { Region } from './columns.ts';
import { commonest, type Piece } from './piece.ts';
import { type Run, rowsOf } from './runs.ts';

export interface Line {
  readonly text: string;
  /** Where it starts and ends, growing with the reading: for scripts read from the right both are negative. */
  readonly start: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly isMono: boolean;
  /** Wide gaps within: a row of a table. */
  readonly gaps: number;
}

/** A gap of so many times the size separates words. */
const WORD_GAP = 0.17;
/** One of so many may be between two cells, and one of so many is. */
const CELL_GAP = 1.6;
const WIDE_GAP = 5;

export const linesOf = (region: Region): Line[] => rowsOf(region).map(lineOf);

function lineOf(row: readonly Run[]): Line {
  const pieces = row.flatMap((run) => run.pieces);
  const isRtl = commonest(pieces, ({ isRtl }) => String(isRtl), weight) === 'true';
  const ordered = [...pieces].sort((a, b) => (isRtl ? b.right - a.right : a.x - b.x));
  const x = Math.min(...pieces.map((piece) => piece.x));
  const right = Math.max(...pieces.map((piece) => piece.right));
  const main = pieces.reduce((a, b) => (weight(b) > weight(a) ? b : a));
  return {
    ...worded(ordered, isRtl),
    start: isRtl ? -right : x,
    end: isRtl ? -x : right,
    y: main.y,
    size: main.size,
    font: commonest(pieces, ({ font }) => font, weight) ?? main.font,
    isMono: pieces.every((piece) => piece.isMono),
  };
}

const weight = ({ text }: Piece): number => text.length;

function worded(pieces: readonly Piece[], isRtl: boolean): { text: string; gaps: number } {
  let text = '';
  const gaps: number[] = [];
  let last: Piece | null = null;
  for (const piece of pieces) {
    if (last) {
      const size = Math.min(last.size, piece.size);
      const gap = (isRtl ? last.x - piece.right : piece.x - last.right) / size;
      if (gap > WORD_GAP) {
        text += ' ';
        gaps.push(gap);
      }
    }
    text += piece.text;
    last = piece;
  }
  const hasSpaces = pieces.some((piece) => /\S \S/.test(piece.text));
  return { text: text.replace(/ +/g, ' ').trim(), gaps: countCells(gaps, hasSpaces) };
}

/** In a line drawn out to the edge all gaps are alike, however wide; between cells they differ from those within. */
function countCells(gaps: readonly number[], hasSpaces: boolean): number {
  const least = hasSpaces ? 0 : Math.min(...gaps);
  return gaps.filter((gap) => gap > WIDE_GAP || (gap > CELL_GAP && gap > least * 1.6)).length;
}
