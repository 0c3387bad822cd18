// The pictures of a `srcset`, and which of them is the largest that is of use on a screen.
import { WANTED_IMAGE_WIDTH } from '../limits.ts';
import { attr, type Element, isElement } from './tree.ts';

interface Variant {
  readonly url: string;
  /** Pixels, as far as the page tells. */
  readonly width: number;
}

const NAMED_SETS = ['srcset', 'data-original-set', 'data-bgset'];
const SET = /^(?:data-|noscript-)[\w-]*src-?set$/;

/** Pictures of a kind that is stored. */
const KEPT_TYPE = /^image\/(?:avif|webp|a?png|jpe?g|gif|svg\+xml|bmp|x-icon)$/i;
/** For another reader than ours. */
const OTHER_MEDIA = /\bprint\b|prefers-color-scheme:\s*dark|orientation:\s*portrait/i;

/** The best of each set of a picture, the one to try first in front. */
export const bestVariants = (img: Element): string[] =>
  addressesOf(variantsOf(img).flatMap((set) => bestOf(set) ?? []));

/** All of each set, likewise. */
export const allVariants = (img: Element): string[] => addressesOf(variantsOf(img).flat());

const addressesOf = (variants: Variant[]): string[] =>
  variants.sort(betterFirst).map(({ url }) => url);

/** By set. */
const variantsOf = (img: Element): Variant[][] =>
  [img, ...sourcesBeside(img)].flatMap((from) => {
    const width = widthOf(from) ?? widthOf(img) ?? USUAL_WIDTH;
    return setsOf(from).map((set) => readSet(set, width));
  });

/** All sets of a picture in one. */
export const wholeSet = (img: Element): string =>
  [img, ...sourcesBeside(img)].flatMap(setsOf).join(', ');

const setsOf = ({ attrs }: Element): string[] =>
  attrs
    .filter(({ name, value }) => (NAMED_SETS.includes(name) || SET.test(name)) && value !== '')
    .map(({ value }) => value);

/** `source` elements of the `picture` that an image stands in, of those that show it to us. */
function sourcesBeside(img: Element): Element[] {
  const around = img.parentNode;
  if (!around || !isElement(around) || around.tagName !== 'picture') return [];
  return around.childNodes.filter(isElement).filter((source) => {
    if (source.tagName !== 'source' || OTHER_MEDIA.test(attr(source, 'media') ?? '')) return false;
    const type = attr(source, 'type')?.trim() ?? '';
    return type === '' || KEPT_TYPE.test(type);
  });
}

/** Of a picture that is shown at one size; what a text is set to is about as wide. */
const USUAL_WIDTH = 640;

/** What a source says of its size: by itself, or by the windows that it is for. */
function widthOf(source: Element): number | null {
  const given = Number.parseFloat(attr(source, 'width') ?? '');
  if (given > 1) return given;
  const [, media] = /width\s*[:<>]=?\s*(\d+)(?:px|\b)/i.exec(attr(source, 'media') ?? '') ?? [];
  return media === undefined ? null : Math.min(Number(media), WANTED_IMAGE_WIDTH);
}

/**
 * Addresses may hold commas, but no white space; descriptors end with a comma or the list. In one pass, as the standard has
 * it: one expression over all of a hostile list takes time by its square.
 * @param baseWidth in pixels, of what is described as `1x` or not at all
 */
function readSet(set: string, baseWidth: number): Variant[] {
  const variants: Variant[] = [];
  let url = '';
  let width = baseWidth;
  const end = () => {
    if (url !== '') variants.push({ url, width });
    url = '';
    width = baseWidth;
  };
  for (const [word] of set.matchAll(/\S+/g)) {
    if (url !== '') {
      // `2x,next.jpg` without a space between.
      const [descriptor = '', ...rest] = word.split(',');
      const size = Number.parseFloat(descriptor);
      if (/^\d+(?:\.\d+)?w$/.test(descriptor)) width = size;
      if (/^\d+(?:\.\d+)?x$/.test(descriptor)) width = baseWidth * size;
      if (!word.includes(',')) continue;
      end();
      url = rest.join(',');
    } else url = word;
    if (url.endsWith(',')) {
      url = url.replace(/,{1,9}$/, '');
      end();
    }
  }
  end();
  return variants;
}

function bestOf(variants: readonly Variant[]): Variant | null {
  let best: Variant | null = null;
  for (const variant of variants) {
    if (best === null || betterFirst(variant, best) < 0) best = variant;
  }
  return best;
}

/** The widest up to the wanted width; of those that are wider, the narrowest. */
function betterFirst(a: Variant, b: Variant): number {
  const [aFits, bFits] = [a.width <= WANTED_IMAGE_WIDTH, b.width <= WANTED_IMAGE_WIDTH];
  if (aFits !== bFits) return aFits ? -1 : 1;
  return aFits ? b.width - a.width : a.width - b.width;
}
