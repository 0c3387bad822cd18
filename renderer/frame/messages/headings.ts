// The headings of an article, as its frame tells the window.
import { type Fields, isFields, isNumber, isText } from './fields.ts';

export interface Heading {
  /** 1..6, as the article has it. */
  readonly level: number;
  readonly text: string;
}

export const MAX_HEADINGS = 20_000;
export const MAX_HEADING_LENGTH = 300;

export function readHeadings({ headings }: Fields): readonly Heading[] | null {
  if (!Array.isArray(headings) || headings.length > MAX_HEADINGS) return null;
  const read = headings.map(readHeading);
  return read.every((heading) => heading !== null) ? read : null;
}

function readHeading(value: unknown): Heading | null {
  if (!isFields(value)) return null;
  const { level, text } = value;
  if (!isNumber(level) || !isText(text, MAX_HEADING_LENGTH)) return null;
  return { level, text };
}

/** Which of them: an index, or -1 for none. */
export const isIndex = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= -1 && (value as number) < MAX_HEADINGS;
