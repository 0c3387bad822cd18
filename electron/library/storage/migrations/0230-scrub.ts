// How far the library has been looked through for damage, and what was found.
import type { Migration } from '../migrate.ts';

export const scrub: Migration = {
  version: 230,
  name: 'scrub',
  up: `
CREATE TABLE scrub_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  place TEXT,                           -- where a round goes on that is under way; null between rounds
  finished_at INTEGER                   -- when the last round was through
) STRICT;
INSERT INTO scrub_state (one) VALUES (1);

-- What is damaged, as far as it was found and has not been put right.
CREATE TABLE scrub_finding (
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  article_uid TEXT,                     -- as the row said it; null where it belongs to no article
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  found_at INTEGER NOT NULL
) STRICT;
`,
};
