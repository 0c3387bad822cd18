// Before a backup takes the place of the library: what would be other than it is, and that the way back stays open.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, BackupDifference } from '#contract/types/backup.ts';
import { useClient } from '../../lib/client.ts';
import { exactTime } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { toastDone, toastError } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import styles from './restore-dialog.module.css';

const changes = ['returning', 'going', 'changing'] as const;
const marked = ['highlights', 'notes', 'tags'] as const;
const signs = { returning: '+', going: '−', changing: '~' } as const;

interface RestoreDialogProps {
  readonly backup: Backup;
  readonly onClose: () => void;
}

export function RestoreDialog({ backup, onClose }: RestoreDialogProps) {
  const { t } = useTranslation();
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const {
    data: difference,
    error,
    refetch,
  } = useQuery({
    queryKey: queryKeys.backupPreview(backup.name),
    queryFn: ({ signal }) => client['backups.preview']({ name: backup.name }, signal),
    gcTime: 0,
  });
  const restore = async () => {
    setBusy(true);
    try {
      const anyLibrary = difference?.isOtherLibrary ?? false;
      const { missingAssets } = await client['backups.restore']({ name: backup.name, anyLibrary });
      toastDone({
        title: t('storage.restored', { when: exactTime(backup.at) }),
        detail: missingAssets > 0 ? t('storage.missing', { count: missingAssets }) : null,
      });
      onClose();
    } catch (failure) {
      toastError(failure);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('storage.restoreTitle', { when: exactTime(backup.at) })}
      size="wide"
      onClose={() => !isBusy && onClose()}
    >
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : difference ? (
        <Difference difference={difference} />
      ) : (
        <p className={styles.hint}>{t('storage.comparing')}</p>
      )}
      <p className={styles.hint}>{t('storage.wayBack')}</p>
      <output className={styles.hint}>{isBusy && t('storage.restoring')}</output>
      <p className={styles.tools}>
        <Button kind="primary" isDisabled={!difference || isBusy} onPress={() => void restore()}>
          {t('storage.restoreNow')}
        </Button>
        <Button isDisabled={isBusy} onPress={onClose}>
          {t('actions.cancel')}
        </Button>
      </p>
      {difference && difference.examples.length > 0 && <Examples examples={difference.examples} />}
    </Dialog>
  );
}

function Difference({ difference }: { readonly difference: BackupDifference }) {
  const { t } = useTranslation();
  const { isOtherLibrary } = difference;
  const some = changes.filter((change) => difference[change] > 0);
  const others = marked.filter((noun) => difference[noun].now !== difference[noun].inBackup);
  return (
    <>
      {isOtherLibrary && (
        <p className={styles.other} role="note">
          {t('storage.otherLibrary')}
        </p>
      )}
      <ul className={styles.sums}>
        {some.map((change) => (
          <li key={change}>{t(`storage.changes.${change}`, { count: difference[change] })}</li>
        ))}
        {others.map((noun) => (
          <li key={noun}>{t(`storage.counts.${noun}`, { ...difference[noun] })}</li>
        ))}
        {some.length === 0 && others.length === 0 && <li>{t('storage.same')}</li>}
      </ul>
    </>
  );
}

/** Below the buttons: it may be long. */
function Examples({ examples }: Pick<BackupDifference, 'examples'>) {
  const { t } = useTranslation();
  return (
    <ul className={styles.titles} aria-label={t('storage.examples')}>
      {examples.map(({ title, change }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have one title, and they do not move
        <li key={at} className={styles[change]}>
          <span className={styles.sign} role="img" aria-label={t(`storage.signs.${change}`)}>
            {signs[change]}
          </span>
          <span dir="auto">{title || t('list.untitled')}</span>
        </li>
      ))}
    </ul>
  );
}
