// PDFs are kept as what they are. A check cannot be changed, so the table is built anew; its rows stay as they were sealed.
import type { Migration } from '../migrate.ts';

export const pdfSnapshots: Migration = {
  version: 70,
  name: 'pdf-snapshots',
  up: `
CREATE TABLE snapshot_with_pdf (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  asset_name TEXT NOT NULL REFERENCES asset (name),
  kind TEXT NOT NULL CHECK (kind IN ('html', 'text', 'pdf')),
  file_name TEXT,
  url TEXT,
  charset TEXT NOT NULL,
  captured_at INTEGER NOT NULL,
  digest BLOB NOT NULL DEFAULT x''
) STRICT;
INSERT INTO snapshot_with_pdf
    (id, uid, article_id, asset_name, kind, file_name, url, charset, captured_at, digest)
  SELECT id, uid, article_id, asset_name, kind, file_name, url, charset, captured_at, digest FROM snapshot;
DROP TABLE snapshot;
ALTER TABLE snapshot_with_pdf RENAME TO snapshot;
CREATE INDEX snapshot_article ON snapshot (article_id, captured_at);
CREATE INDEX snapshot_asset ON snapshot (asset_name);
`,
};
