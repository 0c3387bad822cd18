// The index gathers a whole lot of an import before it writes a piece of it.
import type { Migration } from '../migrate.ts';

/**
 * FTS5 writes out what it gathered in the memory of one transaction beyond this, 1 MB unless it is said: a lot of 200 articles became
 * several pieces that it had to join again. Said once more where a damaged index is made anew.
 */
export const INDEX_SETTINGS = `
INSERT INTO search_index (search_index, rank) VALUES ('hashsize', ${16 * 1024 * 1024});
INSERT INTO title_index (title_index, rank) VALUES ('hashsize', ${16 * 1024 * 1024});
`;

export const indexLots: Migration = { version: 280, name: 'index lots', up: INDEX_SETTINGS };
