// Where an export is to go: asked by the system's dialog, and shown in the system's file manager afterwards.
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { ExportPlace } from '#contract/desktop.ts';
import { LibraryError } from '#contract/errors.ts';
import { fileNameOf } from '#contract/file-name.ts';

const kinds = {
  zip: 'Zip',
  html: 'HTML',
  epub: 'EPUB',
  csv: 'CSV',
  json: 'JSON',
} as const;

/** @param frame before which the dialog stands; null where the window is closed */
export function exportPlaces(frame: () => BrowserWindow | null) {
  // SECURITY: the window names no path of its own to the system.
  const chosen = new Set<string>();
  return {
    async choosePlace({ title, name, ending }: ExportPlace): Promise<{ path: string | null }> {
      const options = {
        title,
        defaultPath: join(
          app.getPath('documents'),
          fileNameOf(name, ending === null ? '' : `.${ending}`),
        ),
        filters: ending === null ? [] : [{ name: kinds[ending], extensions: [ending] }],
        properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const],
      };
      const before = frame();
      const { canceled, filePath } = before
        ? await dialog.showSaveDialog(before, options)
        : await dialog.showSaveDialog(options);
      if (canceled || filePath === '') return { path: null };
      chosen.add(filePath);
      return { path: filePath };
    },
    showInFolder({ path }: { path: string }): void {
      if (!chosen.has(path)) {
        throw new LibraryError('not_allowed', 'This was not exported from this window.');
      }
      shell.showItemInFolder(path);
    },
  };
}
