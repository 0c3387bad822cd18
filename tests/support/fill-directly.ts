// A library of some megabytes, so that copying it takes a while.
import { randomBytes } from 'node:crypto';
import { insertWholeArticle } from './insert-article.ts';
import { makeContext } from './make-context.ts';

/** @returns its folder; it is closed */
export async function filledLibrary(articles: number): Promise<string> {
  const context = await makeContext();
  for (let at = 0; at < articles; at++) {
    insertWholeArticle(context, { text: randomBytes(12_000).toString('base64') });
  }
  context.close();
  return context.dir;
}
