// The highlights of the whole library under the headings of their articles: found, filtered, selected, taken along.

import { ArrowUpDown, X } from 'lucide-react';
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HighlightEntry, HighlightSort, HighlightUid } from '#contract/types/highlight.ts';
import type { TellTargets } from '../../lib/selection.ts';
import { IconButton } from '../../ui/button.tsx';
import { MenuButton, MenuChoice } from '../../ui/menu.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { WidePage } from '../../ui/wide-page.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ArticleHeading, PageHighlight } from './page-entries.tsx';
import { asLibraryFilter, isFiltered, NO_FILTER } from './page-filter.ts';
import { TakeAlong } from './take-along.tsx';
import { useHighlightList } from './use-highlight-list.ts';

interface HighlightsPageProps {
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  readonly onOpen: (entry: HighlightEntry) => void;
  /** Commands are about the open article here: no article stands in a row of this page. */
  readonly onTargets: TellTargets;
}

const sorts = ['article', 'newest', 'oldest'] as const satisfies readonly HighlightSort[];
const ESTIMATED_HEIGHT = 96;

export function HighlightsPage({ menu, onOpen, onTargets }: HighlightsPageProps) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(NO_FILTER);
  const [sort, setSort] = useState<HighlightSort>('article');
  const [selected, setSelected] = useState<ReadonlySet<HighlightUid>>(new Set());
  const deferred = useDeferredValue(filter);
  const wanted = useMemo(() => asLibraryFilter(deferred), [deferred]);
  const { rows, total, error, refetch, reach } = useHighlightList(wanted, sort);
  const keyAt = useCallback((index: number) => rows[index]?.key ?? String(index), [rows]);
  const select = (uid: HighlightUid, isSelected: boolean) => {
    const next = new Set(selected);
    if (isSelected) next.add(uid);
    else next.delete(uid);
    setSelected(next);
  };
  useEffect(() => onTargets(null, null), [onTargets]);
  const clear = () => setSelected(new Set());

  return (
    <WidePage
      menu={menu}
      before={
        selected.size > 0 && (
          <IconButton icon={X} label={t('list.clearSelection')} onPress={clear} />
        )
      }
      title={t('shelves.highlights')}
      count={
        selected.size > 0
          ? t('list.selected', { count: selected.size })
          : total !== undefined && t('highlightsPage.count', { count: total })
      }
      tools={
        <>
          {rows.length > 0 && <TakeAlong selected={selected} filter={wanted} count={total ?? 0} />}
          <MenuButton
            label={t('list.sortBy')}
            button={<IconButton icon={ArrowUpDown} label={t('list.sortBy')} />}
          >
            <MenuChoice
              label={t('list.sortBy')}
              value={sort}
              onChange={setSort}
              options={sorts.map((value) => ({ value, label: t(`highlightsPage.sort.${value}`) }))}
            />
          </MenuButton>
        </>
      }
      controls={<FilterBar filter={filter} onFilter={setFilter} />}
    >
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : total === 0 ? (
        <NothingHere isFiltered={isFiltered(filter)} />
      ) : (
        <VirtualList
          key={sort}
          label={t('shelves.highlights')}
          count={rows.length}
          keyAt={keyAt}
          estimate={ESTIMATED_HEIGHT}
          onShow={reach}
          renderEntry={(index) => {
            const row = rows[index];
            if (!row) return null;
            const { entry } = row;
            return row.kind === 'article' ? (
              <ArticleHeading
                entry={entry}
                isAlone={filter.article !== null}
                onOnly={() =>
                  setFilter({
                    ...filter,
                    article: { uid: entry.article.uid, title: entry.article.title },
                  })
                }
              />
            ) : (
              <PageHighlight
                entry={entry}
                isSelected={selected.has(entry.uid)}
                onSelect={(isSelected) => select(entry.uid, isSelected)}
                onOpen={() => onOpen(entry)}
              />
            );
          }}
        />
      )}
    </WidePage>
  );
}

function NothingHere(props: { readonly isFiltered: boolean }) {
  const { t } = useTranslation();
  const which = props.isFiltered ? 'noHighlightsFound' : 'highlights';
  return <Notice title={t(`empty.${which}.title`)} hint={t(`empty.${which}.hint`)} />;
}
