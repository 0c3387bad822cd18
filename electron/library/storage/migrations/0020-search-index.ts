// The full-text index: contentless, since the text it is made from is stored once, in reader_content.
import type { Migration } from '../migrate.ts';

export const searchIndex: Migration = {
  version: 20,
  name: 'search index',
  up: `
-- Text goes in normalised (search/normalise.ts). Marks (Mn, Mc) belong to words, or Hindi and Thai give false hits.
-- Tags are not in here: retagging would mean indexing anew.
CREATE VIRTUAL TABLE search_index USING fts5(
  title, body, meta,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
INSERT INTO search_index (search_index, rank) VALUES ('rank', 'bm25(10.0, 1.0, 4.0)');
`,
};
