// Reader content that is not shown: that of an article's other snapshots, and what an earlier page reader made.
import type { Migration } from '../migrate.ts';

export const keptContent: Migration = {
  version: 60,
  name: 'kept-content',
  up: `
-- Whole, so that it comes back as it was: without a network, and without the page reader that made it.
CREATE TABLE kept_content (
  id INTEGER PRIMARY KEY,
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
  extractor_version INTEGER NOT NULL,
  html BLOB NOT NULL,                   -- texts are raw deflate of UTF-8, as in reader_content
  reader_text BLOB NOT NULL,
  excerpt TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  lang TEXT,
  dir TEXT CHECK (dir IN ('ltr', 'rtl')),
  lead_image INTEGER,
  warning_code TEXT,
  warning_message TEXT,
  links TEXT NOT NULL,                  -- JSON: [{"url", "text"}]
  digest BLOB NOT NULL DEFAULT x'',
  UNIQUE (snapshot_id, extractor_version)
) STRICT;

CREATE TABLE kept_image (
  content_id INTEGER NOT NULL REFERENCES kept_content (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  url TEXT,
  asset_name TEXT REFERENCES asset (name),
  error_code TEXT,
  PRIMARY KEY (content_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_image_asset ON kept_image (asset_name);
`,
};
