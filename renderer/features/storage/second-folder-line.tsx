// The second folder, on another disk: where it is, whether it is up to date, and how to choose one.
import { useTranslation } from 'react-i18next';
import type { SecondFolder } from '#contract/types/backup.ts';
import { useClient, useLink } from '../../lib/client.ts';
import { exactTime } from '../../lib/format.ts';
import { shellOf } from '../../lib/shell.ts';
import { toastError } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import styles from './storage-page.module.css';

interface SecondFolderLineProps {
  readonly second: SecondFolder | null;
  readonly isReadOnly: boolean;
}

export function SecondFolderLine({ second, isReadOnly }: SecondFolderLineProps) {
  const { t } = useTranslation();
  const client = useClient();
  const link = useLink();
  const tell = (work: Promise<unknown>) => void work.catch((error: unknown) => toastError(error));
  const set = (dir: string | null) => client['backups.setFolder']({ dir });
  const choose = async () => {
    const { dir } = await shellOf(link)['shell.chooseFolder']({
      title: t('storage.second.choose'),
    });
    if (dir !== null) await set(dir);
  };
  return (
    <div className={styles.second}>
      <p className={styles.words}>
        <span className={styles.name}>{t('storage.second.title')}</span>
        {second ? (
          <>
            <code dir="ltr">{second.dir}</code>
            <span className={second.problem ? styles.problem : styles.facts}>
              {second.problem?.message ??
                (second.newestAt === null
                  ? t('storage.second.none')
                  : t('storage.second.newest', {
                      count: second.count,
                      when: exactTime(second.newestAt),
                    }))}
            </span>
          </>
        ) : (
          <span className={styles.facts}>{t('storage.second.why')}</span>
        )}
        {link.host === 'web' && !isReadOnly && (
          <span className={styles.facts}>
            {t('storage.second.web')} <code dir="ltr">{t('storage.second.command')}</code>
          </span>
        )}
      </p>
      {link.host === 'desktop' && !isReadOnly && (
        <span className={styles.tools}>
          <Button onPress={() => tell(choose())}>
            {t(second ? 'storage.second.other' : 'storage.second.choose')}
          </Button>
          {second && (
            <Button kind="quiet" onPress={() => tell(set(null))}>
              {t('storage.second.stop')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
