// Words of articles on the clipboard, alone or as a quotation with its source.
import i18next from 'i18next';
import type { Article } from '#contract/types/article.ts';
import { toastDone, toastError } from '../../lib/toasts.ts';

/** @param text may still be on its way: the clipboard is asked for before a browser forgets that a key was pressed */
export function copyText(text: string | Promise<string>, said: 'copied' | 'copiedQuote'): void {
  const write =
    typeof text === 'string'
      ? navigator.clipboard.writeText(text)
      : navigator.clipboard.write([
          new ClipboardItem({
            'text/plain': text.then((ready) => new Blob([ready], { type: 'text/plain' })),
          }),
        ]);
  write.then(
    () => toastDone({ title: i18next.t(`highlights.${said}`) }),
    (failure: unknown) => toastError(failure),
  );
}

/** “The words” — Author, Title, Site, URL: as the library writes it for highlights. */
export function quotation(quote: string, article: Article | undefined): string {
  const { author, title, siteName, url } = article ?? {};
  const source = [author, title, siteName, url].filter(Boolean);
  return source.length > 0 ? `“${quote}” — ${source.join(', ')}` : `“${quote}”`;
}
