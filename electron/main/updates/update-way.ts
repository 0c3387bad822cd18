// Whether this Lectern can put a newer one in its own place: an AppImage can, and what an installer of Windows or a disk image of
// macOS brought. What a package manager brought belongs to it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UpdateState } from '#contract/types/update.ts';

interface Program {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly resources: string;
}

export function updateWay(program: Program): UpdateState['way'] {
  const { isPackaged, platform, env, resources } = program;
  if (!isPackaged) return 'package';
  if (platform === 'linux' && !env['APPIMAGE']) return 'package';
  if (platform === 'win32' && env['PORTABLE_EXECUTABLE_FILE']) return 'package';
  const feed = readFeed(join(resources, 'app-update.yml'));
  // Without the name of who signed it, electron-updater would take any installer there.
  if (platform === 'win32' && !/^publisherName:/m.test(feed)) return 'package';
  return feed === '' ? 'package' : 'itself';
}

/** Written where a package was built for a place of releases. @returns nothing where it was not */
function readFeed(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
