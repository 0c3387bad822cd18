// What became of the pages in the watched folder, so that each is clipped once.
import type { Migration } from '../migrate.ts';

export const watchedFiles: Migration = {
  version: 260,
  name: 'watched-files',
  up: `
CREATE TABLE watched_file (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  mtime INTEGER NOT NULL,               -- milliseconds, of the file
  sha256 TEXT NOT NULL,                 -- tells a copy, and a file that was only touched
  looked_at INTEGER NOT NULL,
  code TEXT,                            -- null where it was clipped
  message TEXT
) STRICT;
CREATE INDEX watched_file_hash ON watched_file (sha256) WHERE code IS NULL;
`,
};
