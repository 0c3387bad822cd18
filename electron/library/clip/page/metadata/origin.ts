// Where a page came from: as it says itself, as the program says that saved it, as the caller says.
import { resolveUrl, webUrl } from '../addresses.ts';
import type { Claims } from './claims.ts';
import { type JsonLdNode, textsOf } from './json-ld.ts';

export interface Origin {
  readonly sourceUrl: string | null;
  readonly canonicalUrl: string | null;
  /** What relative addresses refer to. */
  readonly baseUrl: string | null;
}

export function originOf(claims: Claims, article: JsonLdNode | null, given: string | null): Origin {
  const sourceUrl = savedFrom(claims.comments) ?? webUrl(given);
  const declared = [
    claims.canonical,
    claims.meta.get('og:url')?.[0] ?? null,
    ...(article
      ? [
          textsOf(article.fields.url)[0] ?? null,
          textsOf(article.fields.mainEntityOfPage)[0] ?? null,
        ]
      : []),
  ];
  const canonicalUrl = canonicalOf(declared, sourceUrl);
  const from = sourceUrl ?? canonicalUrl;
  const baseUrl =
    claims.base === null ? from : (resolveUrl(claims.base, from, /^https?:$/) ?? from);
  return { sourceUrl, canonicalUrl, baseUrl };
}

/**
 * The first address of the page's own that can be meant for it: some sites declare their front page on every page,
 * which would make all their articles one.
 */
function canonicalOf(declared: readonly (string | null)[], source: string | null): string | null {
  for (const address of declared) {
    const url = webUrl(address, source);
    if (!url) continue;
    const { pathname, search } = new URL(url);
    const isFront = pathname === '/' && search === '';
    if (isFront && source && new URL(source).pathname !== '/') continue;
    return url.replace(/#.*$/s, '');
  }
  return null;
}

/** Browsers write `saved from url=(0042)https://…`, SingleFile a header of several lines. */
function savedFrom(comments: readonly string[]): string | null {
  for (const comment of comments) {
    const browser = /^\s*saved from url=\(\d+\)\s*(\S+)/i.exec(comment);
    const singleFile = /^\s*Page saved with SingleFile[\s\S]{0,200}?\burl:\s*(\S+)/i.exec(comment);
    const url = webUrl(unwrapped(browser?.[1] ?? null) ?? singleFile?.[1] ?? null);
    if (url) return url;
  }
  return null;
}

/** `about:reader?url=…`, as Firefox calls a page in its reader view. */
function unwrapped(address: string | null): string | null {
  const inside = address === null ? null : /^about:reader\?url=([^&]+)/i.exec(address)?.[1];
  if (!inside) return address;
  try {
    return decodeURIComponent(inside);
  } catch {
    return address; // A bare %: it is not encoded, then, and no address either.
  }
}
