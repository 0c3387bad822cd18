// Answers the calls that list and show articles.
import { LibraryError } from '#contract/errors.ts';
import type { Answers, ReadContext } from '../context.ts';
import { findTag } from '../tags/tag-repo.ts';
import { findByUid, findSummaries } from './article-repo.ts';
import { findContent, findImages, findPdf } from './content-repo.ts';
import { findCounts, findPage } from './list-repo.ts';
import { articleNotFound, requireId } from './require-articles.ts';
import { showImages } from './show-images.ts';

export function articleQueries({
  db,
}: ReadContext): Answers<
  'articles.list' | 'articles.counts' | 'articles.get' | 'articles.content' | 'articles.pdf'
> {
  return {
    'articles.list': ({ list, tag, sort, after, limit }) => {
      const found = tag === undefined ? null : findTag(db, tag);
      if (tag !== undefined && !found) return { articles: [], next: null };
      const page = findPage(db, { list, sort, tagId: found?.id ?? null, after, limit });
      return { articles: findSummaries(db, page.ids), next: page.next };
    },

    'articles.counts': () => findCounts(db),

    'articles.get': ({ uid }) => {
      const article = findByUid(db, uid);
      if (!article) throw articleNotFound(uid);
      return article;
    },

    'articles.pdf': ({ uid }) => {
      const asset = findPdf(db, requireId(db, uid));
      if (!asset) throw new LibraryError('not_found', 'This article has no pages.', { uid });
      return { asset };
    },

    'articles.content': ({ uid }) => {
      const id = requireId(db, uid);
      const article = findByUid(db, uid);
      const content = findContent(db, id);
      if (!article || !content) {
        throw new LibraryError('not_found', 'The text of this article is missing.', { uid });
      }
      return {
        uid,
        title: article.title,
        html: showImages(content.html, findImages(db, id)),
        text: content.readerText,
        lang: article.lang,
        dir: article.dir,
      };
    },
  };
}
