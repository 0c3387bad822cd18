// Keeps the style sheets that lie beside a saved page, with the sheets, pictures and faces that they name. What is not there
// costs the page some of its look, and nothing else.
import { LibraryError } from '#contract/errors.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { AssetHold } from './asset-keeper.ts';
import type { OpenCompanion } from './companions.ts';
import { MAX_SHEET_LENGTH, MAX_SHEETS_BYTES, MAX_STYLE_FILES } from './limits.ts';
import { namedByStyle } from './page/sheets.ts';
import { styleFileType } from './page/style-file-type.ts';

export interface StoredSheet {
  /** As the page names it, or as it would. */
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
  // Grows while it is gone through.
  const wanted = new Set(paths);
  let left = MAX_SHEETS_BYTES;
  for (const path of wanted) {
    if (stored.length >= MAX_STYLE_FILES) break;
    const bytes = await openCompanion(path, signal).catch((error: unknown) => {
      if (error instanceof LibraryError && error.code !== 'cancelled') return null;
      throw error;
    });
    if (!bytes || bytes.byteLength > left) continue;
    const isSheet = styleFileType(bytes) === null;
    if (isSheet && !isText(bytes)) continue;
    left -= bytes.byteLength;
    stored.push({ path, name: await hold.put(bytes, 'bin'), byteSize: bytes.byteLength });
    if (!isSheet || bytes.byteLength > MAX_SHEET_LENGTH) continue;
    for (const named of namedByStyle(new TextDecoder().decode(bytes), path)) {
      if (wanted.size < MAX_STYLE_FILES) wanted.add(named);
    }
  }
  return stored;
}

/** Pages name all kinds of things as their style. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.byteLength > 0 && !bytes.subarray(0, 4096).includes(0);
