// Step 11: links become absolute, lead only where a reader may go, and are told of. Links within the page keep working.
import { MAX_PAGE_LINKS } from '../limits.ts';
import { resolveUrl } from './addresses.ts';
import { oneLine } from './one-line.ts';
import {
  attr,
  type Element,
  eachElement,
  type Parent,
  rawText,
  removeAttr,
  setAttr,
} from './tree.ts';

/** Ids of reader content begin so, and with nothing else: no page can take a name that Lectern uses itself. */
const ID_PREFIX = 'page-';
export const OUR_ID = /^page-\d{1,6}$/;

interface LinkContext {
  readonly baseUrl: string | null;
  /** Addresses of the page itself: a link to one of them with a fragment leads to a place in the page. */
  readonly pageUrls: readonly (string | null)[];
}

export function resolveLinks(
  article: Parent,
  { baseUrl, pageUrls }: LinkContext,
): { url: string; text: string }[] {
  const places = new Map<string, Element>();
  const anchors: Element[] = [];
  eachElement(article, (any) => {
    const name = attr(any, 'id') ?? (any.tagName === 'a' ? attr(any, 'name') : null);
    if (name && !places.has(name)) places.set(name, any);
    removeAttr(any, 'id');
    if (any.tagName === 'a' && attr(any, 'href') !== null) anchors.push(any);
  });

  const own = new Set([baseUrl, ...pageUrls].map((url) => url?.replace(/#.*$/s, '')));
  const ids = new Map<Element, string>();
  const links: { url: string; text: string }[] = [];
  for (const anchor of anchors) {
    const href = attr(anchor, 'href')?.trim() ?? '';
    const url = resolveUrl(href, baseUrl);
    const within =
      href.startsWith('#') || (url?.includes('#') && own.has(url.replace(/#.*$/s, '')));
    const place = within
      ? placeOf((href.startsWith('#') ? href : (url ?? '')).replace(/^[^#]*#/s, ''), places)
      : undefined;
    if (place) {
      const id = ids.get(place) ?? `${ID_PREFIX}${ids.size + 1}`;
      ids.set(place, id);
      setAttr(place, 'id', id);
      setAttr(anchor, 'href', `#${id}`);
    } else if (url && href !== '#') {
      setAttr(anchor, 'href', url);
      if (links.length < MAX_PAGE_LINKS)
        links.push({ url, text: oneLine(rawText(anchor)).slice(0, 500) });
    } else {
      // javascript: and the like: the words stay, the link goes.
      removeAttr(anchor, 'href');
    }
  }
  return links;
}

function placeOf(fragment: string, places: ReadonlyMap<string, Element>): Element | undefined {
  return places.get(fragment) ?? places.get(decoded(fragment));
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // A bare %: it is not encoded, then.
  }
}
