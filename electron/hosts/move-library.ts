// Copies a library's folder to another place and proves that the copy is the same. The one it came from is never touched.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, lstat, mkdir, open, readdir, realpath, rm, statfs } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { LibraryError } from '#contract/errors.ts';

/** Of whoever has it open, and room held back: made anew at the other place. */
const NOT_COPIED: ReadonlySet<string> = new Set(['owner.lock', 'owner.json', 'ballast']);
/** Left over on the disk of the copy. */
const SPARE_BYTES = 64 * 1024 * 1024;

/**
 * Where a library is to lie that is moved into a folder: in it, where it is empty, else in one of its own there.
 * @throws LibraryError invalid_input (into itself), conflict (something is there), not_found, not_allowed
 */
export async function placeIn(folder: string, from: string): Promise<string> {
  const [target, source] = await Promise.all([real(folder), real(from)]);
  const names = await readdir(target).catch((error: unknown) => {
    throw explained(error, target);
  });
  const dir = names.length === 0 ? target : join(target, 'Lectern library');
  if (isWithin(source, dir) || isWithin(dir, source)) {
    throw new LibraryError(
      'invalid_input',
      'The library cannot be moved into itself, nor around itself. Choose another folder.',
    );
  }
  if (names.includes('Lectern library')) {
    throw new LibraryError('conflict', `There is a “Lectern library” in “${target}” already.`);
  }
  return dir;
}

export interface CopyOptions {
  readonly signal?: AbortSignal;
  /** Told of the bytes of each file that is copied, and of each that is compared. */
  readonly onBytes?: (bytes: number) => void;
}

/**
 * What is there already in its full size is not copied again, so that most can be copied while the library is open.
 * @param parts `files`: those of articles and backups, which never change; `all`: every one, and every one compared
 * @throws LibraryError disk_full, read_only, not_allowed, library_damaged (the copy is not the same), cancelled
 */
export async function copyLibrary(
  from: string,
  to: string,
  parts: 'files' | 'all',
  { signal, onBytes = () => undefined }: CopyOptions = {},
): Promise<void> {
  const copy = { from, to, signal, onBytes };
  try {
    const files = (await filesIn(from)).filter(({ path }) => parts === 'all' || path.includes(sep));
    await mkdir(to, { recursive: true, mode: 0o700 });
    await refuseTight(files, to);
    for (const file of files) await copyOne(file, copy);
    if (parts === 'all') await compare(files, copy);
  } catch (error) {
    throw explained(error, to);
  }
}

/** How many bytes there are to be copied. */
export const sizeOf = async (dir: string): Promise<number> =>
  (await filesIn(dir)).reduce((sum, { size }) => sum + size, 0);

interface Copy extends Required<Pick<CopyOptions, 'onBytes'>> {
  readonly from: string;
  readonly to: string;
  readonly signal: AbortSignal | undefined;
}

async function copyOne({ path, size }: FileThere, { from, to, signal, onBytes }: Copy) {
  signal?.throwIfAborted();
  const target = join(to, path);
  const there = await lstat(target).catch(() => null);
  if (path.includes(sep) && there?.size === size) return;
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await copyFile(join(from, path), target);
  await syncFile(target);
  onBytes(size);
}

/** What is left of a copy that did not come about. */
export const removeCopy = (to: string): Promise<void> => rm(to, { recursive: true, force: true });

interface FileThere {
  /** Relative. */
  readonly path: string;
  readonly size: number;
}

async function filesIn(dir: string): Promise<FileThere[]> {
  const files: FileThere[] = [];
  for (const entry of await readdir(dir, { withFileTypes: true, recursive: true })) {
    const path = relative(dir, join(entry.parentPath, entry.name));
    // Sockets and links are nobody's articles.
    if (!entry.isFile() || NOT_COPIED.has(path)) continue;
    const found = await lstat(join(dir, path)).catch(() => null);
    if (found) files.push({ path, size: found.size });
  }
  return files;
}

async function refuseTight(files: readonly FileThere[], to: string): Promise<void> {
  let needed = SPARE_BYTES;
  for (const { path, size } of files) {
    const there = await lstat(join(to, path)).catch(() => null);
    if (there?.size !== size) needed += size;
  }
  const { bavail, bsize } = await statfs(to);
  if (bavail * bsize >= needed) return;
  const inMb = (bytes: number) => Math.ceil(bytes / 1e6);
  throw new LibraryError(
    'disk_full',
    `There is not enough room in “${to}”: ${inMb(needed)} MB are needed, ${inMb(bavail * bsize)} MB are free.`,
  );
}

async function compare(files: readonly FileThere[], { from, to, signal, onBytes }: Copy) {
  for (const { path, size } of files) {
    if ((await hashOf(join(from, path), signal)) !== (await hashOf(join(to, path), signal))) {
      throw new LibraryError(
        'library_damaged',
        `The copy in “${to}” is not the same as the library: “${path}”. Nothing was moved.`,
      );
    }
    onBytes(size);
  }
}

async function hashOf(path: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { signal })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** With links followed, as far as there is something. */
const real = (path: string): Promise<string> => realpath(path).catch(() => path);

const isWithin = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function explained(error: unknown, place: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const say = (as: 'disk_full' | 'read_only' | 'not_allowed' | 'not_found', why: string) =>
    new LibraryError(as, `“${place}” ${why}. Nothing was moved.`, {}, { cause: error });
  if (error instanceof LibraryError) return error;
  if (error instanceof Error && error.name === 'AbortError') {
    return new LibraryError('cancelled', 'The library was not moved: it is where it was.');
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') return say('disk_full', 'has no room left');
  if (code === 'EROFS') return say('read_only', 'can only be read');
  if (code === 'EACCES' || code === 'EPERM') return say('not_allowed', 'may not be written to');
  if (code === 'ENOENT' || code === 'ENOTDIR') return say('not_found', 'is not there');
  return error;
}
