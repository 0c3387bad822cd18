// The page of an article as it was saved, in a frame without scripts, in the place of its text.
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { SnapshotUid } from '#contract/types/snapshot.ts';
import { useLink } from '../../lib/client.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './original.module.css';

interface OriginalProps {
  readonly uid: ArticleUid;
  /** Null for the one that the article shows. */
  readonly version: SnapshotUid | null;
  readonly title: string;
  readonly onClose: () => void;
}

export function Original({ uid, version, title, onClose }: OriginalProps) {
  const { t } = useTranslation();
  const link = useLink();
  const back = useRef<HTMLButtonElement>(null);
  // Nothing in the frame tells of keys, so they stay in the window until somebody goes into it.
  useEffect(() => back.current?.focus(), []);
  return (
    <div className={styles.original}>
      <Toolbar className={cx(styles.bar)} aria-label={t('original.bar')}>
        <Button kind="quiet" icon={ArrowLeft} ref={back} onPress={onClose}>
          {t('original.back')}
        </Button>
        <p className={styles.hint}>{t('original.hint')}</p>
      </Toolbar>
      <iframe
        className={styles.frame}
        sandbox=""
        src={link.originalUrl(uid, version)}
        title={t('original.frame', { title })}
      />
    </div>
  );
}
