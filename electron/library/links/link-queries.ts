// Answers the calls about links: to articles that are saved, from them, and to pages that are not.
import { LibraryError } from '#contract/errors.ts';
import type { SavedLink } from '#contract/types/link.ts';
import { findContent } from '../articles/content-repo.ts';
import { requireId } from '../articles/require-articles.ts';
import { urlKey } from '../clip/url-key.ts';
import type { Answers, ReadContext } from '../context.ts';
import { hrefsOf } from './hrefs.ts';
import { countLinkers, findByUrlKeys, findLinkers } from './link-repo.ts';
import { findWanted } from './wanted-repo.ts';

export function linkQueries({
  db,
}: ReadContext): Answers<'links.ofArticle' | 'links.to' | 'links.wanted'> {
  return {
    'links.ofArticle': ({ uid }) => {
      const id = requireId(db, uid);
      // From the content and not from the table, which keeps one spelling of an address for all that mean the same page.
      const content = findContent(db, id);
      const hrefs = content ? hrefsOf(content.html) : [];
      const keys = new Map(hrefs.map((url) => [url, urlKey(url)]));
      const saved = findByUrlKeys(
        db,
        [...new Set(keys.values())].filter((key) => key !== null),
      );
      const links: SavedLink[] = [];
      for (const [url, key] of keys) {
        const target = key === null ? undefined : saved.get(key);
        if (target && target.id !== id) links.push({ url, article: target.article });
      }
      return links;
    },

    'links.to': ({ uid, after, limit }) => {
      const id = requireId(db, uid);
      const linkers = findLinkers(db, id, readCursor(after), limit + 1);
      const shown = linkers.slice(0, limit);
      const last = shown.at(-1);
      return {
        links: shown.map(({ article, text }) => ({ article, text })),
        next: last && linkers.length > limit ? String(last.id) : null,
        total: countLinkers(db, id),
      };
    },

    'links.wanted': ({ after, limit }) => findWanted(db, after, limit),
  };
}

function readCursor(after: string | undefined): number {
  if (after === undefined) return Number.MAX_SAFE_INTEGER;
  if (/^\d{1,15}$/.test(after)) return Number(after);
  throw new LibraryError('invalid_input', 'This page does not belong to this list.');
}
