// The updater of this system. A file of its own, so that nothing of it is read before somebody asks.
import type { AppUpdater } from 'electron-updater/out/AppUpdater.js';

export async function openUpdater(): Promise<AppUpdater> {
  if (process.platform === 'win32') {
    const { NsisUpdater } = await import('electron-updater/out/NsisUpdater.js');
    return new NsisUpdater();
  }
  if (process.platform === 'darwin') {
    const { MacUpdater } = await import('electron-updater/out/MacUpdater.js');
    return new MacUpdater();
  }
  const { AppImageUpdater } = await import('electron-updater/out/AppImageUpdater.js');
  return new AppImageUpdater();
}
