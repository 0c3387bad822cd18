// What a full export is read from: its files by name, wherever they lie.
import type { AssetName } from '#contract/types/asset.ts';

export interface ExactSource {
  /** @returns null where it is not there. @throws LibraryError damaged, cancelled */
  file(name: AssetName, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null>;
}
