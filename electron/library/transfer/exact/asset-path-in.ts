// Where a file of the library lies in an export: as in the library itself.
import type { AssetName } from '#contract/types/asset.ts';

export const assetPathIn = (name: AssetName): string => `assets/${name.slice(0, 2)}/${name}`;
