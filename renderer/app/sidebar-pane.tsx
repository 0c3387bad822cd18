// The sidebar where it has a place of its own, and where it comes over the list as a drawer.
import { PanelLeftClose } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Sidebar } from '../features/library/sidebar.tsx';
import { SavedSearches } from '../features/saved-searches/saved-searches.tsx';
import type { SavedSearchDraft } from '../features/saved-searches/use-saved-search-actions.ts';
import { sayChord } from '../lib/say-keys.ts';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import styles from './sidebar-pane.module.css';

/** What both need to be told. */
export interface SidebarProps
  extends Omit<ComponentProps<typeof Sidebar>, 'children' | 'onChoose' | 'searches'> {
  readonly onEditSearch: (draft: SavedSearchDraft) => void;
}

interface SidebarPaneProps extends SidebarProps {
  /** Covered by the reader: out of reach as well. */
  readonly isBehind: boolean;
  readonly onFold: () => void;
}

export function SidebarPane({ isBehind, onFold, onEditSearch, ...props }: SidebarPaneProps) {
  const { t } = useTranslation();
  return (
    <div className={cx(styles.pane, isBehind && styles.behind)} inert={isBehind}>
      <Sidebar {...props} searches={<SavedSearches shelf={props.shelf} onEdit={onEditSearch} />}>
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
            searches={
              <SavedSearches
                shelf={props.shelf}
                onChoose={onClose}
                onEdit={closing(onEditSearch)}
              />
            }
            onClip={closing(props.onClip)}
            onShortcuts={closing(props.onShortcuts)}
            onType={closing(props.onType)}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
