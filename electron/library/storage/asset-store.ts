// Files of the library by the hash of their content: pictures, and pages as they were saved. Written whole or not at
// all, and never changed.
import { createHash, randomUUID } from 'node:crypto';
import {
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { AssetName } from '#contract/types/asset.ts';
import { codeOf, toStorageError } from './storage-error.ts';
import { syncFolder } from './sync-folder.ts';

export interface AssetStore {
  /**
   * Keeps the bytes, on the disk for good when it resolves. Those that are there already are not written again.
   * @param ending one of those that AssetName knows, without the dot
   * @throws LibraryError disk_full read_only
   */
  put(bytes: Uint8Array, ending: string): Promise<AssetName>;
  pathOf(name: AssetName): string;
  /** @throws LibraryError not_found */
  read(name: AssetName): Promise<Buffer<ArrayBuffer>>;
  /** Does nothing where it is gone already. */
  remove(name: AssetName): Promise<void>;
  /** Notes that no row names a file yet, before it is put, until `unmark`. @throws LibraryError disk_full read_only */
  mark(name: AssetName): Promise<void>;
  /** Does nothing where it is not marked. @throws LibraryError read_only */
  unmark(name: AssetName): Promise<void>;
  /** What was marked when the library was last open, and ended before somebody saw to it. */
  readonly leftMarked: readonly AssetName[];
}

/** Where files lie until they are whole, and marks, which are empty and have an asset's name. Looked through when the library is opened. */
const INCOMING = '.incoming';

/** Where an asset lies: `assets/ab/abcd….png` below the library's folder. */
export function assetPath(libraryDir: string, name: AssetName): string {
  return join(libraryDir, 'assets', name.slice(0, 2), name);
}

/** Also of a library that nobody may write to. @throws LibraryError not_found */
export async function readAsset(libraryDir: string, name: AssetName): Promise<Buffer<ArrayBuffer>> {
  try {
    return await readFile(assetPath(libraryDir, name));
  } catch (error) {
    throw toStorageError(error, 'the file of the library that belongs to this article');
  }
}

export function assetNameOf(bytes: Uint8Array, ending: string): AssetName {
  return AssetName.parse(`${createHash('sha256').update(bytes).digest('hex')}.${ending}`);
}

/**
 * Opens the store and removes what a crash left half written. For the owner of the library only.
 * @throws LibraryError read_only disk_full
 */
export async function openAssetStore(libraryDir: string): Promise<AssetStore> {
  const root = join(libraryDir, 'assets');
  const incoming = join(root, INCOMING);
  const leftMarked: AssetName[] = [];
  try {
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    for (const left of await readdir(incoming)) {
      const mark = AssetName.safeParse(left);
      if (mark.success) leftMarked.push(mark.data);
      else await rm(join(incoming, left), { recursive: true, force: true });
    }
  } catch (error) {
    throw toStorageError(error, `the folder “${root}”`);
  }
  return {
    async put(bytes, ending) {
      const name = assetNameOf(bytes, ending);
      const path = assetPath(libraryDir, name);
      try {
        // A file of another size is what is left of a damaged disk: written anew.
        if ((await sizeOf(path)) === bytes.byteLength) return name;
        await writeWhole(bytes, join(incoming, randomUUID()), path, root);
      } catch (error) {
        throw toStorageError(error, 'a file of the library');
      }
      return name;
    },
    pathOf: (name) => assetPath(libraryDir, name),
    read: (name) => readAsset(libraryDir, name),
    async remove(name) {
      try {
        await removeFile(assetPath(libraryDir, name));
      } catch (error) {
        throw toStorageError(error, 'a file of the library');
      }
    },
    async mark(name) {
      try {
        await writeFile(join(incoming, name), '', { mode: 0o600 });
      } catch (error) {
        throw toStorageError(error, 'a file of the library');
      }
    },
    async unmark(name) {
      try {
        await removeFile(join(incoming, name));
      } catch (error) {
        throw toStorageError(error, 'a file of the library');
      }
    },
    leftMarked,
  };
}

/** Does nothing where it is gone. `rm` looks first at what it is to remove, and takes ten times as long. */
async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? found.size : null;
}

async function writeWhole(
  bytes: Uint8Array,
  temporary: string,
  path: string,
  root: string,
): Promise<void> {
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    const folder = join(path, '..');
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(temporary, path);
    // The rename is only as durable as the folder that holds it.
    await syncFolder(folder);
    if (made) await syncFolder(root);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
