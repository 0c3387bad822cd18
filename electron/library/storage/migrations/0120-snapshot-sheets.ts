// The style sheets that a browser saved beside a page: with them the page looks as it did.
import type { Migration } from '../migrate.ts';

export const snapshotSheets: Migration = {
  version: 120,
  name: 'snapshot-sheets',
  up: `
CREATE TABLE snapshot_sheet (
  id INTEGER PRIMARY KEY,
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
  -- As the page names it, relative to where it lay.
  path TEXT NOT NULL,
  asset_name TEXT NOT NULL REFERENCES asset (name),
  UNIQUE (snapshot_id, path)
) STRICT;
CREATE INDEX snapshot_sheet_asset ON snapshot_sheet (asset_name);
`,
};
