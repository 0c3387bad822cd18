// What putting tags in order needs: a colour, and numbers that no other tag gets once a tag is gone.
import type { Migration } from '../migrate.ts';

export const tagOrder: Migration = {
  version: 160,
  name: 'tag-order',
  up: `
ALTER TABLE tag ADD COLUMN colour TEXT CHECK (colour IN ('yellow', 'green', 'blue', 'pink', 'purple'));

-- SQLite gives the number of the newest row to the next one when it is gone; then its deletion could not be undone.
CREATE TABLE tag_sequence (last INTEGER NOT NULL) STRICT;
INSERT INTO tag_sequence (last) SELECT coalesce(max(id), 0) FROM tag;
CREATE TRIGGER tag_numbered AFTER INSERT ON tag BEGIN
  UPDATE tag_sequence SET last = max(last, new.id);
END;
`,
};
