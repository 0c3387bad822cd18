// Saved searches in the sidebar, in the reader's order, each with how much it finds.
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Search, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '#contract/types/saved-search.ts';
import type { Shelf } from '../../lib/place.ts';
import { useSavedSearchCounts, useSavedSearches } from '../../lib/queries.ts';
import { IconButton } from '../../ui/button.tsx';
import { MenuAction, MenuButton } from '../../ui/menu.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import styles from './saved-searches.module.css';
import { type SavedSearchDraft, useSavedSearchActions } from './use-saved-search-actions.ts';

interface SavedSearchesProps {
  readonly shelf: Shelf;
  readonly onChoose?: (() => void) | undefined;
  readonly onEdit: (draft: SavedSearchDraft) => void;
}

export function SavedSearches({ shelf, onChoose, onEdit }: SavedSearchesProps) {
  const { t } = useTranslation();
  const { data: searches } = useSavedSearches();
  const { data: counts } = useSavedSearchCounts();
  const { move, remove } = useSavedSearchActions();
  if (!searches || searches.length === 0) return null;
  const countOf = new Map(counts?.map((count) => [count.uid, count]));

  const onKeyDown = (event: KeyboardEvent, search: SavedSearch, at: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.altKey && by !== 0 && at + by >= 0) void move(search.uid, at + by);
    else if (event.key === 'F2') onEdit(search);
    else if (event.key === 'Delete') void remove(search.uid);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className={styles.searches} aria-labelledby="sidebar-searches">
      <h2 id="sidebar-searches" className={styles.heading}>
        {t('savedSearches.heading')}
      </h2>
      <ul>
        {searches.map((search, at) => (
          <li key={search.uid} className={styles.line}>
            <PlaceLink
              icon={Search}
              label={search.name}
              count={countOf.get(search.uid)?.count}
              isAtLeast={countOf.get(search.uid)?.isExact === false}
              shelf={{ kind: 'search', text: search.query }}
              isHere={shelf.kind === 'search' && shelf.text === search.query}
              onChoose={onChoose}
              onKeyDown={(event) => onKeyDown(event, search, at)}
            />
            <span className={styles.more}>
              <MenuButton
                label={t('savedSearches.more', { name: search.name })}
                button={
                  <IconButton
                    icon={Ellipsis}
                    label={t('savedSearches.more', { name: search.name })}
                  />
                }
              >
                <MenuAction
                  icon={Pencil}
                  label={t('savedSearches.edit')}
                  shortcut="F2"
                  onAction={() => onEdit(search)}
                />
                {at > 0 && (
                  <MenuAction
                    icon={ArrowUp}
                    label={t('savedSearches.up')}
                    onAction={() => void move(search.uid, at - 1)}
                  />
                )}
                {at < searches.length - 1 && (
                  <MenuAction
                    icon={ArrowDown}
                    label={t('savedSearches.down')}
                    onAction={() => void move(search.uid, at + 1)}
                  />
                )}
                <MenuAction
                  icon={Trash2}
                  label={t('savedSearches.remove')}
                  onAction={() => void remove(search.uid)}
                />
              </MenuButton>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
