// Says that damage was found in the library, and offers to put it right.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClient } from '../lib/client.ts';
import { healthQuery } from '../lib/first-queries.ts';
import { toastError } from '../lib/toasts.ts';
import { Button } from '../ui/button.tsx';
import styles from './banner.module.css';

export function DamageBanner() {
  const { t } = useTranslation();
  const client = useClient();
  const { data: health } = useQuery(healthQuery(client));
  const repair = useMutation({
    mutationFn: () => client['library.repairFound']({}),
    onError: toastError,
  });
  if (!health || health.total === 0) return null;
  if (health.articles === 0) return <p className={styles.banner}>{t('app.damagedLibrary')}</p>;
  return (
    <div className={styles.banner}>
      <p>{t('app.damaged', { count: health.articles })}</p>
      <Button isDisabled={repair.isPending} onPress={() => repair.mutate()}>
        {t('app.repair')}
      </Button>
    </div>
  );
}
