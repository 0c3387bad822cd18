// What near-duplicates are found by. All of it but `told_apart` follows from the reader texts and can be made again.
import type { Migration } from '../migrate.ts';

export const duplicates: Migration = {
  version: 80,
  name: 'duplicates',
  up: `
-- MinHash over the reader text: a byte of each minimum, and a number for each band of four.
CREATE TABLE fingerprint (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  sketch BLOB NOT NULL,
  bands TEXT NOT NULL                   -- JSON: the numbers; none where there is no text
) STRICT;

-- Articles by the bands they have. Kept by triggers, without a second index by article.
CREATE TABLE fingerprint_band (
  band INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  PRIMARY KEY (band, article_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER fingerprint_made AFTER INSERT ON fingerprint BEGIN
  INSERT OR IGNORE INTO fingerprint_band (band, article_id)
    SELECT value, new.article_id FROM json_each(new.bands);
  DELETE FROM fingerprint_pending WHERE article_id = new.article_id;
END;
CREATE TRIGGER fingerprint_gone AFTER DELETE ON fingerprint BEGIN
  DELETE FROM fingerprint_band WHERE article_id = old.article_id
    AND band IN (SELECT value FROM json_each(old.bands));
  DELETE FROM near_duplicate WHERE article_id = old.article_id OR other_id = old.article_id;
END;

-- Articles whose text has no fingerprint yet: all of before, and whatever path to a text forgets to make one.
CREATE TABLE fingerprint_pending (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
) STRICT;
INSERT INTO fingerprint_pending (article_id) SELECT article_id FROM reader_content;
CREATE TRIGGER content_unprinted AFTER INSERT ON reader_content BEGIN
  INSERT OR IGNORE INTO fingerprint_pending (article_id) VALUES (new.article_id);
END;
CREATE TRIGGER content_gone AFTER DELETE ON reader_content BEGIN
  DELETE FROM fingerprint WHERE article_id = old.article_id;
  DELETE FROM fingerprint_pending WHERE article_id = old.article_id;
END;

-- Pairs whose texts were compared and found alike; the smaller id first.
CREATE TABLE near_duplicate (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
  PRIMARY KEY (article_id, other_id),
  CHECK (article_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX near_duplicate_other ON near_duplicate (other_id);

-- Pairs of which the reader said that they are two articles; the smaller id first.
CREATE TABLE told_apart (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  PRIMARY KEY (article_id, other_id),
  CHECK (article_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_apart_other ON told_apart (other_id);

-- A merge keeps the earliest date; what repeats it follows.
CREATE TRIGGER article_redated AFTER UPDATE OF saved_at ON article WHEN new.saved_at <> old.saved_at BEGIN
  UPDATE article_tag SET saved_at = new.saved_at WHERE article_id = new.id;
END;
`,
};
