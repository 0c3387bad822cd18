// The lines of a page that meet the eye, and which of them stand beside what it is about.
import { attr, type Element, type Parent } from '../tree.ts';

export interface Line {
  readonly text: string;
  /** Words that are no link. */
  readonly words: number;
  /** 1 to 6 for a heading, else 0. */
  readonly heading: number;
  /** In a menu, a footer, a column beside. */
  readonly isBeside: boolean;
  readonly element: Parent;
}

/** A line before it is known what the page is mostly made of. */
export interface FoundLine extends Omit<Line, 'isBeside'> {
  /** The outermost element that it stands in which calls itself beside. */
  readonly beside: Element | null;
  readonly isHidden: boolean;
}

/** Without as many words there is nothing beside which something could stand. */
const FEWEST = 5;
/** So much of a page's text is what the page is about, whatever it is called. */
const MOST = 0.4;
/** With fewer words that says nothing. */
const MANY = 60;

export function inSight(lines: readonly FoundLine[]): Line[] {
  const all = wordsOf(lines);
  const isMost = (some: readonly FoundLine[]): boolean => {
    const words = wordsOf(some);
    return words > MANY && words > all * MOST;
  };
  // A page saved while a dialog was open has its whole text marked as hidden.
  const showsHidden = isMost(lines.filter(({ isHidden }) => isHidden));
  const seen = lines.filter(({ isHidden }) => showsHidden || !isHidden);
  const columns = new Map<Element | null, FoundLine[]>();
  for (const line of seen) {
    const column = columns.get(line.beside);
    if (column) column.push(line);
    else columns.set(line.beside, [line]);
  }
  const middle = wordsOf(columns.get(null) ?? []);
  const isAllBeside = middle < FEWEST && wordsOf(seen) - middle > FEWEST;
  const main = new Set([...columns].flatMap(([beside, its]) => (isMost(its) ? [beside] : [])));
  return seen.map(({ text, words, heading, element, beside }) => ({
    text,
    words,
    heading,
    element,
    isBeside: beside !== null && !isAllBeside && !main.has(beside),
  }));
}

export const wordsOf = (lines: readonly { readonly words: number }[]): number =>
  lines.reduce((sum, { words }) => sum + words, 0);

/** Its rank; 0 for what is none. */
export const headingOf = (element: Element): number => {
  const rank = /^h([1-6])$/.exec(element.tagName)?.[1];
  return rank ? Number(rank) : attr(element, 'role') === 'heading' ? 2 : 0;
};
