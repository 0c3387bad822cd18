// The list of articles with what stands over it: search field, heading or selection, rows or hits.

import type { TFunction } from 'i18next';
import { Bookmark, BookmarkCheck, Menu, Plus } from 'lucide-react';
import { type RefObject, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleSort, ArticleSummary } from '#contract/types/article.ts';
import type { Collection } from '#contract/types/collection.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { SavedSearch } from '#contract/types/saved-search.ts';
import { ArticleList, useExpectedCount } from '../features/library/article-list.tsx';
import { ListHeader, SelectionBar } from '../features/library/list-header.tsx';
import { HitCount, HitList } from '../features/search/hit-list.tsx';
import { QueryChips } from '../features/search/query-chips.tsx';
import { SearchField, type SearchFieldHandle } from '../features/search/search-field.tsx';
import { TrashMenu } from '../features/trash/trash-menu.tsx';
import type { FoundWords } from '../frame/messages/found-words.ts';
import type { ListHandle } from '../lib/list-handle.ts';
import {
  type ArticleShelf,
  hrefTo,
  type Navigation,
  type PageShelf,
  type Shelf,
} from '../lib/place.ts';
import { useCollections, useCounts, useSavedSearches, useSettings } from '../lib/queries.ts';
import { sayChord } from '../lib/say-keys.ts';
import type { Selected, TellTargets } from '../lib/selection.ts';
import type { CommandId } from '../lib/shortcuts.ts';
import { toastError } from '../lib/toasts.ts';
import { IconButton } from '../ui/button.tsx';
import styles from './list-pane.module.css';

interface ListPaneProps {
  readonly shelf: Exclude<Shelf, PageShelf>;
  readonly open: ArticleUid | null;
  readonly openArticle: ArticleSummary | null;
  readonly sort: ArticleSort;
  readonly onSort: (sort: ArticleSort) => void;
  readonly selected: Selected | null;
  /** Whether the sidebar has to be called: its button, and the one for clipping, stand here then. */
  readonly showsMenu: boolean;
  readonly onMenu: () => void;
  readonly onClip: () => void;
  readonly onCommand: (command: CommandId) => void;
  /** Of all that is listed. */
  readonly onExportShelf: () => void;
  /** Of so many articles. */
  readonly onEmptyTrash: (count: number) => void;
  readonly onOpen: (article: ArticleSummary, byKey: boolean, found?: FoundWords) => void;
  readonly onTargets: TellTargets;
  readonly listRef: RefObject<ListHandle | null>;
  readonly searchRef: RefObject<SearchFieldHandle | null>;
  readonly go: Navigation['go'];
}

