// Which library this is: made once, so that a backup is never taken for one of another library.
import type { Migration } from '../migrate.ts';

export const libraryId: Migration = {
  version: 170,
  name: 'library id',
  up: `
INSERT OR IGNORE INTO setting (key, value) VALUES ('library_id', json_quote(lower(hex(randomblob(16)))));
`,
};
