// The folders that each platform keeps for programs: where a library lives when nobody says otherwise, and a cache.
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

interface Place {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const thisMachine = (): Place => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
});

/** An absolute path; the folder need not exist yet. */
export function defaultLibraryDir({ platform, env, home }: Place = thisMachine()): string {
  if (platform === 'win32') {
    const roaming = env.APPDATA || win32.join(home, 'AppData', 'Roaming');
    return win32.join(roaming, 'Lectern', 'library');
  }
  if (platform === 'darwin') {
    return posix.join(home, 'Library', 'Application Support', 'Lectern', 'library');
  }
  const data = xdgFolder(env.XDG_DATA_HOME, posix.join(home, '.local', 'share'));
  return posix.join(data, 'lectern', 'library');
}

/** An absolute path, for what can be made again at any time. */
export function cacheDir({ platform, env, home }: Place = thisMachine()): string {
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local');
    return win32.join(local, 'Lectern', 'cache');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'Lectern');
  return posix.join(xdgFolder(env.XDG_CACHE_HOME, posix.join(home, '.cache')), 'lectern');
}

/** The XDG specification says to ignore a path that is not absolute. */
const xdgFolder = (given: string | undefined, otherwise: string) =>
  given && posix.isAbsolute(given) ? given : otherwise;
