// Has the desktop say that long work is done, to whoever is not looking at the window.
import i18next from 'i18next';
import { useEffect } from 'react';
import { useLink } from '../lib/client.ts';
import { longWork } from '../lib/long-work.ts';
import { toastError } from '../lib/toasts.ts';

export function useTellDone(): void {
  const link = useLink();
  useEffect(
    () =>
      link.onEvent(
        longWork(
          () => performance.now(),
          (work, count) => {
            const told = {
              title: i18next.t(`done.${work}`),
              body: i18next.t('list.count', { count }),
            };
            link.desktop()?.['shell.tellDone'](told).catch(toastError);
          },
        ),
      ),
    [link],
  );
}
