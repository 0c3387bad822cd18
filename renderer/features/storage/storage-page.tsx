// What the library takes on the disk, and its backups: how to get back, and what can be cleared away.
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { byteSize } from '../../lib/format.ts';
import { useLibraryInfo } from '../../lib/queries.ts';
import type { TellTargets } from '../../lib/selection.ts';
import { WidePage } from '../../ui/wide-page.tsx';
import { Backups } from './backups.tsx';
import { OnTheDisk } from './on-the-disk.tsx';
import styles from './storage-page.module.css';
import { totalOf, useStorageUse } from './use-storage.ts';

interface StoragePageProps {
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  /** No article stands in a row of this page. */
  readonly onTargets: TellTargets;
}

export function StoragePage({ menu, onTargets }: StoragePageProps) {
  const { t } = useTranslation();
  const info = useLibraryInfo();
  const { data: use } = useStorageUse();
  useEffect(() => onTargets(null, null), [onTargets]);
  return (
    <WidePage menu={menu} title={t('shelves.storage')} count={use && byteSize(totalOf(use))}>
      <div className={styles.body}>
        {info?.risk && (
          <p className={styles.risk} role="note">
            <strong>{t(`storage.risk.${info.risk.kind}`, { name: info.risk.name })}</strong>{' '}
            {t('storage.risk.wayOut')}
          </p>
        )}
        <Backups isReadOnly={info?.readOnly ?? false} />
        <OnTheDisk isReadOnly={info?.readOnly ?? false} />
        {info && (
          <p className={styles.where}>
            {t('storage.where')} <code dir="ltr">{info.dir}</code>
          </p>
        )}
      </div>
    </WidePage>
  );
}
