// What readers put back into their articles, and take out of them.
import type { Migration } from '../migrate.ts';

export const blockEdits: Migration = {
  version: 90,
  name: 'block-edits',
  up: `
-- Of the article, not of a snapshot: an edit holds for every version that has its block.
CREATE TABLE block_edit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  action TEXT NOT NULL CHECK (action IN ('restore', 'remove')),
  address TEXT NOT NULL,
  words TEXT NOT NULL,                  -- how the block begins, for telling of it where it is not
  created_at INTEGER NOT NULL,
  digest BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX block_edit_article ON block_edit (article_id, uid);

-- Which edits went into a content, shown or kept; no row where none did.
CREATE TABLE edited_content (
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
  extractor_version INTEGER NOT NULL,
  edits TEXT NOT NULL,                  -- a digest of all of them
  PRIMARY KEY (snapshot_id, extractor_version)
) STRICT, WITHOUT ROWID;
`,
};
