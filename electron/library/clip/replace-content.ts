// The one way in which the content of an article becomes another: what is derived from it follows, and the reader's
// highlights stay at their words.
import { LibraryError } from '#contract/errors.ts';
import type { ParsedPage } from '#contract/page.ts';
import { findDescription, updateContentFacts } from '../articles/article-repo.ts';
import { setEditsIn } from '../blocks/edit-repo.ts';
import { type FindPlace, placeFinder, reanchor } from '../highlights/reanchor.ts';
import { reindexArticle } from '../search/reindex-article.ts';
import type { WriteDb } from '../storage/database.ts';
import { type ArticleContent, deleteContent, insertContent } from './article-content.ts';
import type { GatheredImage } from './gather-images.ts';
import { EXTRACTOR_VERSION } from './page/extractor-version.ts';

export interface NewContent extends ArticleContent {
  readonly facts: Pick<ParsedPage, 'excerpt' | 'wordCount' | 'lang' | 'dir' | 'warning'>;
  /** Position among the images. */
  readonly leadImage: number | null;
  /** Which edits of its reader went into it: a key as `editsKeyOf` makes it. */
  readonly edits: string;
}

/** A page as it was read with the edits of its article. */
export interface EditedPage extends ParsedPage {
  readonly editsKey: string;
}

/** @param images of the page, by position */
export function contentOf(page: EditedPage, images: readonly GatheredImage[]): NewContent {
  const { html, readerText, links, excerpt, wordCount, lang, dir, warning } = page;
  const leadImage = page.leadImage >= 0 ? page.leadImage : null;
  return {
    html,
    readerText,
    links,
    images,
    leadImage,
    edits: page.editsKey,
    facts: { excerpt, wordCount, lang, dir, warning },
  };
}

/**
 * Part of a transaction; `placesAhead` does the slow part of it before. Title, author, site and dates stay: they are the article's, and may be its reader's by now.
 * @returns how many of its highlights have a place in the new text, and how many have none
 */
export function replaceContent(
  db: WriteDb,
  target: {
    readonly articleId: number;
    readonly snapshotId: number;
    readonly extractorVersion?: number;
  },
  content: NewContent,
  now: number,
  find: FindPlace = placeFinder(content.readerText),
): { placed: number; lost: number } {
  const { articleId, ...made } = target;
  const article = findDescription(db, articleId);
  if (!article) throw new LibraryError('not_found', 'This article is not in the library any more.');
  deleteContent(db, articleId);
  insertContent(db, { id: articleId, urlKey: article.urlKey, ...made }, content, now);
  const { snapshotId, extractorVersion = EXTRACTOR_VERSION } = made;
  setEditsIn(db, { snapshotId, extractorVersion }, content.edits);
  updateContentFacts(db, articleId, { ...content.facts, leadImage: content.leadImage }, now);
  reindexArticle(db, articleId);
  return reanchor(db, articleId, find);
}
