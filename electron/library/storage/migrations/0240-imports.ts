// Imports: what became of every row of them, where what an article has came from, and articles that have no text yet.
import type { Migration } from '../migrate.ts';

export const imports: Migration = {
  version: 240,
  name: 'imports',
  up: `
CREATE TABLE import_run (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,                   -- of the file or folder
  format TEXT NOT NULL,
  source TEXT NOT NULL,                 -- JSON: where that is
  byte_size INTEGER NOT NULL,           -- of all its files: another one is not gone on with
  fetch INTEGER NOT NULL CHECK (fetch IN (0, 1)),
  tags TEXT NOT NULL,                   -- JSON: names that all of its articles get
  state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'done', 'failed')),
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  done INTEGER NOT NULL DEFAULT 0,      -- rows dealt with: it goes on behind them
  total INTEGER NOT NULL,
  imported INTEGER NOT NULL DEFAULT 0,
  merged INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  error_code TEXT,
  error_message TEXT,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  -- Its report was thrown away; articles still say that they came from it.
  forgotten INTEGER NOT NULL DEFAULT 0 CHECK (forgotten IN (0, 1))
) STRICT;

CREATE TABLE import_row (
  run_id INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,                 -- place in the source
  place TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('imported', 'merged', 'skipped', 'failed')),
  article_id INTEGER,                   -- no reference: the report outlives the article
  title TEXT,
  url TEXT,
  error_code TEXT,
  error_message TEXT,
  PRIMARY KEY (run_id, seq)
) STRICT, WITHOUT ROWID;

-- Steps of the journal that are an import, or a part of one.
CREATE TABLE import_step (
  step_uid TEXT PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Undo and Redo of the journal say whether an import stands, whoever asks for them.
CREATE TRIGGER import_undone AFTER UPDATE OF undone ON journal_step
  WHEN new.kind IN ('import', 'undo-import') AND new.undone <> old.undone BEGIN
  UPDATE import_run SET undone = ((new.kind = 'import') = new.undone)
    WHERE id = (SELECT run_id FROM import_step WHERE step_uid = new.uid);
END;

-- Pages of an import that is taken back are not fetched any more.
CREATE TRIGGER import_unfetched AFTER UPDATE OF undone ON import_run WHEN new.undone = 1 AND old.undone = 0 BEGIN
  DELETE FROM clip_job WHERE state <> 'fetching' AND url_key IN (
    SELECT article.url_key FROM import_row JOIN article ON article.id = import_row.article_id
      WHERE import_row.run_id = new.id AND import_row.outcome = 'imported');
END;

-- Which import gave an article what.
CREATE TABLE article_origin (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  run_id INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
  fields TEXT NOT NULL,                 -- names, with spaces between
  PRIMARY KEY (article_id, run_id)
) STRICT, WITHOUT ROWID;

-- Articles that are known by their address or their title alone: that they have no reader content is no damage.
CREATE TABLE awaited_text (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
) STRICT;
CREATE TRIGGER text_came AFTER INSERT ON reader_content BEGIN
  DELETE FROM awaited_text WHERE article_id = new.article_id;
END;

-- The address by which others know an article whose page named another as its own.
CREATE INDEX article_source_url ON article (source_url)
  WHERE source_url IS NOT NULL AND canonical_url IS NOT NULL AND source_url <> canonical_url;

-- Snapshots that another program extracted already: all of them is the article.
CREATE TABLE whole_snapshot (
  snapshot_id INTEGER PRIMARY KEY REFERENCES snapshot (id) ON DELETE CASCADE
) STRICT;
`,
};
