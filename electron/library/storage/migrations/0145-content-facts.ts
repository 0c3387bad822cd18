// What a search can ask about the content of an article without unpacking it. Follows from the reader content.
import type { Migration } from '../migrate.ts';

export const contentFacts: Migration = {
  version: 145,
  name: 'content facts',
  up: `
-- A table of its own: beside the packed texts, looking through all articles would mean reading them.
CREATE TABLE content_fact (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  code INTEGER NOT NULL CHECK (code IN (0, 1)),
  tables INTEGER NOT NULL CHECK (tables IN (0, 1)),
  pdf INTEGER NOT NULL CHECK (pdf IN (0, 1))
) STRICT;
CREATE INDEX content_fact_code ON content_fact (article_id) WHERE code = 1;
CREATE INDEX content_fact_tables ON content_fact (article_id) WHERE tables = 1;
CREATE INDEX content_fact_pdf ON content_fact (article_id) WHERE pdf = 1;
CREATE TRIGGER content_unknown AFTER DELETE ON reader_content BEGIN
  DELETE FROM content_fact WHERE article_id = old.article_id;
END;
-- Whoever indexes an article notes what it holds.
INSERT OR IGNORE INTO index_pending (article_id) SELECT article_id FROM reader_content;
`,
};
