// Step 3: rows of a page, and in them runs of pieces that stand next to each other. Columns lie further apart than words.
import { type Piece, shareRow } from './piece.ts';

export interface Run {
  readonly pieces: readonly Piece[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** A gap of so many times the size is more than one between words. */
const WIDE_GAP = 0.9;

/** The runs of a page, row by row from the top, each row from the left. */
export function rowsOfRuns(pieces: readonly Piece[]): Run[][] {
  return rowsOf(pieces).map((row) => {
    const groups: Piece[][] = [];
    let right = Number.NEGATIVE_INFINITY;
    for (const piece of [...row].sort((a, b) => a.x - b.x)) {
      const group = groups.at(-1);
      if (group && piece.x - right <= WIDE_GAP * piece.size) group.push(piece);
      else groups.push([piece]);
      right = Math.max(right, piece.right);
    }
    return groups.map(runOf);
  });
}

/** Things of one row together, rows from the top. The largest come first, so that small signs find their row. */
export function rowsOf<T extends { readonly y: number; readonly size: number }>(
  all: readonly T[],
): T[][] {
  const rows: T[][] = [];
  // Rows by the height they stand at: a page of ten thousand pieces is not compared with ten thousand rows.
  const byHeight = new Map<number, T[][]>();
  const step = 12;
  for (const one of [...all].sort((a, b) => b.size - a.size)) {
    const from = Math.floor((one.y - one.size * 2) / step);
    const to = Math.floor((one.y + one.size * 2) / step);
    let home: T[] | undefined;
    for (let at = from; at <= Math.min(to, from + 1000) && !home; at++) {
      home = byHeight.get(at)?.find((row) => shareRow(row[0] as T, one));
    }
    if (home) {
      home.push(one);
      continue;
    }
    const row = [one];
    rows.push(row);
    const at = Math.floor(one.y / step);
    const neighbours = byHeight.get(at);
    if (neighbours) neighbours.push(row);
    else byHeight.set(at, [row]);
  }
  return rows.sort((a, b) => (a[0] as T).y - (b[0] as T).y);
}

function runOf(pieces: readonly Piece[]): Run {
  const main = pieces.reduce((a, b) => (b.right - b.x > a.right - a.x ? b : a));
  return {
    pieces,
    x: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ right }) => right)),
    y: main.y,
    size: main.size,
  };
}
