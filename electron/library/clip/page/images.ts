// Steps 6 and 10: pictures. Before extraction each becomes a plain `img` with a number, so that nothing that follows can
// take it for something else; after it, those that are left are numbered anew.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { PageImage } from '#contract/page.ts';
import { MAX_PAGE_IMAGES, MAX_TITLE_LENGTH } from '../limits.ts';
import { type ImageContext, imageSources } from './image-sources.ts';
import { showNoscripts } from './noscript.ts';
import { oneLine } from './one-line.ts';
import {
  attr,
  eachElement,
  element,
  isElement,
  type Node,
  type Parent,
  removeNodes,
  replace,
} from './tree.ts';

interface FoundImage extends PageImage {
  /** As the page gives it; NaN where it does not. */
  readonly width: number;
}

const NUMBER = /^image:(\d+)$/;

/** Gives each picture of a page a number, lazy ones and those for readers without scripts included. */
export function numberImages(document: Tree.Document, context: ImageContext): FoundImage[] {
  showNoscripts(document, context);
  const found: FoundImage[] = [];
  const dropped: Node[] = [];
  eachElement(document, (any) => {
    if (any.tagName !== 'img' && any.tagName !== 'amp-img') return true;
    const candidates = found.length < MAX_PAGE_IMAGES ? imageSources(any, context) : [];
    if (candidates.length === 0) {
      dropped.push(any);
      return false;
    }
    const alt = oneLine(attr(any, 'alt') ?? '').slice(0, MAX_TITLE_LENGTH);
    const img = element('img', { src: `image:${found.length}`, alt });
    found.push({ candidates, alt, width: Number.parseFloat(attr(any, 'width') ?? '') });
    const around = any.parentNode;
    // Its sources have been read.
    if (around && isElement(around) && around.tagName === 'picture') replace(around, img);
    else replace(any, img);
    return false;
  });
  removeNodes(dropped);
  return found;
}

/** Smaller ones are icons and portraits: nothing to stand for an article in a list. */
const LEAD_WIDTH = 200;

/**
 * Numbers the pictures that the article kept: `asset:0`, `asset:1`, …
 * @param picture address of the picture by which the page wants to be known, where it names one
 */
export function keepImages(
  article: Parent,
  found: readonly FoundImage[],
  picture: string | null,
): { images: PageImage[]; leadImage: number } {
  const images: PageImage[] = [];
  const widths: number[] = [];
  const dropped: Node[] = [];
  eachElement(article, (any) => {
    if (any.tagName !== 'img') return;
    const image = found[Number(NUMBER.exec(attr(any, 'src') ?? '')?.[1] ?? -1)];
    if (!image) {
      dropped.push(any);
      return;
    }
    const { candidates, alt, width } = image;
    any.attrs = [
      { name: 'src', value: `asset:${images.length}` },
      { name: 'alt', value: alt },
    ];
    images.push({ candidates, alt });
    widths.push(width);
  });
  removeNodes(dropped);
  const wanted = fileName(picture ?? '');
  const known =
    wanted === ''
      ? -1
      : images.findIndex(({ candidates }) =>
          candidates.some((address) => fileName(address) === wanted),
        );
  const large = widths.findIndex((width) => !(width < LEAD_WIDTH));
  return { images, leadImage: known >= 0 ? known : large };
}

/** The last part of an address, by which variants of one picture are alike. */
const fileName = (address: string): string =>
  /^data:/i.test(address) ? '' : (/([^/?#]+)(?:[?#].*)?$/s.exec(address)?.[1] ?? '');
