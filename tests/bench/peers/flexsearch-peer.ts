// FlexSearch: the index is many texts, each under a key.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFlexSearch, openFlexSearch } from '../engines/flexsearch.ts';
import type { Peer } from './peer.ts';

export const flexSearchPeer: Peer = {
  async index(documents, dir) {
    openFlexSearch(documents).saveTo((key, text) =>
      writeFileSync(join(dir, encodeURIComponent(key)), text),
    );
  },
  open: async (dir) =>
    loadFlexSearch(
      readdirSync(dir).map((file) => [
        decodeURIComponent(file),
        readFileSync(join(dir, file), 'utf8'),
      ]),
    ),
};
