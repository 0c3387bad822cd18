// Snapshots of pages as their scripts had made them, with what their sites sent before those ran.
import type { Migration } from '../migrate.ts';

export const renderedSnapshots: Migration = {
  version: 130,
  name: 'rendered-snapshots',
  up: `
CREATE TABLE rendered_snapshot (
  snapshot_id INTEGER PRIMARY KEY REFERENCES snapshot (id) ON DELETE CASCADE,
  sent_asset TEXT NOT NULL REFERENCES asset (name)
) STRICT;
CREATE INDEX rendered_snapshot_asset ON rendered_snapshot (sent_asset);
`,
};
