// Says quietly that the library is not there, and what is being done about it.
import { useTranslation } from 'react-i18next';
import { useLink, useLinkStatus } from '../lib/client.ts';
import { openAnotherLibrary } from '../lib/open-another-library.ts';
import { hrefTo } from '../lib/place.ts';
import { useLibraryInfo } from '../lib/queries.ts';
import { shellOf } from '../lib/shell.ts';
import { toastError } from '../lib/toasts.ts';
import { Button } from '../ui/button.tsx';
import styles from './banner.module.css';
import { DamageBanner } from './damage-banner.tsx';

export function Banner() {
  const { t } = useTranslation();
  const link = useLink();
  const status = useLinkStatus();
  const info = useLibraryInfo();
  const isHere = status.kind === 'open';
  /** Whether it can be written to is looked at when it is opened. */
  const openAgain = (dir: string) => shellOf(link)['shell.openLibrary']({ dir });
  // Always there, so that what appears in it is announced.
  return (
    <output className={styles.region}>
      {status.kind === 'gone' && (
        <p className={styles.banner}>{t(link.host === 'web' ? 'app.goneWeb' : 'app.gone')}</p>
      )}
      {info?.readOnly && isHere && (
        <div className={styles.banner}>
          <p>{t('app.readOnly')}</p>
          {link.host === 'desktop' && (
            <Button
              onPress={() => void openAgain(info.dir).catch((error: unknown) => toastError(error))}
            >
              {t('actions.retry')}
            </Button>
          )}
        </div>
      )}
      {info?.risk && isHere && (
        <p className={styles.banner}>
          {t(`storage.risk.${info.risk.kind}`, { name: info.risk.name })}{' '}
          <a href={hrefTo({ kind: 'storage' })}>{t('storage.risk.more')}</a>
        </p>
      )}
      {isHere && <DamageBanner />}
      {status.kind === 'failed' && (
        <div className={styles.banner}>
          <p>
            <strong>{t('app.failed')}.</strong> {status.problem.message}
          </p>
          <div className={styles.actions}>
            <Button
              onPress={() => void link.tryAgain().catch((error: unknown) => toastError(error))}
            >
              {t('actions.retry')}
            </Button>
            {link.host === 'desktop' && (
              <Button
                onPress={() =>
                  void openAnotherLibrary(link, t('settings.openTitle'))
                    .then(() => link.tryAgain())
                    .catch((error: unknown) => toastError(error))
                }
              >
                {t('app.openOther')}
              </Button>
            )}
          </div>
        </div>
      )}
    </output>
  );
}
