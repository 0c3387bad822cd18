// Whatever dialog is open over the panes; one at a time.
import type { RefObject } from 'react';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { SnapshotUid } from '#contract/types/snapshot.ts';
import { ClipDialog } from '../features/clip/clip-dialog.tsx';
import type { Clips } from '../features/clip/use-clips.ts';
import { CollectionDialog } from '../features/collections/collection-dialog.tsx';
import { CollectionEditor } from '../features/collections/collection-editor.tsx';
import type { CollectionDraft } from '../features/collections/use-collection-actions.ts';
import { DetailsDialog } from '../features/details/details-dialog.tsx';
import { ReExtractDialog } from '../features/re-extract/re-extract-dialog.tsx';
import type { ReaderHandle } from '../features/reader/reader.tsx';
import { SavedSearchDialog } from '../features/saved-searches/saved-search-dialog.tsx';
import type { SavedSearchDraft } from '../features/saved-searches/use-saved-search-actions.ts';
import { TypeSettings } from '../features/settings/type-settings.tsx';
import { TagEditor } from '../features/tags/tag-editor.tsx';
import { ExportDialog } from '../features/transfer/export-dialog.tsx';
import { Origins } from '../features/transfer/origins.tsx';
import type { Exportable } from '../features/transfer/use-export.ts';
import { DeleteDialog } from '../features/trash/delete-dialog.tsx';
import { ComparisonDialog } from '../features/versions/comparison-dialog.tsx';
import type { Shelf } from '../lib/place.ts';
import type { CommandId } from '../lib/shortcuts.ts';
import { Palette } from './palette.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { SidebarDrawer, type SidebarProps } from './sidebar-pane.tsx';

export type OpenDialog =
  | { readonly kind: 'clip' | 'palette' | 'shortcuts' | 'type' | 'drawer' }
  | { readonly kind: 're-extract'; readonly articles: SomeOrAll | null }
  | { readonly kind: 'delete-for-good'; readonly articles: SomeOrAll; readonly count: number }
  | { readonly kind: 'tags'; readonly articles: SomeOrAll; readonly count: number }
  | { readonly kind: 'collect'; readonly articles: SomeOrAll; readonly count: number }
  | {
      readonly kind: 'export';
      readonly articles: Exportable;
      /** What they are together, where that has a name; else how many. */
      readonly name: string | null;
      readonly count: number;
    }
  | { readonly kind: 'collection'; readonly draft: CollectionDraft }
  | { readonly kind: 'details'; readonly uid: ArticleUid }
  | { readonly kind: 'save-search'; readonly draft: SavedSearchDraft }
  | {
      readonly kind: 'compare';
      readonly uid: ArticleUid;
      /** To be compared with the one shown; null for the one before that. */
      readonly version: SnapshotUid | null;
    };

interface DialogsProps {
  readonly open: OpenDialog | null;
  readonly onClose: () => void;
  readonly sidebar: SidebarProps;
  readonly clips: Clips;
  /** The open article. */
  readonly article: ArticleUid | null;
  /** Where an article is open: its type settings hang below its own button. */
  readonly reader: RefObject<ReaderHandle | null> | null;
  readonly onRun: (command: CommandId) => void;
  readonly onGo: (shelf: Shelf) => void;
  readonly onOpen: (uid: ArticleUid) => void;
  /** Articles are gone for good, perhaps the open one. */
  readonly onDeleted: () => void;
}

export function Dialogs({
  open,
  onClose,
  sidebar,
  clips,
  article,
  reader,
  onDeleted,
  ...palette
}: DialogsProps) {
  switch (open?.kind) {
    case undefined:
      return null;
    case 'drawer':
      return <SidebarDrawer {...sidebar} onClose={onClose} />;
    case 'clip':
      return <ClipDialog onClip={clips.start} onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutSheet onClose={onClose} />;
    case 'delete-for-good':
      return (
        <DeleteDialog
          articles={open.articles}
          count={open.count}
          onClose={onClose}
          onDeleted={onDeleted}
        />
      );
    case 'tags':
      return <TagEditor articles={open.articles} count={open.count} onClose={onClose} />;
    case 'collect':
      return <CollectionEditor articles={open.articles} count={open.count} onClose={onClose} />;
    case 'export':
      return (
        <ExportDialog
          articles={open.articles}
          name={open.name}
          count={open.count}
          onClose={onClose}
        />
      );
    case 'collection':
      return <CollectionDialog draft={open.draft} onClose={onClose} />;
    case 'details':
      return (
        <DetailsDialog uid={open.uid} onClose={onClose}>
          <Origins uid={open.uid} />
        </DetailsDialog>
      );
    case 'save-search':
      return <SavedSearchDialog draft={open.draft} onClose={onClose} />;
    case 're-extract':
      return <ReExtractDialog articles={open.articles} onClose={onClose} />;
    case 'compare':
      return <ComparisonDialog uid={open.uid} version={open.version} onClose={onClose} />;
    case 'type':
      return <TypeSettings article={article} anchor={reader} onClose={onClose} />;
    case 'palette':
      return <Palette {...palette} onClose={onClose} />;
  }
}
