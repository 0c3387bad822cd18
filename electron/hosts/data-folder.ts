// Where a library lives when nobody says otherwise: the folder that each platform keeps for data of programs.
import { homedir } from 'node:os';
import { isAbsolute, posix, win32 } from 'node:path';

interface Place {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** An absolute path; the folder need not exist yet. */
export function defaultLibraryDir(
  { platform, env, home }: Place = {
    platform: process.platform,
    env: process.env,
    home: homedir(),
  },
): string {
  if (platform === 'win32') {
    const roaming = env.APPDATA || win32.join(home, 'AppData', 'Roaming');
    return win32.join(roaming, 'Lectern', 'library');
  }
  if (platform === 'darwin') {
    return posix.join(home, 'Library', 'Application Support', 'Lectern', 'library');
  }
  // The XDG specification says to ignore a path that is not absolute.
  const xdg = env.XDG_DATA_HOME;
  const data = xdg && isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share');
  return posix.join(data, 'lectern', 'library');
}
