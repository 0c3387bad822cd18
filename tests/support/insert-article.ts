// Whole articles put into a library directly, for tests that are not about clipping.

import type { SafeHtml } from '#contract/types/html.ts';
import { ArticleUid } from '#contract/types/ids.ts';
import type { TagName } from '#contract/types/tag.ts';
import { insertArticle, type NewArticle } from '#library/articles/article-repo.ts';
import { insertAsset } from '#library/clip/asset-repo.ts';
import type { PackedContent } from '#library/clip/pack-content.ts';
import { insertReaderContent, insertSnapshot } from '#library/clip/snapshot-repo.ts';
import type { WriteContext } from '#library/context.ts';
import { putContentFacts } from '#library/search/content-facts.ts';
import { headingsOf } from '#library/search/headings.ts';
import { indexArticle, type SearchFields } from '#library/search/search-index.ts';
import { assetNameOf } from '#library/storage/asset-store.ts';
import { statement, transaction } from '#library/storage/database.ts';
import { addTag } from '#library/tags/tag-repo.ts';

export interface GivenArticle extends Partial<Omit<NewArticle, 'uid'>> {
  readonly text?: string;
  readonly html?: string;
  readonly packed?: PackedContent;
  readonly tags?: readonly string[];
  /**
   * False in a library of an older schema, whose index had other columns, and which counted no articles that are gone. `later`: by whoever
   * inserts many.
   */
  readonly indexed?: boolean | 'later';
}

const lastId = (db: WriteContext['db']): number =>
  statement<number>(db, 'SELECT coalesce(max(id), 0) FROM article').pluck().get() ?? 0;

type Written = { id: number; uid: ArticleUid; fields: SearchFields };

/** Everything a clip writes but the file of the original, in one transaction. */
export const insertWholeArticle = (
  context: Pick<WriteContext, 'db' | 'newUid' | 'ports'>,
  given: GivenArticle = {},
): Written => transaction(context.db, () => putWholeArticle(context, given));

/** The same within a transaction of many. */
export function putWholeArticle(
  context: Pick<WriteContext, 'db' | 'newUid' | 'ports'>,
  given: GivenArticle,
): Written {
  const {
    text = 'Some words to read.',
    html = `<p>${text}</p>`,
    packed,
    tags = [],
    indexed = true,
    ...row
  } = given;
  const { db, newUid } = context;
  const uid = ArticleUid.parse(newUid());
  const now = context.ports.clock.now();
  const original = new TextEncoder().encode(`${uid} ${html}`);
  const asset = assetNameOf(original, 'bin');
  const article: NewArticle = {
    uid,
    sourceUrl: null,
    canonicalUrl: null,
    urlKey: null,
    site: null,
    title: `Article ${uid}`,
    author: null,
    siteName: null,
    publishedAt: null,
    lang: null,
    dir: null,
    excerpt: '',
    wordCount: 4,
    leadImage: null,
    warning: null,
    savedAt: now,
    ...row,
  };
  insertAsset(db, {
    name: asset,
    byteSize: original.byteLength,
    width: null,
    height: null,
    createdAt: now,
  });
  const id = indexed ? insertArticle(db, article) : insertArticle(db, article, lastId(db) + 1);
  const snapshotId = insertSnapshot(db, {
    uid: newUid(),
    articleId: id,
    assetName: asset,
    kind: 'html',
    fileName: null,
    url: null,
    charset: 'UTF-8',
    capturedAt: now,
  });
  insertReaderContent(db, {
    articleId: id,
    snapshotId,
    extractorVersion: 1,
    normaliserVersion: 1,
    html: html as SafeHtml,
    readerText: text,
    packed,
  });
  if (indexed) putContentFacts(db, id, html as SafeHtml);
  const fields = {
    title: article.title,
    headings: headingsOf(html as SafeHtml),
    body: text,
    author: article.author ?? '',
    site: [article.siteName, article.site].filter(Boolean).join('\n'),
    note: '',
    highlight: '',
  };
  if (indexed === true) indexArticle(db, id, fields);
  for (const tag of tags) addTag(db, id, tag as TagName, { newUid, now });
  return { id, uid, fields };
}
