// Further pages of a snapshot, of an article that its site splits over several.
import type { Migration } from '../migrate.ts';

export const snapshotParts: Migration = {
  version: 110,
  name: 'snapshot-parts',
  up: `
-- As they were captured, like the snapshot itself. Rows are never updated.
CREATE TABLE snapshot_part (
  id INTEGER PRIMARY KEY,
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 2),  -- of the page
  asset_name TEXT NOT NULL REFERENCES asset (name),
  url TEXT NOT NULL,
  charset TEXT,                         -- as its site said
  digest BLOB NOT NULL DEFAULT x'',
  UNIQUE (snapshot_id, number)
) STRICT;
CREATE INDEX snapshot_part_asset ON snapshot_part (asset_name);
`,
};
