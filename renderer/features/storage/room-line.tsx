// How much room backups may take, in times the size of the library.
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../lib/queries.ts';
import { toastError } from '../../lib/toasts.ts';
import styles from './storage-page.module.css';

const choices = [1, 2, 4, 8, 16];

export function RoomLine({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { t } = useTranslation();
  const { settings, isKnown, keep } = useSettings();
  const { backupBudget } = settings;
  // Another one may have been chosen elsewhere.
  const offered = [...new Set([...choices, backupBudget])].sort((a, b) => a - b);
  return (
    <label className={styles.line}>
      <span className={styles.words}>
        <span className={styles.name}>{t('storage.room')}</span>
        <span className={styles.facts}>{t('storage.roomHint')}</span>
      </span>
      <select
        className={styles.room}
        disabled={isReadOnly || !isKnown}
        value={backupBudget}
        onChange={({ target }) => {
          keep({ backupBudget: Number(target.value) }).catch((error: unknown) => toastError(error));
        }}
      >
        {offered.map((times) => (
          <option key={times} value={times}>
            {t('storage.roomTimes', { count: times })}
          </option>
        ))}
      </select>
    </label>
  );
}
