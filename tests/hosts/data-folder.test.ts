// Where libraries and caches live on each system.
import { expect, test } from 'vitest';
import { cacheDir, defaultLibraryDir } from '#hosts/data-folder.ts';

const linux = { platform: 'linux', home: '/home/ann', env: {} } as const;
const mac = { platform: 'darwin', home: '/Users/ann', env: { XDG_DATA_HOME: '/x' } } as const;
const windows = {
  platform: 'win32',
  home: 'C:\\Users\\Ann',
  env: { APPDATA: 'D:\\Roaming', LOCALAPPDATA: 'D:\\Local' },
} as const;

test.each([
  [linux, '/home/ann/.local/share/lectern/library', '/home/ann/.cache/lectern'],
  [
    { ...linux, env: { XDG_DATA_HOME: '/data', XDG_CACHE_HOME: '/cache' } },
    '/data/lectern/library',
    '/cache/lectern',
  ],
  // The specification has a relative path ignored.
  [
    { ...linux, env: { XDG_DATA_HOME: 'data', XDG_CACHE_HOME: '' } },
    '/home/ann/.local/share/lectern/library',
    '/home/ann/.cache/lectern',
  ],
  [
    mac,
    '/Users/ann/Library/Application Support/Lectern/library',
    '/Users/ann/Library/Caches/Lectern',
  ],
  [windows, 'D:\\Roaming\\Lectern\\library', 'D:\\Local\\Lectern\\cache'],
  [
    { ...windows, env: {} },
    'C:\\Users\\Ann\\AppData\\Roaming\\Lectern\\library',
    'C:\\Users\\Ann\\AppData\\Local\\Lectern\\cache',
  ],
])('%j', (place, library, cache) => {
  expect([defaultLibraryDir(place), cacheDir(place)]).toEqual([library, cache]);
});
