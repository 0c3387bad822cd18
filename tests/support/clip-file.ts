// Files as they are handed over to be clipped.
import { articlePage } from './local-site.ts';

export function clipFile(content: string | Uint8Array, name = 'page.html') {
  const bytes = new Uint8Array(Buffer.from(content));
  return { name, bytes, companions: [], tags: [], allowHosts: [], anyway: false };
}

/** A page with enough words for a reader. */
export const articleFile = (title: string, inside = '') => clipFile(articlePage(title, inside));