export function ListPane(props: ListPaneProps) {
  const { shelf, open, sort, selected, listRef, searchRef, onCommand, go } = props;
  const { t } = useTranslation();
  const { settings, keep } = useSettings();
  const { density } = settings;
  const isSearch = shelf.kind === 'search';
  const { data: saved } = useSavedSearches();
  const { data: collections } = useCollections();
  const title = titleOf(shelf, t, { saved, collections });
  const searchText = isSearch ? shelf.text : '';

  /** Where the search was begun, and where one comes back to when its text is cleared. */
  const [before, setBefore] = useState<Shelf>({ kind: 'list', name: 'inbox' });
  if (!isSearch && hrefTo(before) !== hrefTo(shelf)) setBefore(shelf);
  const search = useCallback(
    (text: string) =>
      go(
        { shelf: text ? { kind: 'search', text } : before, article: null },
        { replace: text !== '' && isSearch },
      ),
    [go, isSearch, before],
  );

  return (
    <div className={styles.pane}>
      <div className={styles.bar}>
        {props.showsMenu && <MenuToggle onPress={props.onMenu} />}
        <SearchField
          ref={searchRef}
          text={searchText}
          onSearch={search}
          onLeave={() => listRef.current?.focus()}
        />
        {props.showsMenu && (
          <IconButton icon={Plus} label={t('clip.title')} shortcut="c" onPress={props.onClip} />
        )}
      </div>
      {isSearch && <QueryChips text={shelf.text} onChange={search} />}
      {selected ? (
        <SelectionBar
          title={title}
          selected={selected}
          shelf={shelfState(shelf)}
          onCommand={onCommand}
          onClear={() => listRef.current?.clearSelection()}
        />
      ) : (
        <ListHeader
          title={title}
          onExport={props.onExportShelf}
          action={
            isSearch ? (
              <SaveSearch text={shelf.text} onCommand={onCommand} />
            ) : (
              shelfState(shelf) === 'trash' && <TrashTools onEmpty={props.onEmptyTrash} />
            )
          }
          count={isSearch ? <HitCount text={shelf.text} /> : <ShelfCount shelf={shelf} />}
          sort={isSearch ? null : sort}
          hasOrder={shelf.kind === 'collection'}
          onSort={props.onSort}
          density={density}
          onDensity={(next) => {
            keep({ density: next }).catch((error: unknown) => toastError(error));
          }}
        />
      )}
      <div className={styles.rows}>
        {isSearch ? (
          <HitList
            ref={listRef}
            text={shelf.text}
            density={density}
            open={open}
            onSearch={search}
            onOpen={props.onOpen}
            onTargets={props.onTargets}
          />
        ) : (
          <ArticleList
            key={`${hrefTo(shelf)} ${sort}`}
            ref={listRef}
            shelf={shelf}
            sort={sort}
            density={density}
            open={open}
            openArticle={props.openArticle}
            onOpen={props.onOpen}
            onTargets={props.onTargets}
          />
        )}
      </div>
    </div>
  );
}

function TrashTools({ onEmpty }: { readonly onEmpty: (count: number) => void }) {
  const { data } = useCounts();
  const count = data?.trash ?? 0;
  return <TrashMenu isEmpty={count === 0} onEmpty={() => onEmpty(count)} />;
}

function ShelfCount({ shelf }: { readonly shelf: ArticleShelf }) {
  const { t } = useTranslation();
  const count = useExpectedCount(shelf);
  return count === undefined ? null : t('list.count', { count });
}

/** Keeps the search in the sidebar, or says that it is there. */
function SaveSearch({
  text,
  onCommand,
}: {
  readonly text: string;
  readonly onCommand: (command: CommandId) => void;
}) {
  const { t } = useTranslation();
  const { data } = useSavedSearches();
  const isSaved = data?.some(({ query }) => query === text) ?? false;
  return (
    <IconButton
      icon={isSaved ? BookmarkCheck : Bookmark}
      label={t(isSaved ? 'savedSearches.editing' : 'savedSearches.saving')}
      shortcut={sayChord('Mod+s')}
      onPress={() => onCommand('save-search')}
    />
  );
}

function titleOf(
  shelf: ListPaneProps['shelf'],
  t: TFunction,
  named: {
    readonly saved: readonly SavedSearch[] | undefined;
    readonly collections: readonly Collection[] | undefined;
  },
): string {
  switch (shelf.kind) {
    case 'list':
      return t(`shelves.${shelf.name}`);
    case 'tag':
      return shelf.name;
    case 'collection':
      return named.collections?.find(({ uid }) => uid === shelf.uid)?.name ?? '';
    case 'search':
      return named.saved?.find(({ query }) => query === shelf.text)?.name ?? t('search.results');
  }
}

function shelfState(shelf: Shelf): 'archived' | 'trash' | 'collection' | 'other' {
  if (shelf.kind === 'collection') return 'collection';
  if (shelf.kind !== 'list') return 'other';
  return shelf.name === 'archived' || shelf.name === 'trash' ? shelf.name : 'other';
}

/** Calls the sidebar, where that does not stand beside the list. */
export function MenuToggle({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <IconButton
      icon={Menu}
      label={t('sidebar.show')}
      shortcut={sayChord('Mod+b')}
      onPress={onPress}
    />
  );
}
