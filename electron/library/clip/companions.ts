// The files that a browser saved beside a page (`page_files/…`, under whatever name its language gives the folder).
// A page names them itself; what it names is foreign, so nothing outside the page's own folder is ever opened.
import { realpath } from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { MAX_IMAGE_BYTES } from './limits.ts';
import { readFileWithin } from './read-file.ts';

/** @throws LibraryError not_found, not_allowed (a path that leads elsewhere), too_large, cancelled */
export type OpenCompanion = (path: string, signal: AbortSignal) => Promise<Uint8Array>;

/** For pages that came alone. */
export const noCompanions: OpenCompanion = async () => {
  throw missing();
};

/** Files that were handed over together with the page. */
export const companionsOf = (
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): OpenCompanion =>
  companionsFrom(files.map(({ path, bytes }) => ({ path, open: async () => bytes })));

/** Files that lie beside the page somewhere else than on the disk, and are opened when they are asked for. */
export function companionsFrom(
  files: readonly {
    readonly path: string;
    readonly open: (maxBytes: number, signal: AbortSignal) => Promise<Uint8Array>;
  }[],
): OpenCompanion {
  const byPath = new Map<string, (typeof files)[number]['open']>();
  for (const file of files) {
    const path = insidePath(file.path);
    // The first wins: a second file of the same name cannot replace what was handed over before it.
    if (path !== null && !byPath.has(path)) byPath.set(path, file.open);
  }
  return async (path, signal) => {
    for (const spelling of spellings(path)) {
      const open = byPath.get(spelling.normalize('NFC'));
      if (open) return open(MAX_IMAGE_BYTES, signal);
    }
    throw missing();
  };
}

/** Files in the folder of a saved page. */
export function companionsBeside(pagePath: string): OpenCompanion {
  return async (path, signal) => {
    const tries = spellings(path);
    if (tries.length === 0) throw outside();
    const folder = await realpath(dirname(pagePath));
    for (const spelling of tries) {
      const file = await realpathOrNull(join(folder, spelling));
      if (file === null) continue;
      // After every link is followed, so that a link cannot lead out.
      if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) throw outside();
      return readFileWithin(file, MAX_IMAGE_BYTES, signal);
    }
    throw missing();
  };
}

/** The ways in which a page may have spelled a path: percent-encoded or not, accents in one character or in two. */
function spellings(path: string): string[] {
  const bare = path.replace(/[?#].*$/s, '');
  const found = new Set<string>();
  for (const spelled of [decoded(bare), bare, decoded(path), path]) {
    const inside = spelled === null ? null : insidePath(spelled, false);
    if (inside === null) continue;
    found.add(inside).add(inside.normalize('NFC')).add(inside.normalize('NFD'));
  }
  return [...found];
}

/** Names that open a device on Windows, with any ending; reading one can wait for ever. */
const DEVICE = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./ ]|$)/i;

/** A relative path with `/` that stays below where it starts, in its shortest form; null for any other. */
function insidePath(path: string, compose = true): string | null {
  if (path === '' || /[\0\\]/.test(path) || /^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(path)) return null;
  if (DEVICE.test(path)) return null;
  const short = posix.normalize(path);
  if (short === '.' || short === '..' || short.startsWith('../') || short.endsWith('/'))
    return null;
  return compose ? short.normalize('NFC') : short;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null; // A bare % in a file name: it is not percent-encoded, then.
  }
}

async function realpathOrNull(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null;
    if (code === 'ELOOP' || code === 'EACCES' || code === 'EPERM') throw outside(error);
    throw error;
  }
}

const missing = (): LibraryError =>
  new LibraryError('not_found', 'The picture was not saved with the page.');

const outside = (cause?: unknown): LibraryError =>
  new LibraryError(
    'not_allowed',
    'The picture lies outside the folder of the page.',
    {},
    { cause },
  );
