// The page of an article as it was saved, in a frame without scripts, in the place of its text.
import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { SnapshotUid } from '#contract/types/snapshot.ts';
import { useLink } from '../../lib/client.ts';
import { useVersions } from '../../lib/queries.ts';
import { Button, IconButton } from '../../ui/button.tsx';
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
  const [page, setPage] = useState(1);
  const { data: versions } = useVersions(uid);
  const shown = versions?.find((one) => (version === null ? one.inUse : one.uid === version));
  // Nothing in the frame tells of keys, so they stay in the window until somebody goes into it.
  useEffect(() => back.current?.focus(), []);
  return (
    <div className={styles.original}>
      <Toolbar className={cx(styles.bar)} aria-label={t('original.bar')}>
        <Button kind="quiet" icon={ArrowLeft} ref={back} onPress={onClose}>
          {t('original.back')}
        </Button>
        <p className={styles.hint}>{t('original.hint')}</p>
        {shown && shown.pages > 1 && <Pager page={page} total={shown.pages} onPage={setPage} />}
      </Toolbar>
      <iframe
        className={styles.frame}
        // Another frame for another page: one frame would put each of them into the history.
        key={page}
        sandbox=""
        src={link.originalUrl(uid, version, page)}
        title={t('original.frame', { title })}
      />
    </div>
  );
}

interface PagerProps {
  readonly page: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Between the pages over which the site had split the article. */
function Pager({ page, total, onPage }: PagerProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.pager}>
      <IconButton
        icon={ChevronLeft}
        label={t('original.previousPage')}
        // At the ends neither is disabled: it would lose the focus.
        onPress={() => onPage(Math.max(1, page - 1))}
      />
      <output className={styles.hint}>{t('original.page', { number: page, total })}</output>
      <IconButton
        icon={ChevronRight}
        label={t('original.nextPage')}
        onPress={() => onPage(Math.min(total, page + 1))}
      />
    </div>
  );
}
