// Asks before a backup is deleted: one of the few things that cannot be undone.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupName } from '#contract/types/backup.ts';
import { useClient } from '../../lib/client.ts';
import { toastError } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './restore-dialog.module.css';

interface RemoveDialogProps {
  readonly name: BackupName;
  /** As it is called on the page. */
  readonly when: string;
  readonly onClose: () => void;
}

export function RemoveDialog({ name, when, onClose }: RemoveDialogProps) {
  const { t } = useTranslation();
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    await client['backups.remove']({ name }).catch((error: unknown) => toastError(error));
    onClose();
  };
  return (
    <Dialog title={t('storage.removeTitle', { when })} onClose={onClose}>
      <p className={styles.hint}>{t('storage.removeHint')}</p>
      <p className={styles.tools}>
        <Button kind="primary" isDisabled={isBusy} onPress={() => void remove()}>
          {t('storage.removeNow')}
        </Button>
        <Button onPress={onClose}>{t('actions.cancel')}</Button>
      </p>
    </Dialog>
  );
}
