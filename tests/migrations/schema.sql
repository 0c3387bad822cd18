-- The schema after all migrations. Made and compared by schema.test.ts.

CREATE TABLE article (
  id INTEGER PRIMARY KEY,               -- grows with every clip; the row id of the search index
  uid TEXT NOT NULL UNIQUE,
  source_url TEXT,
  canonical_url TEXT,
  url_key TEXT UNIQUE,                  -- what makes two addresses the same page; null where nothing names one
  site TEXT,                            -- host without www, lower case
  title TEXT NOT NULL,
  author TEXT,
  site_name TEXT,
  published_at TEXT,                    -- ISO 8601 as the page gave it, offset kept
  lang TEXT,
  dir TEXT CHECK (dir IN ('ltr', 'rtl')),
  excerpt TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  lead_image INTEGER,                   -- position in article_image
  warning_code TEXT,
  warning_message TEXT,
  reading_status TEXT NOT NULL DEFAULT 'unread' CHECK (reading_status IN ('unread', 'reading', 'finished')),
  progress REAL NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
  progress_anchor TEXT NOT NULL DEFAULT '',
  saved_at INTEGER NOT NULL,
  opened_at INTEGER,
  finished_at INTEGER,
  updated_at INTEGER NOT NULL,
  starred_at INTEGER,
  archived_at INTEGER,
  trashed_at INTEGER,
  digest BLOB NOT NULL DEFAULT x''
, type_settings TEXT) STRICT;

