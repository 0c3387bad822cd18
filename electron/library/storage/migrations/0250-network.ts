// The ledger of the network: every request, and what they come to once they are no longer listed.
import type { Migration } from '../migrate.ts';

export const network: Migration = {
  version: 250,
  name: 'network',
  up: `
CREATE TABLE network_request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- numbers of rows that were dropped are not used again
  at INTEGER NOT NULL,
  host TEXT NOT NULL,                    -- never a path: what was asked for is nobody's business
  reason TEXT NOT NULL,
  bytes INTEGER NOT NULL DEFAULT 0,
  status INTEGER,                        -- of HTTP; null where no answer came
  code TEXT                              -- what went wrong
) STRICT;

-- Of all that there ever were.
CREATE TABLE network_sum (
  reason TEXT PRIMARY KEY,
  requests INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
`,
};
