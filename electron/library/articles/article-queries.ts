// Answers the calls that list and show articles.
import { LibraryError } from '#contract/errors.ts';
import type { Answers, ReadContext } from '../context.ts';
import { amongOf } from './among.ts';
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
    'articles.list': ({ tag, collection, ...request }) => {
      const among = amongOf(db, tag, collection);
      if (among === undefined) return { articles: [], next: null };
      const page = findPage(db, { ...request, among });
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
        const what = article?.awaitsText ? 'was not fetched yet' : 'is missing';
        throw new LibraryError('not_found', `The text of this article ${what}.`, { uid });
      }
      return {
        uid,
        title: article.title,
        html: showImages(content.html, findImages(db, id), { places: true }),
        text: content.readerText,
        lang: article.lang,
        dir: article.dir,
      };
    },
  };
}
