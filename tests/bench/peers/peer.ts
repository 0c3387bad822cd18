// A search engine as a whole program would use it: it makes an index, keeps it on disk, and opens it another day.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine, EngineDocument } from '../engines/engine.ts';

export interface Peer {
  /** Makes the index and leaves it in a folder. */
  index(documents: Iterable<EngineDocument>, dir: string): Promise<void>;
  /** Ready to be asked. */
  open(dir: string): Promise<Engine>;
}

export function sizeOf(dir: string): number {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
