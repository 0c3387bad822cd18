// The folder in which saved pages are clipped by themselves: which it is, what becomes of them, and what could not be clipped.
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useLink } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { shellOf } from '../../lib/shell.ts';
import { toastError } from '../../lib/toasts.ts';
import { watchEnds } from '../../lib/watch-ends.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceLine, SettingLine } from '../../ui/setting-line.tsx';
import styles from './settings-page.module.css';

export function WatchedFolder({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { t } = useTranslation();
  const client = useClient();
  const link = useLink();
  const failedId = useId();
  const { data: watched } = useQuery({
    queryKey: queryKeys.watch,
    queryFn: ({ signal }) => client['watch.state']({}, signal),
  });
  const tell = (work: Promise<unknown>) => void work.catch((error: unknown) => toastError(error));
  const choose = async () => {
    const { dir } = await shellOf(link)['shell.chooseFolder']({
      title: t('settings.watch.choose'),
    });
    if (dir !== null) await client['watch.set']({ dir });
  };
  if (!watched) return null;
  const { dir, end, problem, clipped, failed } = watched;
  return (
    <>
      <SettingLine
        name={t('settings.watch.title')}
        problem={problem?.message}
        hint={
          <>
            {dir === null ? (
              t('settings.watch.why')
            ) : (
              <>
                <code dir="ltr">{dir}</code> · {t('settings.watch.clipped', { count: clipped })}
              </>
            )}
            {link.host === 'web' && <> {t('settings.watch.web')}</>}
          </>
        }
      >
        {link.host === 'desktop' && !isReadOnly && (
          <>
            <Button onPress={() => tell(choose())}>
              {t(dir === null ? 'settings.watch.choose' : 'settings.watch.other')}
            </Button>
            {dir !== null && (
              <Button kind="quiet" onPress={() => tell(client['watch.set']({ dir: null }))}>
                {t('settings.watch.stop')}
              </Button>
            )}
          </>
        )}
      </SettingLine>
      {dir !== null && (
        <ChoiceLine
          name={t('settings.watch.end')}
          value={end}
          options={watchEnds.map((value) => ({ value, label: t(`settings.watch.ends.${value}`) }))}
          isDisabled={isReadOnly || link.host === 'web'}
          onChange={(next) => tell(client['watch.set']({ end: next }))}
        />
      )}
      {failed.length > 0 && (
        <section className={styles.failed} aria-labelledby={failedId}>
          <h3 id={failedId}>{t('settings.watch.failed')}</h3>
          <ul>
            {failed.map(({ name, message }) => (
              <li key={name}>
                <strong dir="auto">{name}</strong> {message}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
