// Pictures of articles that could not be had, and are asked for again.
import type { Migration } from '../migrate.ts';

export const missingPictures: Migration = {
  version: 100,
  name: 'missing-pictures',
  up: `
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
CREATE INDEX missing_picture_due ON missing_picture (state, due_at, id);

-- Those of before: what has to do with the network of that hour is tried again now.
INSERT OR IGNORE INTO missing_picture
    (article_id, url, host, candidates, state, tries, due_at, error_code, error_message)
  SELECT article_id, url,
      substr(substr(url, instr(url, '://') + 3), 1,
        instr(substr(url, instr(url, '://') + 3) || '/', '/') - 1),
      json_array(url),
      iif(error_code IN ('offline', 'unreachable', 'timed_out'), 'waiting', 'failed'),
      1, 0, error_code, ''
    FROM article_image
    WHERE asset_name IS NULL AND error_code IS NOT NULL AND (url LIKE 'http://%' OR url LIKE 'https://%')
    ORDER BY article_id, position;
`,
};
