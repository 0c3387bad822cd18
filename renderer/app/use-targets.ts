// What a command is about: the selected rows, else the open article, else the row under the cursor.
import { useCallback, useState } from 'react';
import type { ArticleSummary } from '#contract/types/article.ts';
import type { ArticleUid } from '#contract/types/ids.ts';

export interface Targets {
  readonly uids: readonly ArticleUid[];
  /** The article itself where there is one alone: what its star or its place is now decides what a command does. */
  readonly one: ArticleSummary | null;
}

export interface ListTargets {
  readonly selected: ReadonlySet<string>;
  readonly current: ArticleSummary | null;
}

const NONE: ListTargets = { selected: new Set(), current: null };

/** What the list on screen last said of itself. */
export function useListTargets() {
  const [list, setList] = useState(NONE);
  const tell = useCallback(
    (current: readonly ArticleSummary[], selected: ReadonlySet<string>) =>
      setList({ current: current[0] ?? null, selected }),
    [],
  );
  return { list, tell };
}

/** @param listHasFocus then the row under the cursor goes before the open article */
export function targetsOf(
  list: ListTargets,
  open: ArticleSummary | null,
  listHasFocus: boolean,
): Targets {
  if (list.selected.size > 0) return { uids: [...list.selected] as ArticleUid[], one: null };
  const one = listHasFocus ? (list.current ?? open) : (open ?? list.current);
  return { uids: one ? [one.uid] : [], one };
}
