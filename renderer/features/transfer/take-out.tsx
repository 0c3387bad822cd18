// The way out: everything there is, in a form that a person can read without Lectern.
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import styles from './transfer-page.module.css';

export function TakeOut({ onExport }: { readonly onExport: () => void }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="transfer-out">
      <h2 id="transfer-out" className={styles.heading}>
        {t('transfer.out')}
      </h2>
      <div className={styles.line}>
        <p className={styles.words}>
          <span className={styles.name}>{t('transfer.everything')}</span>
          <span className={styles.facts}>{t('transfer.everythingHint')}</span>
        </p>
        <Button icon={FileDown} onPress={onExport}>
          {t('transfer.exportAll')}
        </Button>
      </div>
      <p className={styles.hint}>{t('transfer.someHint')}</p>
    </section>
  );
}
