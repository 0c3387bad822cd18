// Puts a link to an article of this library on the clipboard, for notes and letters to oneself.
import i18next from 'i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import { toastDone, toastError } from './toasts.ts';

/** What electron/main/deep-link.ts reads. */
export function copyOwnLink(uid: ArticleUid): void {
  navigator.clipboard.writeText(`lectern:open?uid=${uid}`).then(
    () => toastDone({ title: i18next.t('reader.copied') }),
    (failure: unknown) => toastError(failure),
  );
}
