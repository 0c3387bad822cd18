// An article that is opened from the Inbox is no longer unread and leaves it at once. Its row stays where it was until
// the article is closed, so that the list does not move under the hand that clicked.
import { useCallback, useState } from 'react';
import type { ArticleSummary } from '#contract/types/article.ts';
import type { ArticleUid } from '#contract/types/ids.ts';

interface Rows {
  readonly count: number;
  readonly at: (index: number) => ArticleSummary | undefined;
}

/** How far from its old place a row is looked for before it counts as gone. */
const REACH = 100;

/**
 * @param open the open article
 * @param latest the open article as the library has it now
 */
export function useKeptRow(
  rows: Rows,
  open: ArticleUid | null,
  latest: ArticleSummary | null,
): Rows {
  const { count, at } = rows;
  const [kept, setKept] = useState<{ index: number; article: ArticleSummary } | null>(null);
  const index =
    open === null ? -1 : findRow(rows, open, kept?.article.uid === open ? kept.index : 0);

  // Remembered while it is there, let go when another one is open.
  const here = index < 0 ? undefined : at(index);
  if (here && (kept?.article !== here || kept.index !== index)) setKept({ index, article: here });
  else if (kept && kept.article.uid !== open) setKept(null);

  const gone = kept !== null && kept.article.uid === open && index < 0;
  const article = gone ? (latest?.uid === open ? latest : kept.article) : null;
  const keptAt = gone ? Math.min(kept.index, count) : -1;
  const withKept = useCallback(
    (row: number) => {
      if (article === null) return at(row);
      if (row === keptAt) return article;
      return at(row < keptAt ? row : row - 1);
    },
    [at, article, keptAt],
  );
  return article === null ? rows : { count: count + 1, at: withKept };
}

function findRow({ count, at }: Rows, uid: ArticleUid, near: number): number {
  for (let distance = 0; distance <= REACH; distance++) {
    for (const row of [near - distance, near + distance]) {
      if (row >= 0 && row < count && at(row)?.uid === uid) return row;
    }
  }
  return -1;
}
