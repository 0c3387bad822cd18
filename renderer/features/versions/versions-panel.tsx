// What was captured of the open article, newest first: which of it is shown, and the way to the others.
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Snapshot, SnapshotUid } from '#contract/types/snapshot.ts';
import { useArticleActions } from '../../lib/article-actions.ts';
import { exactTime } from '../../lib/format.ts';
import { useVersions } from '../../lib/queries.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { focusPanelAround } from '../../ui/side-panel.tsx';
import styles from './versions-panel.module.css';

interface VersionsPanelProps {
  readonly uid: ArticleUid;
  /** Shows what differs between this version and the one shown. */
  readonly onCompare: (version: SnapshotUid) => void;
  /** Shows the page of a version as it was saved; null where there is none. */
  readonly onOriginal: ((version: SnapshotUid) => void) | null;
}

export function VersionsPanel({ uid, onCompare, onOriginal }: VersionsPanelProps) {
  const { t } = useTranslation();
  const { data: versions } = useVersions(uid);
  return (
    <div className={styles.versions}>
      {versions?.length === 1 && <p className={styles.only}>{t('versions.only')}</p>}
      <ol>
        {versions?.map((version) => (
          <li key={version.uid} className={styles.version}>
            <Version version={version} onCompare={onCompare} onOriginal={onOriginal} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface VersionProps extends Pick<VersionsPanelProps, 'onCompare' | 'onOriginal'> {
  readonly version: Snapshot;
}

function Version({ version, onCompare, onOriginal }: VersionProps) {
  const { t } = useTranslation();
  const { showVersion } = useArticleActions();
  const { capturedAt, url, fileName, rendered, inUse, wordCount } = version;
  const when = exactTime(capturedAt);
  return (
    <>
      <p className={styles.head}>
        <time dateTime={new Date(capturedAt).toISOString()}>{when}</time>
        {inUse && <span className={styles.shown}>{t('versions.shown')}</span>}
      </p>
      <p className={styles.facts}>
        {wordCount === null ? t('versions.notRead') : t('versions.words', { count: wordCount })}
        {rendered && ` · ${t('versions.rendered')}`}
      </p>
      {(url ?? fileName) && (
        <p className={styles.from} dir="auto">
          {url ?? fileName}
        </p>
      )}
      {(!inUse || onOriginal) && (
        <p className={cx(styles.tools, inUse && styles.flush)}>
          {!inUse && (
            <>
              <Button
                aria-label={t('versions.showNamed', { when })}
                onPress={() => {
                  focusPanelAround(document.activeElement);
                  void showVersion(version.uid);
                }}
              >
                {t('versions.show')}
              </Button>
              <Button
                kind="quiet"
                aria-label={t('versions.compareNamed', { when })}
                onPress={() => onCompare(version.uid)}
              >
                {t('versions.compare')}
              </Button>
            </>
          )}
          {onOriginal && (
            <Button
              kind="quiet"
              aria-label={t('versions.originalNamed', { when })}
              onPress={() => onOriginal(version.uid)}
            >
              {t('versions.original')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
