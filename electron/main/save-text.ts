// Saving a text that the window has made, such as highlights: a page cannot, since downloads are refused.
import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { SavedText } from '#contract/desktop.ts';
import { fileNameOf } from '#contract/file-name.ts';
import { askWhere, writeInPlace } from './save-file.ts';

const kinds = { md: 'Markdown', csv: 'CSV', json: 'JSON' } as const;

/** @param frame before which the dialog stands; null where the window is closed */
export function textSaving(frame: () => BrowserWindow | null) {
  return {
    async saveText({ name, ending, text }: SavedText): Promise<{ fileName: string | null }> {
      const kind = kinds[ending];
      const file = await askWhere(frame(), {
        title: `Save as ${kind}`,
        name: fileNameOf(name, `.${ending}`),
        kind,
      });
      if (file === null) return { fileName: null };
      await writeInPlace(file, text);
      return { fileName: basename(file) };
    },
  };
}
