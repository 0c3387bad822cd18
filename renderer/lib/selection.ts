// What is selected in a list: some of its rows, or all that it has, loaded or not, but for some.
import type { ArticleSummary } from '#contract/types/article.ts';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';

export interface Selection {
  /** `all`: everything but the keys. */
  readonly kind: 'some' | 'all';
  readonly keys: ReadonlySet<string>;
}

export const NOTHING: Selection = { kind: 'some', keys: new Set() };
export const EVERYTHING: Selection = { kind: 'all', keys: new Set() };

export const isSelected = ({ kind, keys }: Selection, key: string): boolean =>
  keys.has(key) === (kind === 'some');

/** @param count rows that there are */
const countOf = ({ kind, keys }: Selection, count: number): number =>
  kind === 'some' ? keys.size : Math.max(0, count - keys.size);

export function flipped({ kind, keys }: Selection, key: string): Selection {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { kind, keys: next };
}

/** What a command is to be about, in the words of the library. */
export interface Selected {
  readonly articles: SomeOrAll;
  readonly count: number;
  /** Whether it is all that the list has. */
  readonly isAll: boolean;
}

type All = Extract<SomeOrAll, { all: unknown }>['all'];

/** How a list says what a command would be about: the row under its cursor, and what is selected. */
export type TellTargets = (current: ArticleSummary | null, selected: Selected | null) => void;

/**
 * @param count of all that the list or the search has
 * @param all how the library calls that
 * @returns null where nothing is selected
 */
export function selectedOf(selection: Selection, count: number, all: All): Selected | null {
  const keys = [...selection.keys];
  const left = countOf(selection, count);
  if (left === 0) return null;
  const articles = selection.kind === 'some' ? { uids: keys } : { all, except: keys };
  return { articles, count: left, isAll: selection.kind === 'all' && keys.length === 0 };
}
