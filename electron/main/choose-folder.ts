// Choosing a folder by the system's dialog, such as the one where backups are copied to as well.
import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

/** @param frame before which the dialog stands; null where the window is closed */
export function folderChoice(frame: () => BrowserWindow | null) {
  return {
    async chooseFolder({ title }: { title: string }): Promise<{ dir: string | null }> {
      const options: OpenDialogOptions = {
        title,
        properties: ['openDirectory', 'createDirectory'],
      };
      const before = frame();
      const { canceled, filePaths } = before
        ? await dialog.showOpenDialog(before, options)
        : await dialog.showOpenDialog(options);
      return { dir: canceled ? null : (filePaths[0] ?? null) };
    },
  };
}
