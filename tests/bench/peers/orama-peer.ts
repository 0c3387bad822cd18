// Orama: the index is one JSON text.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadOrama, openOrama } from '../engines/orama.ts';
import type { Peer } from './peer.ts';

const FILE = 'index.json';

export const oramaPeer: Peer = {
  async index(documents, dir) {
    writeFileSync(join(dir, FILE), JSON.stringify((await openOrama(documents)).saved()));
  },
  open: async (dir) => loadOrama(JSON.parse(readFileSync(join(dir, FILE), 'utf8'))),
};
