// What hits show of articles is counted as it changes, so that searches may keep it while an import adds others.
import type { Migration } from '../migrate.ts';

const COUNT = 'UPDATE index_state SET shown_changes = shown_changes + 1;';
/**
 * The newest article is left out, since the rows of an article that comes are put in while it is that. Searches do not keep it:
 * see shown-changes.ts.
 */
const NEWEST = '(SELECT max(id) FROM article)';

/** Whatever path changes a row of an article. */
const ofArticle = (table: string): string => `
CREATE TRIGGER ${table}_added_shown AFTER INSERT ON ${table} WHEN new.article_id <> ${NEWEST} BEGIN
  ${COUNT}
END;
CREATE TRIGGER ${table}_changed_shown AFTER UPDATE ON ${table}
  WHEN new.article_id <> ${NEWEST} OR old.article_id <> ${NEWEST} BEGIN
  ${COUNT}
END;
CREATE TRIGGER ${table}_removed_shown AFTER DELETE ON ${table} WHEN old.article_id <> ${NEWEST} BEGIN
  ${COUNT}
END;
`;

const TABLES = [
  'reader_content',
  'article_tag',
  'article_image',
  'note',
  'highlight',
  'awaited_text',
] as const;

export const shownChanges: Migration = {
  version: 290,
  name: 'shown-changes',
  up: `
-- Grows when something changes that a hit shows of an article that was there before.
ALTER TABLE index_state ADD COLUMN shown_changes INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER article_changed_shown AFTER UPDATE ON article WHEN old.id <> ${NEWEST} BEGIN
  ${COUNT}
END;
-- Of the newest, too: the one before it is the newest from now on.
CREATE TRIGGER article_removed_shown AFTER DELETE ON article BEGIN
  ${COUNT}
END;
CREATE TRIGGER tag_renamed_shown AFTER UPDATE OF name ON tag BEGIN
  ${COUNT}
END;
CREATE TRIGGER asset_changed_shown AFTER UPDATE ON asset BEGIN
  ${COUNT}
END;
${TABLES.map(ofArticle).join('')}`,
};
