// SQL of articles: finding them, and the row that a clip inserts.
import type { Article, ArticleSummary, ReadingStatus } from '#contract/types/article.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { TagName } from '#contract/types/tag.ts';
import { findCollectionsOf } from '../collections/collection-repo.ts';
import { FROM_OPEN_PAIRS } from '../duplicates/pair-repo.ts';
import { type ReadDb, statement, type WriteDb } from '../storage/database.ts';
import { insertSealed, seal } from '../storage/digest.ts';
import {
  type ArticleRow,
  SUMMARY_COLUMNS,
  type SummaryRow,
  toArticle,
  toSummary,
  WITH_THUMBNAIL,
} from './article-row.ts';

/** Rows of a list, in the order of the ids; ids that name no article are left out. */
export function findSummaries(db: ReadDb, ids: readonly number[]): ArticleSummary[] {
  if (ids.length === 0) return [];
  const wanted = JSON.stringify(ids);
  const rows = statement<SummaryRow>(
    db,
    `SELECT ${SUMMARY_COLUMNS}
      FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value ${WITH_THUMBNAIL}
      ORDER BY wanted.key`,
  ).all(wanted);
  const tags = findTagNames(db, wanted);
  return rows.map((row) => toSummary(row, tags.get(row.id) ?? []));
}

/** Everything but the content. */
export function findByUid(db: ReadDb, uid: ArticleUid): Article | null {
  const row = statement<ArticleRow>(
    db,
    `SELECT ${SUMMARY_COLUMNS}, article.opened_at, article.finished_at, article.updated_at,
        article.progress_anchor, article.type_settings, article.warning_code, article.warning_message,
        (SELECT count(*) FROM article_image AS missing
          WHERE missing.article_id = article.id AND missing.error_code IS NOT NULL) AS missing_images,
        (SELECT count(*) FROM highlight WHERE article_id = article.id) AS highlights,
        (SELECT count(*) FROM highlight WHERE article_id = article.id AND start_offset IS NULL)
          AS lost_highlights,
        EXISTS (SELECT 1 FROM note WHERE article_id = article.id) AS has_note,
        EXISTS (SELECT 1 FROM reader_content JOIN snapshot ON snapshot.id = reader_content.snapshot_id
          WHERE reader_content.article_id = article.id AND snapshot.kind = 'pdf') AS has_pages,
        (SELECT count(*) FROM snapshot WHERE article_id = article.id) AS versions,
        (SELECT count(*) ${FROM_OPEN_PAIRS}
          AND (near.article_id = article.id OR near.other_id = article.id)) AS duplicates,
        (SELECT lower(hex(substr(reader_content.digest, 1, 8))) FROM reader_content
          WHERE article_id = article.id) AS content_tag
      FROM article ${WITH_THUMBNAIL} WHERE article.uid = ?`,
  ).get(uid);
  if (!row) return null;
  const tags = findTagNames(db, JSON.stringify([row.id])).get(row.id) ?? [];
  return toArticle(row, tags, findCollectionsOf(db, row.id));
}

/** @param ids a JSON array of article ids */
export function findTagNames(db: ReadDb, ids: string): Map<number, TagName[]> {
  const names = new Map<number, TagName[]>();
  const rows = statement<{ article_id: number; name: TagName }>(
    db,
    `SELECT article_tag.article_id, tag.name
      FROM json_each(?) AS wanted
      CROSS JOIN article_tag ON article_tag.article_id = wanted.value
      CROSS JOIN tag ON tag.id = article_tag.tag_id
      ORDER BY tag.name_key`,
  ).all(ids);
  for (const { article_id, name } of rows) {
    const ofArticle = names.get(article_id);
    if (ofArticle) ofArticle.push(name);
    else names.set(article_id, [name]);
  }
  return names;
}

export function findIdByUid(db: ReadDb, uid: ArticleUid): number | null {
  return statement<number>(db, 'SELECT id FROM article WHERE uid = ?').pluck().get(uid) ?? null;
}

/** The article that is the same page, in the trash or not. */
export function findIdByUrlKey(db: ReadDb, urlKey: string): number | null {
  return (
    statement<number>(db, 'SELECT id FROM article WHERE url_key = ?').pluck().get(urlKey) ?? null
  );
}

/** The first article that was made of these very bytes, in the trash or not. */
export function findIdBySnapshotAsset(db: ReadDb, asset: AssetName): number | null {
  return (
    statement<number>(
      db,
      'SELECT article_id FROM snapshot WHERE asset_name = ? ORDER BY article_id LIMIT 1',
    )
      .pluck()
      .get(asset) ?? null
  );
}

