// Asks for the folder of another library, and has the desktop open that.
import type { Link } from './link.ts';
import { shellOf } from './shell.ts';

/** @param title of the system's dialog @throws LibraryError what keeps it from opening: the one before is open again */
export async function openAnotherLibrary(link: Link, title: string): Promise<void> {
  const { dir } = await shellOf(link)['shell.chooseFolder']({ title });
  if (dir !== null) await shellOf(link)['shell.openLibrary']({ dir });
}
