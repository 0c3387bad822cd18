// Short news at the edge of the window: what was done, with the way back, or what went wrong.
import i18next from 'i18next';
import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';
import { errorText, isCancelled } from './error-text.ts';

export interface Toast {
  readonly tone: 'done' | 'failed';
  readonly title: string;
  readonly detail?: string | null;
  readonly action?: { readonly label: string; run(): void };
}

/** Long enough to be read and reached by keyboard; failures stay until they are closed. */
const SHOWN_MS = 8000;

export const toasts = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

/** Only the newest step of the journal can be undone by name, so its toast takes the place of the one before. */
let stepToast: string | null = null;

export function toastStep(toast: Toast): void {
  if (stepToast) toasts.close(stepToast);
  stepToast = toasts.add(toast, { timeout: SHOWN_MS });
}

export function toastDone(toast: Omit<Toast, 'tone'>): void {
  toasts.add({ tone: 'done', ...toast }, { timeout: SHOWN_MS });
}

/** What failed twice in the same way is said once, for as long as it is on screen. */
const shownErrors = new Set<string>();

/**
 * Says what went wrong; a thing that the person cancelled is no news.
 * @param title what did not happen, where that says more than the kind of failure does
 */
export function toastError(error: unknown, retry?: () => void, title?: string): void {
  if (isCancelled(error)) return;
  const { key, detail, action } = errorText(error);
  const name = `${title ?? key} ${detail}`;
  if (shownErrors.has(name)) return;
  shownErrors.add(name);
  const toast: Toast = {
    tone: 'failed',
    title: title ?? i18next.t(key),
    detail,
    ...(retry && action === 'retry'
      ? { action: { label: i18next.t('actions.retry'), run: retry } }
      : {}),
  };
  toasts.add(toast, { onClose: () => shownErrors.delete(name) });
}
