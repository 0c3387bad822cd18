// MiniSearch: the index is one JSON text.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadMiniSearch, openMiniSearch } from '../engines/minisearch.ts';
import type { Peer } from './peer.ts';

const FILE = 'index.json';

export const miniSearchPeer: Peer = {
  async index(documents, dir) {
    writeFileSync(join(dir, FILE), openMiniSearch(documents).saved());
  },
  open: async (dir) => loadMiniSearch(readFileSync(join(dir, FILE), 'utf8')),
};
