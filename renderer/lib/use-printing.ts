// Printing the open article: in the desktop by the shell, in a browser by a tab of its own that asks for it.
import i18next from 'i18next';
import { useMemo } from 'react';
import { LibraryError } from '#contract/errors.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { useLink } from './client.ts';
import type { Link } from './link.ts';
import { shellOf } from './shell.ts';
import { toastDone, toastError } from './toasts.ts';

export interface Printing {
  print(uid: ArticleUid | null): void;
  savePdf(uid: ArticleUid | null): void;
}

/** Both say in a toast that an article has to be open, where none is. */
export function usePrinting(): Printing {
  const link = useLink();
  return useMemo(() => makePrinting(link), [link]);
}

function makePrinting(link: Link): Printing {
  // A key that is held down, or pressed again while the system's dialog is on its way, means the same printing.
  let isBusy = false;
  const once = async (
    title: 'toasts.notPrinted' | 'toasts.notSaved',
    work: () => Promise<void>,
  ) => {
    if (isBusy) return;
    isBusy = true;
    try {
      await work();
    } catch (error) {
      toastError(error, () => void once(title, work), i18next.t(title));
    } finally {
      isBusy = false;
    }
  };

  const print = (uid: ArticleUid | null): void => {
    const address = uid && link.printUrl(uid);
    if (uid === null) sayNothingOpen();
    else if (address === null) {
      void once('toasts.notPrinted', () => shellOf(link)['shell.print']({ uid }));
    } else if (!window.open(address, '_blank')) {
      // Not `noopener`: then nobody could tell whether the tab was opened. The page severs itself, by its headers.
      toastError(new LibraryError('not_allowed', i18next.t('toasts.tabBlocked')));
    }
  };

  const savePdf = (uid: ArticleUid | null): void => {
    if (uid === null) sayNothingOpen();
    // A browser saves as PDF from its print dialog.
    else if (link.host === 'web') print(uid);
    else {
      void once('toasts.notSaved', async () => {
        const { fileName } = await shellOf(link)['shell.savePdf']({ uid });
        if (fileName) toastDone({ title: i18next.t('toasts.saved', { name: fileName }) });
      });
    }
  };

  return { print, savePdf };
}

const sayNothingOpen = () => toastDone({ title: i18next.t('toasts.nothingOpen') });
