// A piece of text on a page of a PDF: what was drawn in one go, and where. All else is concluded from places and sizes.

/** In points from the top left corner of the page as it is read, y downwards. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  /** A name within this document. */
  readonly font: string;
  readonly isRtl: boolean;
  /** All characters equally wide: code, mostly. */
  readonly isMono: boolean;
}

/** The pieces of one page, upright. */
export interface PageOfPieces {
  readonly pieces: readonly Piece[];
  readonly top: number;
  readonly bottom: number;
}

/** How far letters reach above and below the baseline, in parts of the size. */
const ASCENT = 0.75;
const DESCENT = 0.15;

type Upright = Pick<Piece, 'y' | 'size'>;

export const topOf = ({ y, size }: Upright): number => y - size * ASCENT;
export const bottomOf = ({ y, size }: Upright): number => y + size * DESCENT;

/** Whether two pieces stand in one row; a raised or lowered small one stands in the row of its neighbours. */
export function shareRow(a: Upright, b: Upright): boolean {
  const overlap = Math.min(bottomOf(a), bottomOf(b)) - Math.max(topOf(a), topOf(b));
  const [small, large] = a.size < b.size ? [a.size, b.size] : [b.size, a.size];
  // An initial over three lines belongs to none of them.
  return large <= small * 2.2 && overlap >= small * (ASCENT + DESCENT) * 0.5;
}

/** The value that most of the weight has, numbers rounded to steps; null where there is nothing. */
export function commonest<T, K extends string | number>(
  all: Iterable<T>,
  keyOf: (one: T) => K,
  weightOf: (one: T) => number = () => 1,
): K | null {
  const weights = new Map<K, number>();
  for (const one of all) {
    const key = keyOf(one);
    weights.set(key, (weights.get(key) ?? 0) + weightOf(one));
  }
  let best: K | null = null;
  let most = 0;
  for (const [key, weight] of weights) {
    if (weight > most) [best, most] = [key, weight];
  }
  return best;
}

export const roundTo = (value: number, step: number): number => Math.round(value / step) * step;
