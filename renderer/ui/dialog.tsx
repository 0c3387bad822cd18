// A dialog over the window: title, close button, whatever it holds. Focus is kept inside and returns afterwards.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly size?: 'narrow' | 'wide' | 'page';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Is there as long as it is rendered: put it on the screen to open it. */
export function Dialog({ title, size = 'narrow', onClose, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className={cx(styles.overlay)}
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={cx(styles.modal, styles[size])}>
        <AriaDialog className={cx(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title" level={2} className={cx(styles.title)}>
              {title}
            </Heading>
            <IconButton icon={X} label={t('actions.close')} onPress={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
