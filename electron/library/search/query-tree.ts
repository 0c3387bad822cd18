// What a query means: the tree between the parser, which knows how people write, and the compiler, which knows SQL.

/** Where a text term has to stand; null where anywhere will do. `text` is the article's own, headings and body. */
export type TextScope = 'title' | 'text' | 'author' | 'note' | 'highlight';

/** Something an article must contain: tokens in a row, or a part of a word. */
export interface TextTerm {
  /** A `word` can be several tokens, where they were written together: “don't”, “e-mail”, Chinese. */
  readonly kind: 'word' | 'phrase' | 'part';
  /** As typed, without quotes and stars. */
  readonly text: string;
  /** In the index form; never empty. Of a `part`, the one piece that stands inside a word. */
  readonly tokens: readonly string[];
  /** Whether the last token is only the beginning of one; of a part, whether the word may go on after it. */
  readonly open: boolean;
  readonly scope: TextScope | null;
}

/** Words and phrases that stand close to each other, in any order. */
export interface NearTerm {
  readonly kind: 'near';
  /** How many tokens may stand between the first and the last. */
  readonly distance: number;
  /** Two or more. */
  readonly of: readonly TextTerm[];
  readonly scope: TextScope | null;
}

/** Something that must hold of the article. Its field (fields/field-table.ts) knows what the value means. */
export interface FilterTerm {
  readonly kind: 'filter';
  readonly field: string;
  readonly value: FilterValue;
}

/** What fields read: plain data, so that two of the same kind can be told to be the same. */
export type FilterValue = string | NumberRange | DateRange;

/** Both ends belong to it; null where it is open. */
export interface NumberRange {
  readonly least: number | null;
  readonly most: number | null;
}

/** From the edge of one stretch of time to that of another; null where it is open. */
export interface DateRange {
  readonly from: DateEdge | null;
  readonly to: DateEdge | null;
}

export interface DateEdge {
  readonly of: Stretch;
  readonly edge: 'start' | 'end';
}

export type TimeUnit = 'day' | 'week' | 'month' | 'year';

export type Stretch =
  /** A year, a month or a day of the calendar; months and days count from 1. */
  | {
      readonly kind: 'calendar';
      readonly year: number;
      readonly month: number | null;
      readonly day: number | null;
    }
  /** So many days, weeks … up to now. */
  | { readonly kind: 'until-now'; readonly count: number; readonly unit: TimeUnit }
  /** This day, week …, or the one before. */
  | { readonly kind: 'named'; readonly back: 0 | 1; readonly unit: TimeUnit };

export type Leaf = TextTerm | NearTerm | FilterTerm;

export interface Not {
  readonly kind: 'not';
  readonly of: QueryNode;
}

export interface All {
  readonly kind: 'all';
  readonly of: readonly QueryNode[];
}

/** Never of fewer than two. */
export interface Any {
  readonly kind: 'any';
  readonly of: readonly QueryNode[];
}

export type QueryNode = Leaf | Not | All | Any;

export const isTextTerm = (node: QueryNode): node is TextTerm =>
  node.kind === 'word' || node.kind === 'phrase' || node.kind === 'part';

/** The same for nodes that ask for the same, however they were typed. */
export function keyOf(node: QueryNode): string {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return JSON.stringify(['text', node.tokens, node.open, node.scope]);
    case 'part':
      return JSON.stringify(['part', node.tokens, node.open, node.scope]);
    case 'near':
      return JSON.stringify(['near', node.distance, node.scope, node.of.map(keyOf)]);
    case 'filter':
      return JSON.stringify([node.field, node.value]);
    case 'not':
      return `not ${keyOf(node.of)}`;
    case 'all':
    case 'any':
      return JSON.stringify([node.kind, node.of.map(keyOf)]);
  }
}

/** Every leaf of a tree that is asked for, those under a negation left out. */
export function wantedLeaves(node: QueryNode): Leaf[] {
  switch (node.kind) {
    case 'not':
      return [];
    case 'all':
    case 'any':
      return node.of.flatMap(wantedLeaves);
    default:
      return [node];
  }
}

/** Every leaf that stands under a negation. */
export function excludedLeaves(node: QueryNode): Leaf[] {
  switch (node.kind) {
    case 'not':
      return [...wantedLeaves(node.of), ...excludedLeaves(node.of)];
    case 'all':
    case 'any':
      return node.of.flatMap(excludedLeaves);
    default:
      return [];
  }
}
