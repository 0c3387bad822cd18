// Where a page belongs: its canonical URL when that can be believed, else where it came from.
import { getDomain } from 'tldts';
import { parseHttpUrl, siteOf, urlKey } from './url-key.ts';

export interface PageAddress {
  readonly sourceUrl: string | null;
  readonly canonicalUrl: string | null;
  /** Null where nothing names the page. */
  readonly urlKey: string | null;
  readonly site: string | null;
}

/** @param page as the page reader found them: foreign words, both of them */
export function addressOf(page: {
  readonly sourceUrl: string | null;
  readonly canonicalUrl: string | null;
}): PageAddress {
  const source = page.sourceUrl === null ? null : parseHttpUrl(page.sourceUrl);
  const named = page.canonicalUrl === null ? null : parseHttpUrl(page.canonicalUrl);
  const canonical = named !== null && isBelievable(named, source) ? named : null;
  const best = canonical ?? source;
  // Nothing but a page's own word that it is the front page: good to know, not enough to tell pages apart by.
  const isNamed = best !== null && (source !== null || !isFrontPage(best));
  return {
    sourceUrl: source?.href ?? null,
    canonicalUrl: canonical?.href ?? null,
    urlKey: isNamed ? urlKey(best.href) : null,
    site: best && siteOf(best.href),
  };
}

/**
 * A canonical URL joins articles, so a wrong one hides a page for good: it counts within the same site only, and
 * not when it names the front page for a page that is another (a common mistake, which would make one of all
 * articles of a site).
 */
function isBelievable(canonical: URL, source: URL | null): boolean {
  if (source === null) return true;
  return sameSite(canonical, source) && (!isFrontPage(canonical) || isFrontPage(source));
}

/** The same registrable domain; names that have none (localhost, addresses) have to be the same. */
function sameSite(a: URL, b: URL): boolean {
  const domainOf = (url: URL) => getDomain(url.hostname, { allowPrivateDomains: true });
  const domain = domainOf(a);
  return domain === null ? a.hostname === b.hostname : domain === domainOf(b);
}

const isFrontPage = (url: URL): boolean => !/[/?]/.test(urlKey(url.href) ?? '');
