// Puts a text that the library made into a file: in the desktop by its dialog, in a browser by a download.
import i18next from 'i18next';
import type { SavedText } from '#contract/desktop.ts';
import type { Link } from './link.ts';
import { shellOf } from './shell.ts';
import { toastDone } from './toasts.ts';

const types = { md: 'text/markdown', csv: 'text/csv', json: 'application/json' } as const;

/** @throws LibraryError where the desktop could not write the file */
export async function saveText(link: Link, saved: SavedText): Promise<void> {
  const { name, ending, text } = saved;
  if (link.host === 'web') {
    const url = URL.createObjectURL(new Blob([text], { type: types[ending] }));
    download(url, `${name}.${ending}`);
    // The browser has taken it over by then.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    return;
  }
  const { fileName } = await shellOf(link)['shell.saveText'](saved);
  if (fileName) toastDone({ title: i18next.t('toasts.saved', { name: fileName }) });
}

export function download(url: string, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
}
