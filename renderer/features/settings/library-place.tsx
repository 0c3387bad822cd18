// Where the library is; in the desktop app another is opened here, and this one is moved.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../lib/client.ts';
import { isCancelled } from '../../lib/error-text.ts';
import { openAnotherLibrary } from '../../lib/open-another-library.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { shellOf } from '../../lib/shell.ts';
import { toastDone, toastError } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { SettingLine } from '../../ui/setting-line.tsx';
import styles from './library-place.module.css';

const LOOK_AGAIN_MS = 250;

export function LibraryPlace({ dir }: { readonly dir: string }) {
  const { t } = useTranslation();
  const link = useLink();
  const isDesktop = link.host === 'desktop';
  const [isBusy, setBusy] = useState(false);
  const { data: place, refetch } = useQuery({
    queryKey: queryKeys.libraryPlace(dir),
    queryFn: ({ signal }) => shellOf(link)['shell.libraryPlace']({}, signal),
    enabled: isDesktop,
    refetchInterval: isBusy ? LOOK_AGAIN_MS : false,
  });
  const run = (work: () => Promise<void>) => {
    setBusy(true);
    work()
      .catch((error: unknown) => {
        if (!isCancelled(error)) toastError(error);
      })
      .finally(() => {
        setBusy(false);
        void refetch();
      });
  };
  const move = async () => {
    const chosen = await shellOf(link)['shell.chooseFolder']({ title: t('settings.moveTitle') });
    if (chosen.dir === null) return;
    const moved = await shellOf(link)['shell.moveLibrary']({ dir: chosen.dir });
    toastDone({ title: t('settings.moved', { dir: moved.dir }) });
  };
  const discard = async () => {
    await shellOf(link)['shell.discardOldLibrary']({});
  };
  return (
    <>
      <SettingLine
        name={t('settings.where')}
        hint={
          <>
            <code dir="ltr">{dir}</code>
            {!isDesktop && <> {t('settings.webLibrary')}</>}
          </>
        }
      >
        {isDesktop && (
          <>
            <Button
              isDisabled={isBusy}
              onPress={() => run(() => openAnotherLibrary(link, t('settings.openTitle')))}
            >
              {t('settings.openOther')}
            </Button>
            <Button isDisabled={isBusy} onPress={() => run(move)}>
              {t('settings.move')}
            </Button>
          </>
        )}
      </SettingLine>
      {place?.move && (
        <SettingLine
          name={t('settings.moving')}
          hint={
            <progress
              className={styles.bar}
              aria-label={t('settings.moving')}
              value={place.move.done}
              max={place.move.total}
            />
          }
        >
          <Button onPress={() => void shellOf(link)['shell.stopMove']({})}>
            {t('actions.cancel')}
          </Button>
        </SettingLine>
      )}
      {place?.old && (
        <SettingLine
          name={t('settings.old')}
          hint={
            <>
              <code dir="ltr">{place.old}</code> {t('settings.oldHint')}
            </>
          }
        >
          <Button isDisabled={isBusy} onPress={() => run(discard)}>
            {t('settings.discard')}
          </Button>
        </SettingLine>
      )}
    </>
  );
}
