// Step 4: what stands at the edge of page after page is no text of the document: running heads and feet, page numbers.
import type { Run } from './runs.ts';

export interface PageOfRuns {
  readonly rows: readonly (readonly Run[])[];
  readonly top: number;
  readonly bottom: number;
}

/** Part of the page's height at either edge in which running heads and feet stand. */
const MARGIN = 0.13;
/** Rows at either edge that may be such. */
const MOST_ROWS = 3;
/** From baseline to baseline, in times of the size, between such rows and the text. */
const GAP = 1.6;
/** Points that the same line may stand higher or lower on another page. */
const WOBBLE = 6;

interface Candidate {
  readonly page: number;
  readonly row: readonly Run[];
  readonly y: number;
  readonly keys: readonly string[];
}

/** @returns the pages without such rows */
export function dropMargins(pages: readonly PageOfRuns[]): PageOfRuns[] {
  const candidates = pages.flatMap(candidatesOf);
  const byKey = new Map<string, Candidate[]>();
  for (const one of candidates) {
    for (const key of one.keys) {
      const others = byKey.get(key);
      if (others) others.push(one);
      else byKey.set(key, [one]);
    }
  }
  const isRunning = (one: Candidate) =>
    one.keys.some((key) =>
      byKey.get(key)?.some(({ page, y }) => page !== one.page && Math.abs(y - one.y) <= WOBBLE),
    );
  const printed = printedRows(candidates);
  const gone = new Set(
    candidates
      .filter((one) => isRunning(one) || isLoneNumber(one, pages) || printed.has(one.row))
      .map(({ row }) => row),
  );
  return pages.map((page) => ({ ...page, rows: page.rows.filter((row) => !gone.has(row)) }));
}

function candidatesOf({ rows, top, bottom }: PageOfRuns, page: number): Candidate[] {
  const height = bottom - top;
  const yOf = (row: readonly Run[]) => (row[0]?.y ?? 0) - top;
  const head = edgeOf(rows).filter((row) => yOf(row) < height * MARGIN);
  const foot = edgeOf([...rows].reverse()).filter((row) => yOf(row) > height * (1 - MARGIN));
  return [...new Set([...head, ...foot])].map((row) => ({
    page,
    row,
    y: yOf(row),
    keys: keysOf(textOf(row), page),
  }));
}

/** The rows before the first gap, where there is one soon: what the text follows without a gap belongs to it. */
function edgeOf(rows: PageOfRuns['rows']): PageOfRuns['rows'] {
  for (let at = 0; at < MOST_ROWS; at++) {
    const [row] = rows[at] ?? [];
    const [next] = rows[at + 1] ?? [];
    if (!row || !next) return rows.slice(0, at + 1);
    if (Math.abs(next.y - row.y) > Math.min(row.size, next.size) * GAP)
      return rows.slice(0, at + 1);
  }
  return [];
}

const textOf = (row: readonly Run[]): string =>
  row
    .flatMap(({ pieces }) => pieces.map(({ text }) => text))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * What is the same on another page: the words as they are, or with a number in them that counts with the pages. “Chapter
 * 3” and “Chapter 4” at the top of two pages are headings, unless those pages are neighbours.
 */
function keysOf(text: string, page: number): string[] {
  const keys = [text];
  for (const match of text.matchAll(/\d{1,5}/g)) {
    const rest = `${text.slice(0, match.index)}#${text.slice(match.index + match[0].length)}`;
    keys.push(`${rest}${Number(match[0]) - page}`);
  }
  const roman = romanValue(text);
  if (roman !== null) keys.push(`roman ${roman - page}`);
  return keys;
}

/** A number by itself at the foot of a document of one page. */
const isLoneNumber = ({ row, y }: Candidate, pages: readonly PageOfRuns[]): boolean =>
  pages.length === 1 &&
  y > ((pages[0]?.bottom ?? 0) - (pages[0]?.top ?? 0)) / 2 &&
  /^[-–—\s]*\d{1,4}[-–—\s]*$/.test(textOf(row));

/** What browsers print around a page: the date above, its address and number below. */
function printedRows(candidates: readonly Candidate[]): Set<readonly Run[]> {
  const feet = candidates.filter(({ row }) => PRINTED.test(textOf(row).replaceAll(' ', '')));
  const pages = new Set(feet.map(({ page }) => page));
  const heads = candidates.filter((one, at) => {
    return pages.has(one.page) && candidates[at - 1]?.page !== one.page;
  });
  return new Set([...feet, ...heads].map(({ row }) => row));
}

const PRINTED = /^(?:https?|file):\/\/\S+\d\/\d+$/;

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(text: string): number | null {
  const digits = text.toLowerCase();
  if (!/^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(digits) || digits === '')
    return null;
  let value = 0;
  for (let at = 0; at < digits.length; at++) {
    const one = ROMAN[digits[at] ?? ''] ?? 0;
    value += one < (ROMAN[digits[at + 1] ?? ''] ?? 0) ? -one : one;
  }
  return value;
}
