// What is chosen before an import: whether pages that come without their text are fetched, and a tag for all of it.
import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/form-field.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import styles from './plan.module.css';

const MAX_TAG = 100;

interface PlanChoicesProps {
  /** How many come without text and have an address. */
  readonly toFetch: number;
  readonly fetches: boolean;
  readonly onFetches: (fetches: boolean) => void;
  readonly tag: string;
  readonly onTag: (tag: string) => void;
}

export function PlanChoices(props: PlanChoicesProps) {
  const { toFetch, fetches, onFetches, tag, onTag } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.choices}>
      {toFetch > 0 && (
        <div className={styles.choice}>
          <Toggle isOn={fetches} onChange={onFetches}>
            {t('transfer.fetch', { count: toFetch })}
          </Toggle>
          <p className={styles.facts}>
            {t(fetches ? 'transfer.fetchHint' : 'transfer.noFetchHint')}
          </p>
        </div>
      )}
      <div className={styles.choice}>
        <FormField
          label={t('transfer.tag')}
          value={tag}
          onChange={onTag}
          maxLength={MAX_TAG}
          isPlain
        />
      </div>
    </div>
  );
}
