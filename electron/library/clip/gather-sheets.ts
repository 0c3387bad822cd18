// Keeps the style sheets that lie beside a saved page. One that is not there costs the page its look, and nothing else.
import { LibraryError } from '#contract/errors.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { AssetHold } from './asset-keeper.ts';
import type { OpenCompanion } from './companions.ts';
import { MAX_SHEETS_BYTES } from './limits.ts';

export interface StoredSheet {
  /** As the page names it. */
  readonly path: string;
  readonly name: AssetName;
  readonly byteSize: number;
}

/** @throws LibraryError cancelled, and disk_full, read_only and the like: when the library itself cannot be written */
export async function gatherSheets(
  paths: readonly string[],
  openCompanion: OpenCompanion,
  hold: AssetHold,
  signal: AbortSignal,
): Promise<StoredSheet[]> {
  const stored: StoredSheet[] = [];
  let left = MAX_SHEETS_BYTES;
  for (const path of paths) {
    const bytes = await openCompanion(path, signal).catch((error: unknown) => {
      if (error instanceof LibraryError && error.code !== 'cancelled') return null;
      throw error;
    });
    if (!bytes || bytes.byteLength > left || !isText(bytes)) continue;
    left -= bytes.byteLength;
    stored.push({ path, name: await hold.put(bytes, 'bin'), byteSize: bytes.byteLength });
  }
  return stored;
}

/** Pages name all kinds of things as their style. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.byteLength > 0 && !bytes.subarray(0, 4096).includes(0);
