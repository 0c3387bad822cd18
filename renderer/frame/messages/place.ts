// Where reading stopped, as window and frame tell each other.
import { type Fields, isNumber, isText } from './fields.ts';

export interface Place {
  /** Fraction of the article, 0..1. */
  readonly fraction: number;
  /** Words from that place. */
  readonly anchorText: string;
}

const MAX_ANCHOR_LENGTH = 500;

export function readPlace({ fraction, anchorText }: Fields): Place | null {
  if (!isNumber(fraction) || fraction < 0 || fraction > 1) return null;
  return isText(anchorText, MAX_ANCHOR_LENGTH) ? { fraction, anchorText } : null;
}
