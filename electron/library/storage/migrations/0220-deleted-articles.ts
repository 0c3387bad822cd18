// What deleting articles for good needs: numbers that no other article gets.
import type { Migration } from '../migrate.ts';

export const deletedArticles: Migration = {
  version: 220,
  name: 'deleted articles',
  up: `
-- SQLite gives the number of the newest row to the next one when it is gone; then Undo of an older step would be done to another
-- article.
CREATE TABLE article_sequence (last INTEGER NOT NULL) STRICT;
INSERT INTO article_sequence (last) VALUES (0);
CREATE TRIGGER article_number_spent AFTER DELETE ON article BEGIN
  UPDATE article_sequence SET last = max(last, old.id);
END;

-- What has lain in the trash longest.
CREATE INDEX article_trashed_at ON article (trashed_at) WHERE trashed_at IS NOT NULL;
`,
};
