// The backups there are, the last made first: made by themselves, made now, brought back.
import { DatabaseBackup, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, BackupName } from '#contract/types/backup.ts';
import { useClient } from '../../lib/client.ts';
import { age, byteSize, exactTime } from '../../lib/format.ts';
import { useNow } from '../../lib/now.ts';
import { toastDone, toastError } from '../../lib/toasts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { RoomLine } from './room-line.tsx';
import { SecondFolderLine } from './second-folder-line.tsx';
import styles from './storage-page.module.css';
import { useBackups } from './use-storage.ts';

export function Backups({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { t } = useTranslation();
  const client = useClient();
  const now = useNow();
  const { data: list, error, refetch } = useBackups();
  const [isBusy, setBusy] = useState(false);
  const [restoring, setRestoring] = useState<Backup | null>(null);
  const [removing, setRemoving] = useState<{ name: BackupName; when: string } | null>(null);
  const newest = list?.backups[0];

  const make = () => {
    setBusy(true);
    client['backups.make']({})
      .then(({ isNew }) => toastDone({ title: t(isNew ? 'storage.made' : 'storage.unchanged') }))
      .catch((failure: unknown) => toastError(failure))
      .finally(() => setBusy(false));
  };
  return (
    <section aria-labelledby="storage-backups">
      <div className={styles.top}>
        <h2 id="storage-backups" className={styles.heading}>
          {t('storage.backups')}
        </h2>
        {!isReadOnly && (
          <Button kind="primary" icon={DatabaseBackup} isDisabled={isBusy} onPress={make}>
            {t(isBusy ? 'storage.making' : 'storage.make')}
          </Button>
        )}
      </div>
      <output className={styles.hint}>
        {list &&
          (newest
            ? t('storage.newest', { age: age(newest.at, now) })
            : t('storage.noBackups'))}{' '}
        {t('storage.byItself')}
      </output>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {list?.problem && (
        <p className={styles.problem} role="alert">
          {t('storage.notMade')} {list.problem.message}
        </p>
      )}
      <ul className={styles.lines}>
        {list?.backups.map((backup) => (
          <li key={backup.name} className={styles.line}>
            <span className={styles.words}>
              <span className={styles.name}>{exactTime(backup.at)}</span>
              <span className={styles.facts}>
                {[
                  t(`storage.reasons.${backup.reason}`),
                  t('storage.articles', { count: backup.articleCount }),
                  byteSize(backup.bytes),
                  backup.faults > 0 && t('storage.faults', { count: backup.faults }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {!isReadOnly && (
              <>
                <Button
                  aria-label={t('storage.restoreNamed', { when: exactTime(backup.at) })}
                  onPress={() => setRestoring(backup)}
                >
                  {t('storage.restore')}
                </Button>
                <IconButton
                  icon={Trash2}
                  label={t('storage.removeNamed', { when: exactTime(backup.at) })}
                  onPress={() => setRemoving({ name: backup.name, when: exactTime(backup.at) })}
                />
              </>
            )}
          </li>
        ))}
        {list?.broken.map(({ name, bytes }) => (
          <li key={name} className={styles.line}>
            <span className={styles.words}>
              <span className={styles.name}>{name}</span>
              <span className={styles.problem}>
                {t('storage.broken')} {byteSize(bytes)}
              </span>
            </span>
            {!isReadOnly && (
              <IconButton
                icon={Trash2}
                label={t('storage.removeNamed', { when: name })}
                onPress={() => setRemoving({ name, when: name })}
              />
            )}
          </li>
        ))}
      </ul>
      <RoomLine isReadOnly={isReadOnly} />
      {list && <SecondFolderLine second={list.second} isReadOnly={isReadOnly} />}
      {removing && <RemoveDialog {...removing} onClose={() => setRemoving(null)} />}
      {restoring && <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
    </section>
  );
}
