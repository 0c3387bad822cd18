// Answers the calls that show articles.
import { LibraryError } from '#contract/errors.ts';
import type { Answers, ReadContext } from '../context.ts';
import { findByUid } from './article-repo.ts';
import { findContent, findImages, findPdf } from './content-repo.ts';
import { articleNotFound, requireId } from './require-articles.ts';
import { showImages } from './show-images.ts';

export function articleQueries({
  db,
}: ReadContext): Answers<'articles.get' | 'articles.content' | 'articles.pdf'> {
  return {
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
