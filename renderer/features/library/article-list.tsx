// A list of articles: its header, and rows that are loaded as they come into view.

import {
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#contract/types/article.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { useLink } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { listFilter } from '../../lib/first-queries.ts';
import type { ListHandle } from '../../lib/list-handle.ts';
import { useNow } from '../../lib/now.ts';
import type { ArticleShelf } from '../../lib/place.ts';
import { useCollections, useCounts, useTags } from '../../lib/queries.ts';
import type { ListFilter } from '../../lib/query-keys.ts';
import { selectedOf, type TellTargets } from '../../lib/selection.ts';
import { thumbnailUrl } from '../../lib/thumbnail.ts';
import { useArticleDrag } from '../../lib/use-article-drag.ts';
import { useCursor } from '../../lib/use-cursor.ts';
import { ArticleRow, type Density, RowPlaceholder, sameHeights } from '../../ui/article-row.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { RowGrid, type RowGridHandle } from '../../ui/row-grid.tsx';
import styles from './article-list.module.css';
import { useArranging } from './use-arranging.ts';
import { useArticleRows } from './use-article-rows.ts';
import { useKeptRow } from './use-kept-row.ts';

interface ArticleListProps {
  readonly shelf: ArticleShelf;
  readonly sort: ListFilter['sort'];
  readonly density: Density;
  readonly open: ArticleUid | null;
  /** The open article itself, once it is there. */
  readonly openArticle: ArticleSummary | null;
  readonly onOpen: (article: ArticleSummary, byKey: boolean) => void;
  /** What a command would be about: the selection, else the row under the cursor. */
  readonly onTargets: TellTargets;
  readonly ref?: Ref<ListHandle>;
}

/** Give it a `key` of shelf and sort: a list of other articles begins anew. */
export function ArticleList(props: ArticleListProps) {
  const { shelf, sort, density, open, openArticle, onOpen, onTargets, ref } = props;
  const { t } = useTranslation();
  const link = useLink();
  const now = useNow();
  const shelfName = useShelfName(shelf);

  const { list, tag, collection } = listFilter(shelf, sort);
  // The same one for as long as the list is the same, whatever else of the place changes.
  const filter = useMemo<ListFilter>(
    () => ({ list, tag, collection, sort }),
    [list, tag, collection, sort],
  );
  const expected = useExpectedCount(shelf);
  const rows = useArticleRows(filter, expected);
  const isDated = useDates(!rows.isPending);
  const { at, count } = useKeptRow(rows, open, openArticle);
  const keyAt = useCallback((index: number) => at(index)?.uid, [at]);
  const { cursor, moves, selectAll, clear } = useCursor(count, keyAt, open);
  const grid = useRef<RowGridHandle>(null);

  const current = cursor.index < 0 ? undefined : at(cursor.index);
  const all = useMemo(
    () => ({ list, ...(tag !== null && { tag }), ...(collection !== null && { collection }) }),
    [list, tag, collection],
  );
  const selected = useMemo(
    () => selectedOf(cursor.selected, expected ?? count, all),
    [cursor.selected, expected, count, all],
  );
  const drag = useArticleDrag(cursor.selected, selected);
  const order = useArranging(sort === 'by-hand' ? collection : null, { count, at }, cursor);
  // Before it can be seen: a key that follows is about what is shown as selected.
  useLayoutEffect(() => onTargets(current ?? null, selected), [onTargets, current, selected]);

  const openAt = (index: number, byKey: boolean) => {
    const article = at(index);
    if (article) onOpen(article, byKey);
  };
  useImperativeHandle(ref, () => ({
    focus: () => grid.current?.focus(),
    hasFocus: () => grid.current?.hasFocus() ?? false,
    step(by, andOpen) {
      const index = Math.min(count - 1, Math.max(0, cursor.index + by));
      if (count === 0) return;
      moves.moveTo(index, false);
      if (andOpen) openAt(index, true);
    },
    openCurrent: () => openAt(cursor.index, true),
    toggleCurrent: () => cursor.index >= 0 && moves.toggle(cursor.index),
    selectAll,
    clearSelection: clear,
  }));

  if (rows.error) return <ErrorNotice error={rows.error} onRetry={rows.retry} />;
  if (count === 0 && !rows.isPending) return <EmptyShelf shelf={shelf} />;
  return (
    <div className={styles.list}>
      <RowGrid
        ref={grid}
        label={t('list.label', { shelf: shelfName })}
        count={count}
        heightOf={sameHeights[density]}
        keyAt={keyAt}
        cursor={cursor}
        moves={moves}
        openKey={open}
        onOpen={openAt}
        onDragRow={(event, index) => drag(event, at(index))}
        order={order}
        onShow={rows.show}
        renderRow={(index) => {
          const article = at(index);
          return article ? (
            <ArticleRow
              article={article}
              density={density}
              now={now}
              isDated={isDated}
              thumbnail={thumbnailUrl(link, article)}
            />
          ) : (
            <RowPlaceholder density={density} />
          );
        }}
      />
    </div>
  );
}

function EmptyShelf({ shelf }: { readonly shelf: ArticleListProps['shelf'] }) {
  const { t } = useTranslation();
  const { data: collections } = useCollections();
  const isGone =
    shelf.kind === 'collection' && collections && !collections.some(({ uid }) => uid === shelf.uid);
  if (isGone) return <Notice title={t('collections.gone')} />;
  const name = shelf.kind === 'list' ? shelf.name : shelf.kind;
  return <Notice title={t(`empty.${name}.title`)} hint={t(`empty.${name}.hint`)} />;
}

function useShelfName(shelf: ArticleShelf): string {
  const { t } = useTranslation();
  const { data: collections } = useCollections();
  if (shelf.kind === 'list') return t(`shelves.${shelf.name}`);
  if (shelf.kind === 'tag') return shelf.name;
  return collections?.find(({ uid }) => uid === shelf.uid)?.name ?? '';
}

/** The count that the library keeps of a shelf. */
export function useExpectedCount(shelf: ArticleListProps['shelf']): number | undefined {
  const counts = useCounts();
  const tags = useTags();
  const collections = useCollections();
  if (shelf.kind === 'list') return counts.data?.[shelf.name];
  if (shelf.kind === 'collection') {
    return collections.data?.find(({ uid }) => uid === shelf.uid)?.articleCount;
  }
  return tags.data?.find((tag) => tag.name === shelf.name)?.articleCount;
}