/** An article as a clip makes it; reading starts at nothing. Times are milliseconds UTC. */
export interface NewArticle {
  readonly uid: ArticleUid;
  readonly sourceUrl: string | null;
  readonly canonicalUrl: string | null;
  /** What makes two addresses the same page; null where nothing names one. */
  readonly urlKey: string | null;
  /** Host without www, lower case. */
  readonly site: string | null;
  readonly title: string;
  readonly author: string | null;
  readonly siteName: string | null;
  readonly publishedAt: string | null;
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl' | null;
  readonly excerpt: string;
  readonly wordCount: number;
  /** Position among the article's images. */
  readonly leadImage: number | null;
  readonly warning: Problem | null;
  readonly savedAt: number;
  /** Where it does not begin as a clip does. */
  readonly state?: NewState | null;
}

/** What became of an article elsewhere. Times are milliseconds UTC, null for never. */
export interface NewState {
  readonly status: ReadingStatus;
  readonly progress: number;
  readonly archivedAt: number | null;
  readonly starredAt: number | null;
}

/** A number that no article has, nor any had that was deleted. */
export function nextArticleId(db: ReadDb): number {
  const next = statement<number>(
    db,
    'SELECT max(last, coalesce((SELECT max(id) FROM article), 0)) + 1 FROM article_sequence',
  )
    .pluck()
    .get();
  if (next === undefined) throw new Error('The row of article_sequence is missing.');
  return next;
}

/** @returns its id, which is also that of its entry in the search index */
export function insertArticle(db: WriteDb, article: NewArticle, id = nextArticleId(db)): number {
  insertSealed(db, 'article', {
    id,
    uid: article.uid,
    source_url: article.sourceUrl,
    canonical_url: article.canonicalUrl,
    url_key: article.urlKey,
    site: article.site,
    title: article.title,
    author: article.author,
    site_name: article.siteName,
    published_at: article.publishedAt,
    lang: article.lang,
    dir: article.dir,
    excerpt: article.excerpt,
    word_count: article.wordCount,
    lead_image: article.leadImage,
    warning_code: article.warning?.code ?? null,
    warning_message: article.warning?.message ?? null,
    saved_at: article.savedAt,
    updated_at: article.savedAt,
    reading_status: article.state?.status ?? 'unread',
    progress: article.state?.progress ?? 0,
    progress_anchor: '',
    archived_at: article.state?.archivedAt ?? null,
    starred_at: article.state?.starredAt ?? null,
  });
  return id;
}

/** What of an article its index entry and its links follow from, beside the text, and its date. */
export function findDescription(
  db: ReadDb,
  id: number,
): Pick<
  NewArticle,
  'title' | 'author' | 'siteName' | 'publishedAt' | 'site' | 'sourceUrl' | 'canonicalUrl' | 'urlKey'
> | null {
  const row = statement<NonNullable<ReturnType<typeof findDescription>>>(
    db,
    `SELECT title, author, site_name AS siteName, published_at AS publishedAt, site, source_url AS sourceUrl,
        canonical_url AS canonicalUrl, url_key AS urlKey FROM article WHERE id = ?`,
  ).get(id);
  return row ?? null;
}

/** What a page calls itself. */
export function updateDescription(
  db: WriteDb,
  id: number,
  page: Pick<NewArticle, 'title' | 'author' | 'siteName' | 'publishedAt'>,
  now: number,
): void {
  statement(
    db,
    'UPDATE article SET title = ?, author = ?, site_name = ?, published_at = ?, updated_at = ? WHERE id = ?',
  ).run(page.title, page.author, page.siteName, page.publishedAt, now, id);
  seal(db, 'article', id);
}

type ContentFacts = Pick<
  NewArticle,
  'excerpt' | 'wordCount' | 'lang' | 'dir' | 'leadImage' | 'warning'
>;

/** What the row says of the content, after another one took its place. */
export function updateContentFacts(
  db: WriteDb,
  id: number,
  facts: ContentFacts,
  now: number,
): void {
  statement(
    db,
    `UPDATE article SET excerpt = ?, word_count = ?, lang = ?, dir = ?, lead_image = ?,
      warning_code = ?, warning_message = ?, updated_at = ? WHERE id = ?`,
  ).run(
    facts.excerpt,
    facts.wordCount,
    facts.lang,
    facts.dir,
    facts.leadImage,
    facts.warning?.code ?? null,
    facts.warning?.message ?? null,
    now,
    id,
  );
  seal(db, 'article', id);
}

/** Of an article that awaits its text again. */
export function forgetContentFacts(db: WriteDb, id: number, now: number): void {
  statement(
    db,
    `UPDATE article SET word_count = 0, dir = NULL, lead_image = NULL, warning_code = NULL, warning_message = NULL,
      updated_at = ? WHERE id = ?`,
  ).run(now, id);
  seal(db, 'article', id);
}
