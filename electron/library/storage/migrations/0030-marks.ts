// What highlights, notes and links between articles need beyond the first schema.
import type { Migration } from '../migrate.ts';

export const marks: Migration = {
  version: 30,
  name: 'marks',
  up: `
-- Type settings of one article, JSON; null where it follows the reader's general choice.
ALTER TABLE article ADD COLUMN type_settings TEXT;

-- How much text the changes of a step hold: notes may be large, and the journal is not to outgrow the library.
ALTER TABLE journal_step ADD COLUMN text_length INTEGER NOT NULL DEFAULT 0;

-- The highlights of the whole library by date.
CREATE INDEX highlight_created ON highlight (created_at, id);

-- One note per article.
DROP INDEX note_article;
CREATE UNIQUE INDEX note_article ON note (article_id);

-- How many articles outside the trash link to a page. Kept by triggers: counting a million links takes seconds.
CREATE TABLE linked_page (
  url_key TEXT PRIMARY KEY,
  article_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO linked_page (url_key, article_count)
  SELECT link.url_key, count(*) FROM link JOIN article ON article.id = link.article_id
    WHERE article.trashed_at IS NULL GROUP BY link.url_key;
CREATE INDEX linked_page_count ON linked_page (article_count DESC, url_key);

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
-- Before the article goes, so that the triggers of its links still find it.
CREATE TRIGGER article_unlinked BEFORE DELETE ON article BEGIN
  DELETE FROM link WHERE article_id = old.id;
END;
`,
};
