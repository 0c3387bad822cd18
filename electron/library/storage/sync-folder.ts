// Makes new names in a folder survive a power cut.
import { open } from 'node:fs/promises';

/** Windows cannot open a folder for this, and its file systems keep the journal of names by themselves. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
