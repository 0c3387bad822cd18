// The full-text index with a column for everything that a word can stand in, one of titles alone, what is left to be
// indexed, and the words of it all. Everything here follows from other tables and can be made again.
import type { Migration } from '../migrate.ts';

/** The two indexes, empty. Said once more where a damaged one is made anew. */
export const INDEX_TABLES = `
-- Text goes in normalised (search/normalise.ts). Marks (Mn, Mc) belong to words, or Hindi and Thai give false hits.
-- Tags are not in here: retagging would mean indexing anew.
CREATE VIRTUAL TABLE search_index USING fts5(
  title, headings, body, author, site, note, highlight,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
-- Small: what has a word in its title is found at once, however many articles hold it in their text.
CREATE VIRTUAL TABLE title_index USING fts5(
  title,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
`;

export const indexFields: Migration = {
  version: 140,
  name: 'fields of the search index',
  up: `
DROP TABLE search_index;
${INDEX_TABLES}
CREATE TABLE index_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  normaliser_version INTEGER NOT NULL DEFAULT 0, -- under which everything is indexed that is not pending
  changes INTEGER NOT NULL DEFAULT 0,            -- articles indexed since the vocabulary was made
  vocabulary_version INTEGER NOT NULL DEFAULT 0  -- grows when it is made anew
) STRICT;
INSERT INTO index_state (one) VALUES (1);

-- Articles whose entry lags behind what is known of them; until it is made anew they are found by the old one.
CREATE TABLE index_pending (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  changed INTEGER NOT NULL DEFAULT 0 CHECK (changed IN (0, 1)) -- 1 where its own words changed, 0 where the index did
) STRICT;
CREATE INDEX index_pending_changed ON index_pending (article_id) WHERE changed = 1;
INSERT INTO index_pending (article_id) SELECT article_id FROM reader_content;

-- Whatever path changes what an article is found by, its entry is known to lag. The transaction itself makes it anew.
CREATE TRIGGER content_unindexed AFTER INSERT ON reader_content BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (new.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;
CREATE TRIGGER article_unindexed AFTER UPDATE OF title, author, site_name, site, canonical_url, source_url ON article
  WHEN new.title IS NOT old.title OR new.author IS NOT old.author OR new.site_name IS NOT old.site_name
    OR new.site IS NOT old.site OR new.canonical_url IS NOT old.canonical_url OR new.source_url IS NOT old.source_url BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (new.id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;
CREATE TRIGGER note_added_unindexed AFTER INSERT ON note BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (new.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;
CREATE TRIGGER note_changed_unindexed AFTER UPDATE OF markdown ON note BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (new.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;
CREATE TRIGGER note_removed_unindexed AFTER DELETE ON note
  WHEN EXISTS (SELECT 1 FROM article WHERE id = old.article_id) BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (old.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;
CREATE TRIGGER highlight_added_unindexed AFTER INSERT ON highlight BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (new.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;
CREATE TRIGGER highlight_changed_unindexed AFTER UPDATE OF quote, note, article_id ON highlight
  WHEN new.quote <> old.quote OR new.note <> old.note OR new.article_id <> old.article_id BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (old.article_id, 1), (new.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;
CREATE TRIGGER highlight_removed_unindexed AFTER DELETE ON highlight
  WHEN EXISTS (SELECT 1 FROM article WHERE id = old.article_id) BEGIN
  INSERT INTO index_pending (article_id, changed) VALUES (old.article_id, 1)
    ON CONFLICT (article_id) DO UPDATE SET changed = 1;
END;

-- Every word of the index with the number of its articles, sorted and packed: a row per word would be four times as large.
CREATE TABLE vocabulary_chunk (
  first TEXT PRIMARY KEY,               -- its first word
  words BLOB NOT NULL                   -- raw deflate: a line per word, with its number
) STRICT, WITHOUT ROWID;
`,
};
