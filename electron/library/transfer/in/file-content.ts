// A file of a source as the content of an article, opened when it is wanted.

import { companionsFrom } from '../../clip/companions.ts';
import { MAX_FILE_BYTES } from '../../clip/limits.ts';
import type { SourceEntry } from '../source/source.ts';
import type { FoundContent } from './found-item.ts';

/** @param companions files that belong to it, by the paths under which it names them */
export function fileContent(
  entry: SourceEntry,
  kind: FoundContent['kind'],
  companions: readonly { readonly entry: SourceEntry; readonly at: string }[] = [],
): FoundContent {
  return {
    kind,
    name: entry.path.replace(/^.*\//, ''),
    async open(signal) {
      const files = companions.map((one) => ({
        path: one.at,
        open: (maxBytes: number, its: AbortSignal) => one.entry.bytes(maxBytes, its),
      }));
      return {
        bytes: await entry.bytes(MAX_FILE_BYTES, signal),
        companions: files.length > 0 ? companionsFrom(files) : null,
      };
    },
  };
}
