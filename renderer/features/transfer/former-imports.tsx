// What was imported before, and what is being imported: each with its report.
import { useTranslation } from 'react-i18next';
import type { ImportRun } from '#contract/types/import.ts';
import { exactTime } from '../../lib/format.ts';
import { hrefTo } from '../../lib/place.ts';
import { ErrorNotice } from '../../ui/notice.tsx';
import { useRunFacts } from './run-facts.ts';
import styles from './transfer-page.module.css';
import { useImports } from './use-imports.ts';

export function FormerImports() {
  const { t } = useTranslation();
  const { data: runs = [], error, refetch } = useImports();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (runs.length === 0) return null;
  return (
    <section aria-labelledby="transfer-former">
      <h2 id="transfer-former" className={styles.heading}>
        {t('transfer.former')}
      </h2>
      <ul className={styles.lines}>
        {runs.map((run) => (
          <li key={run.uid}>
            <Line run={run} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ run }: { readonly run: ImportRun }) {
  const { t } = useTranslation();
  const facts = useRunFacts(run);
  return (
    <a className={styles.former} href={hrefTo({ kind: 'imported', uid: run.uid })}>
      <span className={styles.words}>
        <span className={styles.name}>
          <bdi>{run.name}</bdi>
        </span>
        <span className={styles.facts}>
          {t(`transfer.formats.${run.format}`)} · {exactTime(run.startedAt)}
        </span>
      </span>
      <span className={run.state === 'failed' ? styles.problem : styles.facts}>{facts}</span>
    </a>
  );
}
