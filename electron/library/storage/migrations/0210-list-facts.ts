// What lists and filters ask of articles, beside each other.
import type { Migration } from '../migrate.ts';

export const listFacts: Migration = {
  version: 210,
  name: 'list facts',
  up: `
-- Filters that no word stands beside look through the newest first. The row itself, with excerpt and addresses, is ten times as
-- long as what they ask about.
CREATE INDEX article_facts ON article (saved_at, id, lang, word_count, progress, published_at, finished_at)
  WHERE trashed_at IS NULL;
CREATE INDEX article_length ON article (word_count, id) WHERE trashed_at IS NULL;
`,
};
