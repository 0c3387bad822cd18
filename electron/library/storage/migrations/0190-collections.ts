// What working with collections needs: a name to be found by, a count, and numbers that no other collection gets once
// one is gone.
import type { Migration } from '../migrate.ts';

export const collections: Migration = {
  version: 190,
  name: 'collections',
  up: `
ALTER TABLE collection ADD COLUMN name_key TEXT NOT NULL DEFAULT '';  -- the name without case and accents of form
ALTER TABLE collection ADD COLUMN article_count INTEGER NOT NULL DEFAULT 0;

-- As with tags: otherwise the next one would get the number of the one that is gone, which then could not come back.
CREATE TABLE collection_sequence (last INTEGER NOT NULL) STRICT;
INSERT INTO collection_sequence (last) SELECT coalesce(max(id), 0) FROM collection;
CREATE TRIGGER collection_numbered AFTER INSERT ON collection BEGIN
  UPDATE collection_sequence SET last = max(last, new.id);
END;

-- A collection counts its own articles outside the trash.
CREATE TRIGGER collection_counted AFTER INSERT ON collection_article BEGIN
  UPDATE collection SET article_count = article_count + 1
    WHERE id = new.collection_id AND EXISTS (SELECT 1 FROM article WHERE id = new.article_id AND trashed_at IS NULL);
END;
CREATE TRIGGER collection_discounted BEFORE DELETE ON collection_article BEGIN
  UPDATE collection SET article_count = article_count - 1
    WHERE id = old.collection_id AND EXISTS (SELECT 1 FROM article WHERE id = old.article_id AND trashed_at IS NULL);
END;
CREATE TRIGGER collection_recounted AFTER UPDATE OF trashed_at ON article
  WHEN (new.trashed_at IS NULL) <> (old.trashed_at IS NULL) BEGIN
  UPDATE collection SET article_count = article_count + iif(new.trashed_at IS NULL, 1, -1)
    WHERE id IN (SELECT collection_id FROM collection_article WHERE article_id = new.id);
END;
-- Before the article goes, so that the trigger of its collections still finds it.
CREATE TRIGGER article_uncollected BEFORE DELETE ON article BEGIN
  DELETE FROM collection_article WHERE article_id = old.id;
END;
`,
};
