// The sums of a plan: new and known, with text and without, what is added to what is here, and what is left out and why.
import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '#contract/types/import.ts';
import { wholeNumber } from '../../lib/format.ts';
import styles from './plan.module.css';

export function PlanSums({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation();
  const { counts, merges } = plan;
  const added = mergeKinds
    .filter((kind) => merges[kind] > 0)
    .map((kind) => t(`transfer.merges.${kind}`, { count: merges[kind] }));
  const sums = [
    { id: 'items', count: counts.items, hint: null },
    { id: 'known', count: counts.known, hint: added.length > 0 ? added.join(' · ') : null },
    { id: 'withText', count: counts.withText, hint: null },
    { id: 'toFetch', count: counts.toFetch, hint: null },
  ] as const;
  return (
    <>
      <dl className={styles.sums}>
        {sums.map(({ id, count, hint }) => (
          <div key={id} className={styles.sum}>
            <dt>{t(`transfer.counts.${id}`, { count })}</dt>
            <dd>{wholeNumber(count)}</dd>
            {hint && <dd className={styles.facts}>{hint}</dd>}
          </div>
        ))}
      </dl>
      <LeftOut plan={plan} />
    </>
  );
}

const mergeKinds = ['texts', 'tags', 'collections', 'highlights', 'notes'] as const;

/** Nothing of what a file holds goes missing without a word. */
function LeftOut({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation();
  const { counts, ignored, unreadable } = plan;
  return (
    <>
      {ignored.length > 0 && (
        <div className={styles.left}>
          <p className={styles.name}>{t('transfer.ignored', { count: counts.ignored })}</p>
          <ul>
            {ignored.map(({ reason, count }) => (
              <li key={reason}>
                {wholeNumber(count)} × <bdi>{reason}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      {unreadable.length > 0 && (
        <details className={styles.left}>
          <summary className={styles.name}>
            {t('transfer.unreadable', { count: counts.unreadable })}
          </summary>
          <ul>
            {unreadable.map(({ place, problem }) => (
              <li key={`${place} ${problem.message}`}>
                <span className={styles.place} dir="auto">
                  {place}
                </span>{' '}
                {problem.message}
              </li>
            ))}
            {counts.unreadable > unreadable.length && (
              <li>{t('history.more', { count: counts.unreadable - unreadable.length })}</li>
            )}
          </ul>
        </details>
      )}
    </>
  );
}
