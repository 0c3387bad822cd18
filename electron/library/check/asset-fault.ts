// What is wrong with a file of the asset store: its name is the hash of what it must hold.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { AssetName } from '#contract/types/asset.ts';
import type { Problem } from '#contract/types/problem.ts';
import { assetPath } from '../storage/asset-store.ts';
import { codeOf } from '../storage/storage-error.ts';

/** @returns null where the file is whole */
export async function assetFault(libraryDir: string, name: AssetName): Promise<Problem | null> {
  const hash = createHash('sha256');
  try {
    // Streamed: an original may be 200 MB.
    await pipeline(createReadStream(assetPath(libraryDir, name)), hash);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return { code: 'not_found', message: `The file ${name} is missing.` };
    }
    if (codeOf(error) === null) throw error;
    return { code: 'library_damaged', message: `The file ${name} cannot be read.` };
  }
  if (hash.digest('hex') === name.slice(0, 64)) return null;
  return { code: 'library_damaged', message: `The file ${name} is not as it was written.` };
}
