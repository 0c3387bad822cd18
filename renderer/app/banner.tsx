// Says quietly that the library is not there, and what is being done about it.
import { useTranslation } from 'react-i18next';
import { useLink, useLinkStatus } from '../lib/client.ts';
import { useIsReadOnly } from '../lib/queries.ts';
import { toastError } from '../lib/toasts.ts';
import { Button } from '../ui/button.tsx';
import styles from './banner.module.css';

export function Banner() {
  const { t } = useTranslation();
  const link = useLink();
  const status = useLinkStatus();
  const isReadOnly = useIsReadOnly();
  // Always there, so that what appears in it is announced.
  return (
    <output className={styles.region}>
      {status.kind === 'gone' && (
        <p className={styles.banner}>{t(link.host === 'web' ? 'app.goneWeb' : 'app.gone')}</p>
      )}
      {isReadOnly && status.kind === 'open' && <p className={styles.banner}>{t('app.readOnly')}</p>}
      {status.kind === 'failed' && (
        <div className={styles.banner}>
          <p>
            <strong>{t('app.failed')}.</strong> {status.problem.message}
          </p>
          <Button onPress={() => void link.tryAgain().catch((error: unknown) => toastError(error))}>
            {t('actions.retry')}
          </Button>
        </div>
      )}
    </output>
  );
}
