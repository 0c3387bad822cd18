// The rows of a report: each with what became of it, where it stands in the source, and why where it did not come in.
import { CircleCheck, CircleSlash, CircleX, GitMerge, type LucideIcon } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow, ImportRun, RowOutcome } from '#contract/types/import.ts';
import { hrefToArticle } from '../../lib/place.ts';
import { ICON_STROKE } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import styles from './report-page.module.css';
import { siteOf } from './site-of.ts';
import { useImportRows } from './use-imports.ts';

const icons: Readonly<Record<RowOutcome, LucideIcon>> = {
  imported: CircleCheck,
  merged: GitMerge,
  skipped: CircleSlash,
  failed: CircleX,
};

const ESTIMATED_HEIGHT = 60;

interface ReportRowsProps {
  readonly run: ImportRun;
  /** Null for all. */
  readonly outcome: RowOutcome | null;
}

export function ReportRows({ run, outcome }: ReportRowsProps) {
  const { t } = useTranslation();
  const { rows, isKnown, error, refetch, reach } = useImportRows(run.uid, outcome);
  const keyAt = useCallback((index: number) => String(index), []);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (isKnown && rows.length === 0) {
    return run.state === 'running' ? null : (
      <Notice title={t('transfer.noRows')} hint={t('transfer.noRowsHint')} />
    );
  }
  return (
    <VirtualList
      label={t('transfer.rows')}
      count={rows.length}
      keyAt={keyAt}
      estimate={ESTIMATED_HEIGHT}
      onShow={reach}
      renderEntry={(index) => {
        const row = rows[index];
        return row ? <Row row={row} /> : null;
      }}
    />
  );
}

function Row({ row }: { readonly row: ImportRow }) {
  const { t } = useTranslation();
  const { outcome, article, title, url, place, problem } = row;
  const Icon = icons[outcome];
  const name = title || url || t('list.untitled');
  const facts = [t(`transfer.outcomes.${outcome}`), siteOf(url), place];
  return (
    <article className={styles.row} aria-label={name}>
      <Icon
        className={cx(styles.icon, styles[outcome])}
        size={18}
        strokeWidth={ICON_STROKE}
        aria-hidden
      />
      <div className={styles.words}>
        {article ? (
          <a className={styles.name} href={hrefToArticle(article)}>
            <bdi>{name}</bdi>
          </a>
        ) : (
          <p className={styles.name}>
            <bdi>{name}</bdi>
          </p>
        )}
        <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
        {problem && (
          <p className={outcome === 'failed' ? styles.why : styles.facts}>{problem.message}</p>
        )}
      </div>
    </article>
  );
}
