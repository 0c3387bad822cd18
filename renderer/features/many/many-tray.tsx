// How far a change of many articles is, with the way to stop it: what was done by then stays, and can be undone.
import { useTranslation } from 'react-i18next';
import { useClient } from '../../lib/client.ts';
import { toastError } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import styles from './many-tray.module.css';
import { type ManyChange, useManyChanges } from './use-many-changes.ts';

export function ManyTray() {
  const { t } = useTranslation();
  const changes = useManyChanges();
  if (changes.length === 0) return null;
  return (
    <section className={styles.tray} aria-label={t('many.label')}>
      {changes.map((change) => (
        <Line key={change.uid} change={change} />
      ))}
    </section>
  );
}

function Line({ change }: { readonly change: ManyChange }) {
  const { t } = useTranslation();
  const client = useClient();
  const { uid, done, total } = change;
  return (
    <div className={styles.line}>
      <span className={styles.words}>
        <span className={styles.count}>{t('many.progress', { done, count: total })}</span>
        <progress className={styles.bar} aria-label={t('many.label')} value={done} max={total} />
      </span>
      <Button onPress={() => void client['journal.stop']({ uid }).catch(toastError)}>
        {t('actions.stop')}
      </Button>
    </div>
  );
}