CREATE TABLE article_image (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  url TEXT,
  asset_name TEXT REFERENCES asset (name),
  error_code TEXT,
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_origin (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  run_id INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
  fields TEXT NOT NULL,                 -- names, with spaces between
  PRIMARY KEY (article_id, run_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_sequence (last INTEGER NOT NULL) STRICT;

CREATE TABLE article_tag (
  tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  saved_at INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  PRIMARY KEY (tag_id, saved_at, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE asset (
  name TEXT PRIMARY KEY,                -- SHA-256 of the content and an ending
  byte_size INTEGER NOT NULL,
  width INTEGER,                        -- pixels; null for what is no picture
  height INTEGER,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE awaited_text (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
) STRICT;

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

CREATE TABLE clip_job (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  -- One job for a page, however often its address is handed in.
  url_key TEXT NOT NULL UNIQUE,
  -- Of the address: a site is asked for one page at a time.
  host TEXT NOT NULL,
  -- Names of the tags it is to have, JSON.
  tags TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'fetching', 'failed')),
  tries INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  error_code TEXT,
  error_message TEXT
, article_id INTEGER REFERENCES article (id) ON DELETE CASCADE) STRICT;

CREATE TABLE collection (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  parent_id INTEGER REFERENCES collection (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL
, name_key TEXT NOT NULL DEFAULT '', article_count INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE collection_article (
  collection_id INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  PRIMARY KEY (collection_id, position, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE collection_sequence (last INTEGER NOT NULL) STRICT;

CREATE TABLE content_fact (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  code INTEGER NOT NULL CHECK (code IN (0, 1)),
  tables INTEGER NOT NULL CHECK (tables IN (0, 1)),
  pdf INTEGER NOT NULL CHECK (pdf IN (0, 1))
) STRICT;

CREATE TABLE edited_content (
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
  extractor_version INTEGER NOT NULL,
  edits TEXT NOT NULL,                  -- a digest of all of them
  PRIMARY KEY (snapshot_id, extractor_version)
) STRICT, WITHOUT ROWID;

CREATE TABLE fingerprint (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  sketch BLOB NOT NULL,
  bands TEXT NOT NULL                   -- JSON: the numbers; none where there is no text
) STRICT;

CREATE TABLE fingerprint_band (
  band INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  PRIMARY KEY (band, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE fingerprint_pending (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE highlight (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  colour TEXT NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start_offset INTEGER,                 -- UTF-16 units; null while it cannot be placed
  end_offset INTEGER,
  note TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  digest BLOB NOT NULL DEFAULT x''
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

CREATE TABLE import_step (
  step_uid TEXT PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE index_pending (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  changed INTEGER NOT NULL DEFAULT 0 CHECK (changed IN (0, 1)) -- 1 where its own words changed, 0 where the index did
) STRICT;

CREATE TABLE index_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  normaliser_version INTEGER NOT NULL DEFAULT 0, -- under which everything is indexed that is not pending
  changes INTEGER NOT NULL DEFAULT 0,            -- articles indexed since the vocabulary was made
  vocabulary_version INTEGER NOT NULL DEFAULT 0  -- grows when it is made anew
, shown_changes INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE journal_change (
  step_id INTEGER NOT NULL REFERENCES journal_step (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,                -- JSON: the columns that find the row
  before TEXT,                          -- JSON: the changed columns; null where the row was not there
  after TEXT,                           -- JSON; null where the row is gone
  PRIMARY KEY (step_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_step (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  subject TEXT,
  article_count INTEGER NOT NULL,
  at INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
, text_length INTEGER NOT NULL DEFAULT 0) STRICT;

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

CREATE TABLE link (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  url_key TEXT NOT NULL,                -- joins article.url_key where the target is saved
  url TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (article_id, url_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE linked_page (
  url_key TEXT PRIMARY KEY,
  article_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE list_count (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  inbox INTEGER NOT NULL DEFAULT 0,
  reading INTEGER NOT NULL DEFAULT 0,
  finished INTEGER NOT NULL DEFAULT 0,
  starred INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0,
  trash INTEGER NOT NULL DEFAULT 0,
  everything INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE missing_picture (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  -- As in article_image. By address and not by position: that is another when the page is read anew.
  url TEXT NOT NULL,
  -- Of the address: a site is asked for one thing at a time.
  host TEXT NOT NULL,
  -- Where it may be had, best first, JSON.
  candidates TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'fetching', 'failed')),
  tries INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  error_code TEXT NOT NULL,
  error_message TEXT NOT NULL,          -- empty where only the code is known
  UNIQUE (article_id, url)
) STRICT;

CREATE TABLE near_duplicate (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
  PRIMARY KEY (article_id, other_id),
  CHECK (article_id < other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE network_request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- numbers of rows that were dropped are not used again
  at INTEGER NOT NULL,
  host TEXT NOT NULL,                    -- never a path: what was asked for is nobody's business
  reason TEXT NOT NULL,
  bytes INTEGER NOT NULL DEFAULT 0,
  status INTEGER,                        -- of HTTP; null where no answer came
  code TEXT                              -- what went wrong
) STRICT;

CREATE TABLE network_sum (
  reason TEXT PRIMARY KEY,
  requests INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  markdown TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  digest BLOB NOT NULL DEFAULT x''
) STRICT;

CREATE TABLE reader_content (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id),
  extractor_version INTEGER NOT NULL,
  normaliser_version INTEGER NOT NULL,  -- of the search index: an older one is indexed anew
  html BLOB NOT NULL,
  reader_text BLOB NOT NULL,
  digest BLOB NOT NULL DEFAULT x''
) STRICT;

CREATE TABLE rendered_snapshot (
  snapshot_id INTEGER PRIMARY KEY REFERENCES snapshot (id) ON DELETE CASCADE,
  sent_asset TEXT NOT NULL REFERENCES asset (name)
) STRICT;

CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE scrub_finding (
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  article_uid TEXT,                     -- as the row said it; null where it belongs to no article
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  found_at INTEGER NOT NULL
) STRICT;

CREATE TABLE scrub_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  place TEXT,                           -- where a round goes on that is under way; null between rounds
  finished_at INTEGER                   -- when the last round was through
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5(
  title, headings, body, author, site, note, highlight,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL                   -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE "snapshot" (
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

CREATE TABLE snapshot_sheet (
  id INTEGER PRIMARY KEY,
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
  -- As the page names it, relative to where it lay.
  path TEXT NOT NULL,
  asset_name TEXT NOT NULL REFERENCES asset (name),
  UNIQUE (snapshot_id, path)
) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,        -- the name without case and accents of form
  article_count INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
, colour TEXT CHECK (colour IN ('yellow', 'green', 'blue', 'pink', 'purple'))) STRICT;

CREATE TABLE tag_sequence (last INTEGER NOT NULL) STRICT;

CREATE VIRTUAL TABLE title_index USING fts5(
  title,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);

CREATE TABLE told_apart (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  PRIMARY KEY (article_id, other_id),
  CHECK (article_id < other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE vocabulary_chunk (
  first TEXT PRIMARY KEY,               -- its first word
  words BLOB NOT NULL                   -- raw deflate: a line per word, with its number
) STRICT, WITHOUT ROWID;

CREATE TABLE watched_file (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  mtime INTEGER NOT NULL,               -- milliseconds, of the file
  sha256 TEXT NOT NULL,                 -- tells a copy, and a file that was only touched
  looked_at INTEGER NOT NULL,
  code TEXT,                            -- null where it was clipped
  message TEXT
) STRICT;

CREATE TABLE whole_snapshot (
  snapshot_id INTEGER PRIMARY KEY REFERENCES snapshot (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX article_all ON article (saved_at, id) WHERE trashed_at IS NULL;

CREATE INDEX article_archived ON article (saved_at, id) WHERE trashed_at IS NULL AND archived_at IS NOT NULL;

CREATE INDEX article_continue ON article (opened_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'reading';

CREATE INDEX article_facts ON article (saved_at, id, lang, word_count, progress, published_at, finished_at)
  WHERE trashed_at IS NULL;

CREATE INDEX article_finished ON article (saved_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'finished';

CREATE INDEX article_inbox ON article (saved_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'unread';

CREATE INDEX article_length ON article (word_count, id) WHERE trashed_at IS NULL;

CREATE INDEX article_long ON article (saved_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'unread' AND word_count >= 3335;

CREATE INDEX article_reading ON article (saved_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'reading';

CREATE INDEX article_short ON article (saved_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'unread' AND word_count BETWEEN 1 AND 1264;

CREATE INDEX article_site ON article (site, saved_at, id);

CREATE INDEX article_source_url ON article (source_url)
  WHERE source_url IS NOT NULL AND canonical_url IS NOT NULL AND source_url <> canonical_url;

CREATE INDEX article_starred ON article (saved_at, id) WHERE trashed_at IS NULL AND starred_at IS NOT NULL;

CREATE INDEX article_title ON article (title COLLATE NOCASE, id);

CREATE INDEX article_trash ON article (saved_at, id) WHERE trashed_at IS NOT NULL;

CREATE INDEX article_trashed_at ON article (trashed_at) WHERE trashed_at IS NOT NULL;

CREATE INDEX article_image_asset ON article_image (asset_name);

CREATE UNIQUE INDEX article_tag_article ON article_tag (article_id, tag_id);

CREATE INDEX block_edit_article ON block_edit (article_id, uid);

CREATE INDEX clip_job_article ON clip_job (article_id) WHERE article_id IS NOT NULL;

CREATE INDEX clip_job_due ON clip_job (state, due_at, id);

CREATE INDEX collection_parent ON collection (parent_id, position);

CREATE UNIQUE INDEX collection_article_article ON collection_article (article_id, collection_id);

CREATE INDEX content_fact_code ON content_fact (article_id) WHERE code = 1;

CREATE INDEX content_fact_pdf ON content_fact (article_id) WHERE pdf = 1;

CREATE INDEX content_fact_tables ON content_fact (article_id) WHERE tables = 1;

CREATE INDEX highlight_article ON highlight (article_id, start_offset);

CREATE INDEX highlight_created ON highlight (created_at, id);

CREATE INDEX index_pending_changed ON index_pending (article_id) WHERE changed = 1;

CREATE INDEX journal_step_undone ON journal_step (undone, id);

CREATE INDEX kept_image_asset ON kept_image (asset_name);

CREATE INDEX link_target ON link (url_key);

CREATE INDEX linked_page_count ON linked_page (article_count DESC, url_key);

CREATE INDEX missing_picture_due ON missing_picture (state, due_at, id);

CREATE INDEX near_duplicate_other ON near_duplicate (other_id);

CREATE UNIQUE INDEX note_article ON note (article_id);

CREATE INDEX reader_content_snapshot ON reader_content (snapshot_id);

CREATE INDEX rendered_snapshot_asset ON rendered_snapshot (sent_asset);

CREATE INDEX snapshot_article ON snapshot (article_id, captured_at);

CREATE INDEX snapshot_asset ON snapshot (asset_name);

CREATE INDEX snapshot_part_asset ON snapshot_part (asset_name);

CREATE INDEX snapshot_sheet_asset ON snapshot_sheet (asset_name);

CREATE INDEX told_apart_other ON told_apart (other_id);

CREATE INDEX watched_file_hash ON watched_file (sha256) WHERE code IS NULL;

CREATE TRIGGER article_changed_shown AFTER UPDATE ON article WHEN old.id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER article_counted AFTER INSERT ON article BEGIN
  UPDATE list_count SET
    inbox = inbox + (new.trashed_at IS NULL AND new.archived_at IS NULL AND new.reading_status = 'unread'),
    reading = reading + (new.trashed_at IS NULL AND new.archived_at IS NULL AND new.reading_status = 'reading'),
    finished = finished + (new.trashed_at IS NULL AND new.archived_at IS NULL AND new.reading_status = 'finished'),
    starred = starred + (new.trashed_at IS NULL AND new.starred_at IS NOT NULL),
    archived = archived + (new.trashed_at IS NULL AND new.archived_at IS NOT NULL),
    trash = trash + (new.trashed_at IS NOT NULL),
    everything = everything + (new.trashed_at IS NULL);
END;

CREATE TRIGGER article_discounted AFTER DELETE ON article BEGIN
  UPDATE list_count SET
    inbox = inbox - (old.trashed_at IS NULL AND old.archived_at IS NULL AND old.reading_status = 'unread'),
    reading = reading - (old.trashed_at IS NULL AND old.archived_at IS NULL AND old.reading_status = 'reading'),
    finished = finished - (old.trashed_at IS NULL AND old.archived_at IS NULL AND old.reading_status = 'finished'),
    starred = starred - (old.trashed_at IS NULL AND old.starred_at IS NOT NULL),
    archived = archived - (old.trashed_at IS NULL AND old.archived_at IS NOT NULL),
    trash = trash - (old.trashed_at IS NOT NULL),
    everything = everything - (old.trashed_at IS NULL);
END;

CREATE TRIGGER article_number_spent AFTER DELETE ON article BEGIN
  UPDATE article_sequence SET last = max(last, old.id);
END;

CREATE TRIGGER article_recounted AFTER UPDATE OF reading_status, archived_at, starred_at, trashed_at ON article BEGIN
  UPDATE list_count SET
    inbox = inbox
      + (new.trashed_at IS NULL AND new.archived_at IS NULL AND new.reading_status = 'unread')
      - (old.trashed_at IS NULL AND old.archived_at IS NULL AND old.reading_status = 'unread'),
    reading = reading
      + (new.trashed_at IS NULL AND new.archived_at IS NULL AND new.reading_status = 'reading')
      - (old.trashed_at IS NULL AND old.archived_at IS NULL AND old.reading_status = 'reading'),
    finished = finished
      + (new.trashed_at IS NULL AND new.archived_at IS NULL AND new.reading_status = 'finished')
      - (old.trashed_at IS NULL AND old.archived_at IS NULL AND old.reading_status = 'finished'),
    starred = starred
      + (new.trashed_at IS NULL AND new.starred_at IS NOT NULL)
      - (old.trashed_at IS NULL AND old.starred_at IS NOT NULL),
    archived = archived
      + (new.trashed_at IS NULL AND new.archived_at IS NOT NULL)
      - (old.trashed_at IS NULL AND old.archived_at IS NOT NULL),
    trash = trash + (new.trashed_at IS NOT NULL) - (old.trashed_at IS NOT NULL),
    everything = everything + (new.trashed_at IS NULL) - (old.trashed_at IS NULL);
END;

CREATE TRIGGER article_redated AFTER UPDATE OF saved_at ON article WHEN new.saved_at <> old.saved_at BEGIN
  UPDATE article_tag SET saved_at = new.saved_at WHERE article_id = new.id;
END;

CREATE TRIGGER article_removed_shown AFTER DELETE ON article BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER article_uncollected BEFORE DELETE ON article BEGIN
  DELETE FROM collection_article WHERE article_id = old.id;
END;

CREATE TRIGGER article_unindexed AFTER UPDATE OF title, author, site_name, site, canonical_url, source_url ON article
  WHEN new.title IS NOT old.title OR new.author IS NOT old.author OR new.site_name IS NOT old.site_name
    OR new.site IS NOT old.site OR new.canonical_url IS NOT old.canonical_url OR new.source_url IS NOT old.source_url BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (new.id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;

CREATE TRIGGER article_unlinked BEFORE DELETE ON article BEGIN
  DELETE FROM link WHERE article_id = old.id;
END;

CREATE TRIGGER article_untagged BEFORE DELETE ON article BEGIN
  DELETE FROM article_tag WHERE article_id = old.id;
END;

CREATE TRIGGER collection_recounted AFTER UPDATE OF trashed_at ON article
  WHEN (new.trashed_at IS NULL) <> (old.trashed_at IS NULL) BEGIN
  UPDATE collection SET article_count = article_count + iif(new.trashed_at IS NULL, 1, -1)
    WHERE id IN (SELECT collection_id FROM collection_article WHERE article_id = new.id);
END;

CREATE TRIGGER links_discounted AFTER UPDATE OF trashed_at ON article
  WHEN new.trashed_at IS NOT NULL AND old.trashed_at IS NULL BEGIN
  UPDATE linked_page SET article_count = article_count - 1
    WHERE url_key IN (SELECT url_key FROM link WHERE article_id = new.id);
  DELETE FROM linked_page
    WHERE article_count = 0 AND url_key IN (SELECT url_key FROM link WHERE article_id = new.id);
END;

CREATE TRIGGER links_recounted AFTER UPDATE OF trashed_at ON article
  WHEN new.trashed_at IS NULL AND old.trashed_at IS NOT NULL BEGIN
  INSERT INTO linked_page (url_key, article_count)
    SELECT url_key, 1 FROM link WHERE article_id = new.id
    ON CONFLICT (url_key) DO UPDATE SET article_count = article_count + 1;
END;

CREATE TRIGGER tag_recounted AFTER UPDATE OF trashed_at ON article
  WHEN (new.trashed_at IS NULL) <> (old.trashed_at IS NULL) BEGIN
  UPDATE tag SET article_count = article_count + iif(new.trashed_at IS NULL, 1, -1)
    WHERE id IN (SELECT tag_id FROM article_tag WHERE article_id = new.id);
END;

CREATE TRIGGER article_image_added_shown AFTER INSERT ON article_image WHEN new.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER article_image_changed_shown AFTER UPDATE ON article_image
  WHEN new.article_id <> (SELECT max(id) FROM article) OR old.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER article_image_removed_shown AFTER DELETE ON article_image WHEN old.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER article_tag_added_shown AFTER INSERT ON article_tag WHEN new.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER article_tag_changed_shown AFTER UPDATE ON article_tag
  WHEN new.article_id <> (SELECT max(id) FROM article) OR old.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER article_tag_removed_shown AFTER DELETE ON article_tag WHEN old.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER tag_counted AFTER INSERT ON article_tag BEGIN
  UPDATE tag SET article_count = article_count + 1
    WHERE id = new.tag_id AND EXISTS (SELECT 1 FROM article WHERE id = new.article_id AND trashed_at IS NULL);
END;

CREATE TRIGGER tag_discounted BEFORE DELETE ON article_tag BEGIN
  UPDATE tag SET article_count = article_count - 1
    WHERE id = old.tag_id AND EXISTS (SELECT 1 FROM article WHERE id = old.article_id AND trashed_at IS NULL);
END;

CREATE TRIGGER asset_changed_shown AFTER UPDATE ON asset BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER awaited_text_added_shown AFTER INSERT ON awaited_text WHEN new.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER awaited_text_changed_shown AFTER UPDATE ON awaited_text
  WHEN new.article_id <> (SELECT max(id) FROM article) OR old.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER awaited_text_removed_shown AFTER DELETE ON awaited_text WHEN old.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER collection_numbered AFTER INSERT ON collection BEGIN
  UPDATE collection_sequence SET last = max(last, new.id);
END;

CREATE TRIGGER collection_counted AFTER INSERT ON collection_article BEGIN
  UPDATE collection SET article_count = article_count + 1
    WHERE id = new.collection_id AND EXISTS (SELECT 1 FROM article WHERE id = new.article_id AND trashed_at IS NULL);
END;

CREATE TRIGGER collection_discounted BEFORE DELETE ON collection_article BEGIN
  UPDATE collection SET article_count = article_count - 1
    WHERE id = old.collection_id AND EXISTS (SELECT 1 FROM article WHERE id = old.article_id AND trashed_at IS NULL);
END;

CREATE TRIGGER fingerprint_gone AFTER DELETE ON fingerprint BEGIN
  DELETE FROM fingerprint_band WHERE article_id = old.article_id
    AND band IN (SELECT value FROM json_each(old.bands));
  DELETE FROM near_duplicate WHERE article_id = old.article_id OR other_id = old.article_id;
END;

CREATE TRIGGER fingerprint_made AFTER INSERT ON fingerprint BEGIN
  INSERT OR IGNORE INTO fingerprint_band (band, article_id)
    SELECT value, new.article_id FROM json_each(new.bands);
  DELETE FROM fingerprint_pending WHERE article_id = new.article_id;
END;

CREATE TRIGGER highlight_added_shown AFTER INSERT ON highlight WHEN new.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER highlight_added_unindexed AFTER INSERT ON highlight BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (new.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;

CREATE TRIGGER highlight_changed_shown AFTER UPDATE ON highlight
  WHEN new.article_id <> (SELECT max(id) FROM article) OR old.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER highlight_changed_unindexed AFTER UPDATE OF quote, note, article_id ON highlight
  WHEN new.quote <> old.quote OR new.note <> old.note OR new.article_id <> old.article_id BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (old.article_id, 1), (new.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;

CREATE TRIGGER highlight_removed_shown AFTER DELETE ON highlight WHEN old.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER highlight_removed_unindexed AFTER DELETE ON highlight
  WHEN EXISTS (SELECT 1 FROM article WHERE id = old.article_id) BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (old.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;

CREATE TRIGGER import_unfetched AFTER UPDATE OF undone ON import_run WHEN new.undone = 1 AND old.undone = 0 BEGIN
  DELETE FROM clip_job WHERE state <> 'fetching' AND url_key IN (
    SELECT article.url_key FROM import_row JOIN article ON article.id = import_row.article_id
      WHERE import_row.run_id = new.id AND import_row.outcome = 'imported');
END;

CREATE TRIGGER import_undone AFTER UPDATE OF undone ON journal_step
  WHEN new.kind IN ('import', 'undo-import') AND new.undone <> old.undone BEGIN
  UPDATE import_run SET undone = ((new.kind = 'import') = new.undone)
    WHERE id = (SELECT run_id FROM import_step WHERE step_uid = new.uid);
END;

CREATE TRIGGER link_counted AFTER INSERT ON link
  WHEN EXISTS (SELECT 1 FROM article WHERE id = new.article_id AND trashed_at IS NULL) BEGIN
  INSERT INTO linked_page (url_key, article_count) VALUES (new.url_key, 1)
    ON CONFLICT (url_key) DO UPDATE SET article_count = article_count + 1;
END;

CREATE TRIGGER link_discounted BEFORE DELETE ON link
  WHEN EXISTS (SELECT 1 FROM article WHERE id = old.article_id AND trashed_at IS NULL) BEGIN
  UPDATE linked_page SET article_count = article_count - 1 WHERE url_key = old.url_key;
  DELETE FROM linked_page WHERE url_key = old.url_key AND article_count = 0;
END;

CREATE TRIGGER note_added_shown AFTER INSERT ON note WHEN new.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER note_added_unindexed AFTER INSERT ON note BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (new.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;

CREATE TRIGGER note_changed_shown AFTER UPDATE ON note
  WHEN new.article_id <> (SELECT max(id) FROM article) OR old.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER note_changed_unindexed AFTER UPDATE OF markdown ON note BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (new.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;

CREATE TRIGGER note_removed_shown AFTER DELETE ON note WHEN old.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER note_removed_unindexed AFTER DELETE ON note
  WHEN EXISTS (SELECT 1 FROM article WHERE id = old.article_id) BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (old.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;

CREATE TRIGGER content_gone AFTER DELETE ON reader_content BEGIN
  DELETE FROM fingerprint WHERE article_id = old.article_id;
  DELETE FROM fingerprint_pending WHERE article_id = old.article_id;
END;

CREATE TRIGGER content_unindexed AFTER INSERT ON reader_content BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (new.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;

CREATE TRIGGER content_unknown AFTER DELETE ON reader_content BEGIN
  DELETE FROM content_fact WHERE article_id = old.article_id;
END;

CREATE TRIGGER content_unprinted AFTER INSERT ON reader_content BEGIN
  INSERT OR IGNORE INTO fingerprint_pending (article_id) VALUES (new.article_id);
END;

CREATE TRIGGER reader_content_added_shown AFTER INSERT ON reader_content WHEN new.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER reader_content_changed_shown AFTER UPDATE ON reader_content
  WHEN new.article_id <> (SELECT max(id) FROM article) OR old.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER reader_content_removed_shown AFTER DELETE ON reader_content WHEN old.article_id <> (SELECT max(id) FROM article) BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;

CREATE TRIGGER text_came AFTER INSERT ON reader_content BEGIN
  DELETE FROM awaited_text WHERE article_id = new.article_id;
END;

CREATE TRIGGER tag_numbered AFTER INSERT ON tag BEGIN
  UPDATE tag_sequence SET last = max(last, new.id);
END;

CREATE TRIGGER tag_renamed_shown AFTER UPDATE OF name ON tag BEGIN
  UPDATE index_state SET shown_changes = shown_changes + 1;
END;
