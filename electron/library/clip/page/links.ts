// Step 8b: links become absolute, lead only where a reader may go, and are told of.

import { MAX_PAGE_LINKS } from '../limits.ts';
import { resolveUrl } from './addresses.ts';
import { oneLine } from './one-line.ts';
import { attr, eachElement, type Parent, rawText, removeAttr, setAttr } from './tree.ts';

export function resolveLinks(
  article: Parent,
  baseUrl: string | null,
): { url: string; text: string }[] {
  const links: { url: string; text: string }[] = [];
  eachElement(article, (element) => {
    const href = element.tagName === 'a' ? attr(element, 'href') : null;
    if (href === null) return;
    const url = resolveUrl(href, baseUrl);
    if (!url) return removeAttr(element, 'href');
    setAttr(element, 'href', url);
    if (links.length < MAX_PAGE_LINKS)
      links.push({ url, text: oneLine(rawText(element)).slice(0, 500) });
    return;
  });
  return links;
}
