// Which rows of a report are seen: all, or those of one outcome.
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ImportRun, RowOutcome } from '#contract/types/import.ts';
import { wholeNumber } from '../../lib/format.ts';
import { cx } from '../../ui/cx.ts';
import styles from './report-page.module.css';
import { outcomes } from './run-facts.ts';

interface OutcomeFilterProps {
  readonly counts: ImportRun['counts'];
  /** Null for all. */
  readonly outcome: RowOutcome | null;
  readonly onOutcome: (outcome: RowOutcome | null) => void;
}

export function OutcomeFilter({ counts, outcome, onOutcome }: OutcomeFilterProps) {
  const { t } = useTranslation();
  const some = outcomes.filter((one) => counts[one] > 0);
  if (some.length < 2) return null;
  return (
    <RadioGroup
      aria-label={t('transfer.show')}
      className={cx(styles.filter)}
      orientation="horizontal"
      value={outcome ?? 'all'}
      onChange={(next) => onOutcome(next === 'all' ? null : (next as RowOutcome))}
    >
      <Radio value="all" className={cx(styles.chip)}>
        {t('transfer.outcomes.all')}
      </Radio>
      {some.map((one) => (
        <Radio key={one} value={one} className={cx(styles.chip)}>
          {t(`transfer.outcomes.${one}`)}
          <span className={styles.count}>{wholeNumber(counts[one])}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
