// The sidebar where it has a place of its own, and where it comes over the list as a drawer.
import { PanelLeftClose } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Collections } from '../features/collections/collections.tsx';
import type { CollectionDraft } from '../features/collections/use-collection-actions.ts';
import { Sidebar } from '../features/library/sidebar.tsx';
import { SavedSearches } from '../features/saved-searches/saved-searches.tsx';
import type { SavedSearchDraft } from '../features/saved-searches/use-saved-search-actions.ts';
import { sayChord } from '../lib/say-keys.ts';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import styles from './sidebar-pane.module.css';

/** What both need to be told. */
export interface SidebarProps
  extends Omit<ComponentProps<typeof Sidebar>, 'children' | 'onChoose' | 'between'> {
  readonly onEditSearch: (draft: SavedSearchDraft) => void;
  readonly onEditCollection: (draft: CollectionDraft) => void;
}

interface SidebarPaneProps extends SidebarProps {
  /** Covered by the reader: out of reach as well. */
  readonly isBehind: boolean;
  readonly onFold: () => void;
}

export function SidebarPane({
  isBehind,
  onFold,
  onEditSearch,
  onEditCollection,
  ...props
}: SidebarPaneProps) {
  const { t } = useTranslation();
  return (
    <div className={cx(styles.pane, isBehind && styles.behind)} inert={isBehind}>
      <Sidebar
        {...props}
        between={
          <>
            <Collections shelf={props.shelf} onEdit={onEditCollection} />
            <SavedSearches shelf={props.shelf} onEdit={onEditSearch} />
          </>
        }
      >
        <IconButton
          icon={PanelLeftClose}
          label={t('sidebar.hide')}
          shortcut={sayChord('Mod+b')}
          onPress={onFold}
        />
      </Sidebar>
    </div>
  );
}

export function SidebarDrawer({
  onClose,
  onEditSearch,
  onEditCollection,
  ...props
}: SidebarProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const closing =
    <T extends readonly unknown[]>(work: (...args: T) => void) =>
    (...args: T) => {
      onClose();
      work(...args);
    };
  return (
    <ModalOverlay
      className={cx(styles.overlay)}
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={cx(styles.drawer)}>
        <Dialog aria-label={t('app.pane.sidebar')} className={cx(styles.dialog)}>
          <Sidebar
            {...props}
            onChoose={onClose}
            between={
              <>
                <Collections
                  shelf={props.shelf}
                  onChoose={onClose}
                  onEdit={closing(onEditCollection)}
                />
                <SavedSearches
                  shelf={props.shelf}
                  onChoose={onClose}
                  onEdit={closing(onEditSearch)}
                />
              </>
            }
            onClip={closing(props.onClip)}
            onShortcuts={closing(props.onShortcuts)}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
