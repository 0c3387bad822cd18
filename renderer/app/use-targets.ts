// What a command is about: the selected rows, else the open article, else the row under the cursor.
import { useCallback, useState } from 'react';
import type { ArticleSummary } from '#contract/types/article.ts';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Selected } from '../lib/selection.ts';

export interface Targets {
  readonly articles: SomeOrAll;
  readonly count: number;
  /** The article itself where there is one alone: what its star or its place is now decides what a command does. */
  readonly one: ArticleSummary | null;
}

export interface ListTargets {
  /** Null where nothing is selected. */
  readonly selected: Selected | null;
  readonly current: ArticleSummary | null;
}

const NONE: ListTargets = { selected: null, current: null };

/** What the list on screen last said of itself. */
export function useListTargets() {
  const [list, setList] = useState(NONE);
  const tell = useCallback(
    (current: ArticleSummary | null, selected: Selected | null) =>
      // The same said again is no reason to draw the window anew.
      setList((now) =>
        now.current === current && now.selected === selected ? now : { current, selected },
      ),
    [],
  );
  return { list, tell };
}

/**
 * @param listHasFocus then the row under the cursor goes before the open article
 * @returns null where there is nothing that it could be about
 */
export function targetsOf(
  list: ListTargets,
  open: ArticleSummary | null,
  listHasFocus: boolean,
): Targets | null {
  if (list.selected) return { ...list.selected, one: null };
  const one = listHasFocus ? (list.current ?? open) : (open ?? list.current);
  return one && { articles: { uids: [one.uid] }, count: 1, one };
}

/** Whether an article is among those that something was done to, as far as that can be told from here. */
export const isAbout = ({ articles }: Targets, uid: ArticleUid): boolean =>
  'uids' in articles ? articles.uids.includes(uid) : !articles.except?.includes(uid);

/** The one that is selected, where no other is. */
export const onlyOne = ({ articles }: Targets): ArticleUid | null =>
  'uids' in articles && articles.uids.length === 1 ? (articles.uids[0] as ArticleUid) : null;
