// SQL of what exports say of articles beside their content, some hundred articles at a time.
import type { Article } from '#contract/types/article.ts';
import type { CollectionUid } from '#contract/types/collection.ts';
import { findTagNames } from '../../articles/article-repo.ts';
import { type ReadDb, statement } from '../../storage/database.ts';

/** Names from the root of the tree. */
export type CollectionPath = readonly string[];

type Columns = Pick<
  Article,
  | 'uid'
  | 'title'
  | 'url'
  | 'sourceUrl'
  | 'canonicalUrl'
  | 'author'
  | 'siteName'
  | 'publishedAt'
  | 'lang'
  | 'dir'
  | 'excerpt'
  | 'wordCount'
  | 'savedAt'
  | 'openedAt'
  | 'finishedAt'
  | 'updatedAt'
  | 'readingStatus'
  | 'progress'
  | 'highlightCount'
>;

export interface ArticleFacts extends Columns, Pick<Article, 'starred' | 'archived' | 'tags'> {
  readonly collections: readonly CollectionPath[];
  /** Markdown. */
  readonly note: string | null;
}

type Row = Columns & {
  readonly id: number;
  readonly starred: 0 | 1;
  readonly archived: 0 | 1;
  readonly note: string | null;
};

/** By id; those that are not there are left out. */
export function findFacts(
  db: ReadDb,
  ids: readonly number[],
  paths: ReadonlyMap<CollectionUid, CollectionPath>,
): Map<number, ArticleFacts> {
  const wanted = JSON.stringify(ids);
  const rows = statement<Row>(
    db,
    `SELECT article.id, uid, title, coalesce(canonical_url, source_url) AS url, source_url AS sourceUrl,
        canonical_url AS canonicalUrl, author, coalesce(site_name, site) AS siteName, published_at AS publishedAt,
        lang, dir, excerpt, word_count AS wordCount, saved_at AS savedAt, opened_at AS openedAt,
        finished_at AS finishedAt, updated_at AS updatedAt, reading_status AS readingStatus, progress,
        (SELECT count(*) FROM highlight WHERE article_id = article.id) AS highlightCount,
        (SELECT markdown FROM note WHERE article_id = article.id) AS note,
        starred_at IS NOT NULL AS starred, archived_at IS NOT NULL AS archived
      FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value`,
  ).all(wanted);
  const tags = findTagNames(db, wanted);
  const collections = findPaths(db, wanted, paths);
  return new Map(
    rows.map(({ id, starred, archived, ...row }) => [
      id,
      {
        ...row,
        starred: starred === 1,
        archived: archived === 1,
        tags: tags.get(id) ?? [],
        collections: collections.get(id) ?? [],
      },
    ]),
  );
}

/** @param ids a JSON array of article ids */
function findPaths(
  db: ReadDb,
  ids: string,
  paths: ReadonlyMap<CollectionUid, CollectionPath>,
): Map<number, CollectionPath[]> {
  const rows = statement<{ articleId: number; uid: CollectionUid }>(
    db,
    `SELECT collection_article.article_id AS articleId, collection.uid
      FROM json_each(?) AS wanted
      CROSS JOIN collection_article ON collection_article.article_id = wanted.value
      CROSS JOIN collection ON collection.id = collection_article.collection_id
      ORDER BY collection.name_key, collection.id`,
  ).all(ids);
  const found = new Map<number, CollectionPath[]>();
  for (const { articleId, uid } of rows) {
    const path = paths.get(uid);
    if (!path) continue;
    const ofArticle = found.get(articleId);
    if (ofArticle) ofArticle.push(path);
    else found.set(articleId, [path]);
  }
  return found;
}
