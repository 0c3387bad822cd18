// Puts the articles of a collection into another order, by keys and by dragging.
import { useMemo, useRef } from 'react';
import type { ArticleSummary } from '#contract/types/article.ts';
import type { CollectionUid } from '#contract/types/collection.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { useClient } from '../../lib/client.ts';
import type { Cursor } from '../../lib/cursor.ts';
import { draggedNow, endDrag } from '../../lib/dragged.ts';
import { toastError } from '../../lib/toasts.ts';
import type { RowOrder } from '../../ui/row-order.ts';

interface Rows {
  readonly count: number;
  readonly at: (index: number) => ArticleSummary | undefined;
}

/** @param collection null where the list stands in no order made by hand */
export function useArranging(
  collection: CollectionUid | null,
  { count, at }: Rows,
  cursor: Cursor,
): RowOrder | null {
  const client = useClient();
  /** A second step begins where the first has led. */
  const isBusy = useRef(false);
  return useMemo(() => {
    if (collection === null) return null;
    const indexOf = (uid: string) => {
      for (let index = 0; index < count; index++) if (at(index)?.uid === uid) return index;
      return count;
    };
    /** @param to the row that they go before; `count` for the end */
    const arrange = async (uids: readonly ArticleUid[], to: number) => {
      let index = to;
      for (let one = at(index); one && uids.includes(one.uid); one = at(index)) index++;
      const before = index >= count ? null : at(index)?.uid;
      // Not loaded: nobody can have meant it.
      if (before === undefined || isBusy.current) return;
      isBusy.current = true;
      try {
        const inOrder = uids.toSorted((a, b) => indexOf(a) - indexOf(b));
        await client['collections.arrange']({ uid: collection, uids: inOrder, before });
      } catch (error) {
        toastError(error);
      } finally {
        isBusy.current = false;
      }
    };
    const dragged = (): readonly ArticleUid[] | null => {
      const what = draggedNow();
      if (what?.kind !== 'articles' || !('uids' in what.articles)) return null;
      return what.articles.uids as ArticleUid[];
    };
    return {
      takes: () => dragged() !== null,
      drop(before) {
        const uids = dragged();
        endDrag();
        if (uids) void arrange(uids, before);
      },
      step(by) {
        const { kind, keys } = cursor.selected;
        const moved = kind === 'some' && keys.size > 0 ? [...keys] : cursor.key ? [cursor.key] : [];
        const places = moved.map(indexOf).sort((a, b) => a - b);
        const [first, last] = [places[0], places.at(-1)];
        if (kind === 'all' || first === undefined || last === undefined || last >= count) return;
        const to = by < 0 ? first - 1 : last + 2;
        if (to >= 0 && to <= count) void arrange(moved as ArticleUid[], to);
      },
    };
  }, [client, collection, count, at, cursor]);
}
