// SQL of highlights with the article that each stands in.
import type { HighlightEntry } from '#contract/types/highlight.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import { HIGHLIGHT_COLUMNS, type HighlightRow, toHighlight } from './highlight-row.ts';

interface EntryRow extends HighlightRow {
  readonly title: string;
  readonly author: string | null;
  readonly site_name: string | null;
  readonly url: string | null;
  readonly trashed: 0 | 1;
}

/** In the order of the ids; those that name none are left out. */
export function findEntries(db: ReadDb, ids: readonly number[]): HighlightEntry[] {
  return statement<EntryRow>(
    db,
    `SELECT ${HIGHLIGHT_COLUMNS}, article.title, article.author,
        coalesce(article.site_name, article.site) AS site_name,
        coalesce(article.canonical_url, article.source_url) AS url,
        article.trashed_at IS NOT NULL AS trashed
      FROM json_each(?) AS wanted
      CROSS JOIN highlight ON highlight.id = wanted.value
      CROSS JOIN article ON article.id = highlight.article_id ORDER BY wanted.key`,
  )
    .all(JSON.stringify(ids))
    .map((row) => ({
      ...toHighlight(row),
      article: {
        uid: row.article_uid,
        title: row.title,
        author: row.author,
        siteName: row.site_name,
        url: row.url,
        trashed: row.trashed === 1,
      },
    }));
}
