// Finds our own arguments on Electron's command line. No Electron here.
import { resolve } from 'node:path';

/**
 * A packaged app is `lectern WORDS…`; a checkout is `electron [switches] APP WORDS…`, where the app's path ends what is
 * Electron's own.
 * @param appPath absolute path of the app; null when packaged
 */
export function ownWords(argv: readonly string[], appPath: string | null, cwd: string): string[] {
  if (appPath === null) return argv.slice(1);
  const at = argv.findIndex((word, index) => index > 0 && resolve(cwd, word) === appPath);
  return argv.slice(at < 0 ? 1 : at + 1);
}
