// Opens links of articles outside: in the system's browser, or in another tab. Nothing but pages and letters.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink } from './client.ts';
import { toastDone, toastError } from './toasts.ts';

const OPENED = new Set(['http:', 'https:', 'mailto:']);

export function useOpenLink(): (url: string) => void {
  const link = useLink();
  const { t } = useTranslation();
  return useCallback(
    (url) => {
      const scheme = URL.canParse(url) ? new URL(url).protocol : '';
      if (!OPENED.has(scheme)) {
        toastDone({ title: t('reader.badLink') });
        return;
      }
      const desktop = link.desktop();
      if (desktop) {
        desktop['shell.openLink']({ url }).catch((error: unknown) => toastError(error));
      } else window.open(url, '_blank', 'noopener,noreferrer');
    },
    [link, t],
  );
}
