// Highlights and selections, as window and frame tell each other of them.
import type { HighlightColour } from '#contract/types/highlight.ts';
import { type Fields, isFields, isNumber, isText } from './fields.ts';

/** As far as it matters for painting. Offsets count in the reader text. */
export interface FrameHighlight {
  readonly uid: string;
  readonly start: number;
  readonly end: number;
  readonly colour: HighlightColour;
  readonly hasNote: boolean;
}

/** In CSS pixels of the frame. */
export interface FrameBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Words that were chosen in the article, widened to whole characters. */
export interface FrameSelection {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  readonly box: FrameBox;
  /** A finger wants the bar out of its own way; a person at the keyboard wants none. */
  readonly by: 'pointer' | 'touch' | 'keys';
}

/** Why what is selected cannot be highlighted. */
export type SelectionTrouble = 'no-words' | 'too-long';

const MAX_HIGHLIGHTS = 100_000;
const MAX_UID_LENGTH = 64;
/** As long as the library takes. */
export const MAX_QUOTE_LENGTH = 200_000;
const MAX_CONTEXT_LENGTH = 10_000;

/** As the contract names them; the frame's bundle holds no zod. */
const colours = new Set<unknown>([
  'yellow',
  'green',
  'blue',
  'pink',
  'purple',
] satisfies HighlightColour[]);

export const isColour = (value: unknown): value is HighlightColour => colours.has(value);

const isOffset = (value: unknown): value is number => isNumber(value) && value >= 0;

export const isUid = (value: unknown): value is string => isText(value, MAX_UID_LENGTH);

export function readRange({ start, end }: Fields): { start: number; end: number } | null {
  return isOffset(start) && isOffset(end) && start < end ? { start, end } : null;
}

export function readHighlights(value: unknown): readonly FrameHighlight[] | null {
  if (!Array.isArray(value) || value.length > MAX_HIGHLIGHTS) return null;
  const items = value.map(readHighlight);
  return items.every((item) => item !== null) ? items : null;
}

function readHighlight(value: unknown): FrameHighlight | null {
  if (!isFields(value)) return null;
  const { uid, colour, hasNote } = value;
  const range = readRange(value);
  if (!range || !isUid(uid) || !isColour(colour) || typeof hasNote !== 'boolean') return null;
  return { uid, ...range, colour, hasNote };
}

export function readBox(value: unknown): FrameBox | null {
  if (!isFields(value)) return null;
  const { x, y, width, height } = value;
  return isNumber(x) && isNumber(y) && isNumber(width) && isNumber(height)
    ? { x, y, width, height }
    : null;
}

export function readSelection(value: unknown): FrameSelection | null {
  if (!isFields(value)) return null;
  const { quote, prefix, suffix, by } = value;
  const range = readRange(value);
  const box = readBox(value.box);
  if (!range || !box || !isText(quote, MAX_QUOTE_LENGTH)) return null;
  if (!isText(prefix, MAX_CONTEXT_LENGTH) || !isText(suffix, MAX_CONTEXT_LENGTH)) return null;
  if (by !== 'pointer' && by !== 'touch' && by !== 'keys') return null;
  return { quote, prefix, suffix, ...range, box, by };
}
