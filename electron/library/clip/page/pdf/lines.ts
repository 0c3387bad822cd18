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
const CELL_GAP = 1.6;

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
  let gaps = 0;
  let last: Piece | null = null;
  for (const piece of pieces) {
    if (last) {
      const gap = isRtl ? last.x - piece.right : piece.x - last.right;
      const size = Math.min(last.size, piece.size);
      if (gap > CELL_GAP * size) gaps++;
      if (gap > WORD_GAP * size) text += ' ';
    }
    text += piece.text;
    last = piece;
  }
  return { text: text.replace(/ +/g, ' ').trim(), gaps };
}
