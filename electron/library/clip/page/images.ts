// Step 8a: pictures become `asset:N`, with the places where each can be had.
import type { PageImage } from '#contract/page.ts';
import { MAX_IMAGE_CANDIDATES, MAX_PAGE_IMAGES, MAX_TITLE_LENGTH } from '../limits.ts';
import { resolveUrl } from './addresses.ts';
import { putBack } from './guard.ts';
import { oneLine } from './one-line.ts';
import { attr, type Element, eachElement, type Parent, remove } from './tree.ts';

export interface ImageContext {
  readonly baseUrl: string | null;
  readonly lifted: readonly string[];
  /** Whether the page is a file with others saved beside it. */
  readonly saved: boolean;
}

export function resolveImages(article: Parent, context: ImageContext): PageImage[] {
  const images: PageImage[] = [];
  const dropped: Element[] = [];
  eachElement(article, (element) => {
    if (element.tagName !== 'img') return;
    const candidates = candidatesOf(element, context);
    if (candidates.length === 0 || images.length >= MAX_PAGE_IMAGES) {
      dropped.push(element);
      return;
    }
    const alt = oneLine(attr(element, 'alt') ?? '').slice(0, MAX_TITLE_LENGTH);
    element.attrs = [
      { name: 'src', value: `asset:${images.length}` },
      { name: 'alt', value: alt },
    ];
    images.push({ candidates, alt });
  });
  for (const element of dropped) remove(element);
  return images;
}

function candidatesOf(img: Element, context: ImageContext): string[] {
  const src = putBack(attr(img, 'src') ?? '', context.lifted);
  const url = resolveUrl(src, context.baseUrl, /^(?:https?|data):$/);
  return url ? [url].slice(0, MAX_IMAGE_CANDIDATES) : [];
}
