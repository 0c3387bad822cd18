// Where the files of a library lie, for hosts that serve them: by their checked names, and nothing else.
import { join } from 'node:path';
import type { AssetName } from '#contract/types/asset.ts';

export const assetPath = (libraryDir: string, name: AssetName): string =>
  join(libraryDir, 'assets', name.slice(0, 2), name);
