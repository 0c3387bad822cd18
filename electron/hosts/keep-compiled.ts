// Keeps compiled what a host is made of: reading the sources is most of what it does until it is there.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheDir } from './data-folder.ts';

/**
 * For all that is imported after it, in this thread: an entry calls it, and imports the rest of itself. In a folder of the user's
 * own, not in the shared temporary one, where another user might lay something ready to be run.
 */
export const keepCompiled = (): void => void enableCompileCache(join(cacheDir(), 'compiled'));
