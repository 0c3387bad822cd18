// A few of the articles in a source, as they would come in.
import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '#contract/types/import.ts';
import { exactDay } from '../../lib/format.ts';
import styles from './plan.module.css';
import { siteOf } from './site-of.ts';

export function Samples({ samples }: Pick<ImportPlan, 'samples'>) {
  const { t } = useTranslation();
  if (samples.length === 0) return null;
  return (
    <>
      <h3 className={styles.subheading}>{t('transfer.samples')}</h3>
      <ul className={styles.samples}>
        {samples.map(({ title, url, savedAt, tags, hasText, known }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be the same, and they do not move
          <li key={at} className={styles.sample}>
            <p className={styles.name}>
              <bdi>{title || url || t('list.untitled')}</bdi>
            </p>
            <p className={styles.sampleFacts}>
              {[siteOf(url), savedAt !== null && exactDay(savedAt)].filter(Boolean).join(' · ')}
              {tags.map((tag) => (
                <span key={tag} className={styles.tag} dir="auto">
                  {tag}
                </span>
              ))}
              {known && <span className={styles.mark}>{t('transfer.isKnown')}</span>}
              {hasText && <span className={styles.mark}>{t('transfer.hasText')}</span>}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
