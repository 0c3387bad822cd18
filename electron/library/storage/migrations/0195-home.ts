// What home looks up: what was read last, and what is short or long among the unread.
import type { Migration } from '../migrate.ts';

export const home: Migration = {
  version: 195,
  name: 'home',
  up: `
CREATE INDEX article_continue ON article (opened_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'reading';
-- At 230 words a minute, in whole minutes: 5 at most, and 15 at least.
CREATE INDEX article_short ON article (saved_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'unread' AND word_count BETWEEN 1 AND 1264;
CREATE INDEX article_long ON article (saved_at, id)
  WHERE trashed_at IS NULL AND archived_at IS NULL AND reading_status = 'unread' AND word_count >= 3335;
`,
};
