// Puts exported highlights into a file: in the desktop by its dialog, in a browser by a download.
import i18next from 'i18next';
import type { Link } from '../../lib/link.ts';
import { shellOf } from '../../lib/shell.ts';
import { toastDone } from '../../lib/toasts.ts';

export const exportFiles = [
  { format: 'markdown', ending: 'md', type: 'text/markdown' },
  { format: 'csv', ending: 'csv', type: 'text/csv' },
  { format: 'json', ending: 'json', type: 'application/json' },
] as const;
export type ExportFile = (typeof exportFiles)[number];

/** Without its ending. */
const NAME = 'highlights';

export const exportName = ({ ending }: ExportFile): string => `${NAME}.${ending}`;

/** @throws LibraryError where the desktop could not write the file */
export async function saveHighlights(link: Link, file: ExportFile, text: string): Promise<void> {
  if (link.host === 'web') {
    download(new Blob([text], { type: file.type }), exportName(file));
    return;
  }
  const { ending } = file;
  const { fileName } = await shellOf(link)['shell.saveText']({ name: NAME, ending, text });
  if (fileName) toastDone({ title: i18next.t('toasts.saved', { name: fileName }) });
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
