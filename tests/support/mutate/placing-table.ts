// Counts what became of highlights, by kind of change: the table that the benchmark prints and the tests hold.
import type { Anchor } from '#contract/types/anchor.ts';
import { anchorPlacer } from '#library/anchors/anchor-placer.ts';
import { describeRange } from '#library/anchors/describe-range.ts';
import { diceOf } from './dice.ts';
import { chooseHighlights } from './highlights.ts';
import { kinds } from './kinds.ts';
import { MarkedPage } from './marked-page.ts';
import type { SourcePage } from './pages.ts';
import { type Outcome, outcomeOf, type Truth, truthOf } from './truth.ts';
import type { Span } from './words.ts';

export interface Row {
  readonly kind: string;
  highlights: number;
  /** Highlights whose words still exist. */
  exist: number;
  /** Highlights with a change between their ends. */
  changedInside: number;
  right: number;
  wrong: number;
  missed: number;
  gone: number;
}

/** A case that was not placed right, for whoever wants to know why. */
export interface Miss {
  readonly kind: string;
  readonly page: string;
  readonly outcome: Outcome;
  readonly anchor: Anchor;
  readonly truth: string | null;
  readonly placed: string | null;
  readonly truthSpan: Span | null;
  readonly placedSpan: Span | null;
}

export interface PlacingTable {
  readonly rows: readonly Row[];
  readonly misses: readonly Miss[];
}

/** All rows as one. */
export function sumOf(rows: readonly Row[]): Row {
  const all = { ...EMPTY, kind: 'all' };
  for (const row of rows) for (const name of COUNTS) all[name] += row[name];
  return all;
}

const COUNTS = [
  'highlights',
  'exist',
  'changedInside',
  'right',
  'wrong',
  'missed',
  'gone',
] as const satisfies readonly (keyof Row)[];
const EMPTY = {
  highlights: 0,
  exist: 0,
  changedInside: 0,
  right: 0,
  wrong: 0,
  missed: 0,
  gone: 0,
};

/** Every page is changed in every way, with other highlights each time. */
export function placingTable(
  pages: readonly SourcePage[],
  perPage: number,
  seed: number,
): PlacingTable {
  const misses: Miss[] = [];
  const rows = Object.entries(kinds).map(([kind, change], number) => {
    const row: Row = { ...EMPTY, kind };
    pages.forEach(({ name, html }, at) => {
      const dice = diceOf(Math.imul(seed, 0x9e3779b1) ^ (1000 * at + number));
      const page = new MarkedPage(html);
      const highlights = chooseHighlights(page.text, perPage, dice);
      const foreign = new MarkedPage(pages[(at + 1) % pages.length]?.html ?? html).text
        .split('\n')
        .filter((line) => line.length > 20);
      const anchors = highlights.map(({ start, end }) => describeRange(page.text, start, end));
      change(page, {
        dice,
        highlights,
        foreign: foreign.length > 0 ? foreign : ['One more line.'],
      });
      const places = page.places();
      const place = anchorPlacer(places.text);
      for (const anchor of anchors) {
        const span = { start: anchor.start ?? 0, end: anchor.end ?? 0 };
        const truth = truthOf(page.text, span, places);
        const placement = place(anchor);
        const placed = placement.kind === 'placed' ? placement : null;
        const outcome = outcomeOf(truth, placed, places);
        row.highlights++;
        row[outcome]++;
        if (truth.exists) row.exist++;
        if (isChangedInside(anchor.quote, truth, places.text)) row.changedInside++;
        if (outcome === 'wrong' || outcome === 'missed') {
          const textOfSpan = (one: Span | null) => one && places.text.slice(one.start, one.end);
          misses.push({
            kind,
            page: name,
            outcome,
            anchor,
            truth: textOfSpan(truth.span),
            placed: textOfSpan(placed),
            truthSpan: truth.span,
            placedSpan: placed,
          });
        }
      }
    });
    return row;
  });
  return { rows, misses };
}

const isChangedInside = (quote: string, { span }: Truth, text: string): boolean =>
  span === null || text.slice(span.start, span.end) !== quote;
