// What looks like a picture of a page and is none: what keeps its place until a script comes along, and what counts readers.
import { attr, type Element } from './tree.ts';

/** Words of file names that keep a place. A name has to be made of these and of `BESIDES` alone: there are grey herons. */
const PLACEHOLDER =
  /^(?:blank|spacer|placeholder|transparent|transp|pixel|clear|lazy(?:load(?:ing|er)?)?|ajax|loading|loader|preload(?:er)?|dummy|empty|grey|gray|white|1x1|1px|x|noimage|nopic|spinner|shim)$/i;
const BESIDES =
  /^(?:\d*|\d+x\d+|\d+px|img|image|images|pic|picture|photo|gif|png|bg|background|default|icon|thumb|small|large|square|wide|horizontal|vertical|landscape|portrait|min|new|v\d+|[0-9a-f]{8,})$/i;
const PICTURE_FILE = /([^/?#]+)\.(?:gif|png|svg|jpe?g|webp)(?:$|[?#])/i;

/** @param src as the page has it, `data:` URIs in full */
export function isPlaceholder(src: string): boolean {
  if (src === '' || /^(?:about:|#|javascript:)/i.test(src)) return true;
  // A picture of a few dozen bytes shows nothing; an inline drawing without a shape neither.
  if (/^data:image\/svg/i.test(src))
    return (
      !/(?:path|rect|circle|ellipse|line|polygon|polyline|image|text|use)\b/i.test(src) &&
      src.length < 1000
    );
  if (/^data:/i.test(src)) return src.length < 200;
  const [, name] = PICTURE_FILE.exec(src) ?? [];
  if (name === undefined) return false;
  const words = name.split(/[._-]+/);
  return (
    words.some((word) => PLACEHOLDER.test(word)) &&
    words.every((word) => PLACEHOLDER.test(word) || BESIDES.test(word))
  );
}

/** Words that a photograph may be called by as well. */
const EVERYDAY =
  /(?:^|[/._-])(?:clear|empty|gr[ae]y|white|x)[^/?#]*\.(?:avif|jpe?g|png|webp)(?:$|[?#])/i;

/** Whether what is called like a placeholder may be a picture all the same, where the page names no other: somebody says what it shows. */
export const isDescribedPhoto = (img: Element, src: string): boolean =>
  EVERYDAY.test(src) && (attr(img, 'alt') ?? '').trim() !== '';

/** Shorter ones stand blurred in the place of a picture that comes later, where the page names another as well. */
const PREVIEW_LENGTH = 6000;

export const isPreview = (src: string): boolean =>
  /^data:/i.test(src) && src.length < PREVIEW_LENGTH;

/** Addresses at which visits are counted: a word for it, and something about this one. */
const COUNTER =
  /[/._-](?:pixels?|beacons?|track(?:er|ing)?|counters?|count|impressions?|collect|analytics|matomo|piwik|stats?|hits?|tr|b|p|__utm)(?:\.(?:gif|png|php|aspx?|js))?\?[^#]*=/i;

/** Of no size, or without any where visits are counted. */
export function isTrackingPixel(img: Element): boolean {
  // There, sizes may be a proportion.
  if (img.tagName === 'amp-img' && attr(img, 'layout') !== null) return false;
  const [width, height] = [sizeOf(img, 'width'), sizeOf(img, 'height')];
  if (width <= 1 || height <= 1) return true;
  const isDescribed = !Number.isNaN(width) || (attr(img, 'alt') ?? '').trim() !== '';
  return !isDescribed && COUNTER.test(attr(img, 'src') ?? '');
}

const STYLED = {
  width: /(?:^|[;\s])width\s*:\s*([\d.]+)px/i,
  height: /(?:^|[;\s])height\s*:\s*([\d.]+)px/i,
};

/** In pixels; NaN where nothing says so. */
function sizeOf(img: Element, name: 'width' | 'height'): number {
  const style = attr(img, 'style') ?? '';
  const value = attr(img, name) ?? (style === '' ? undefined : STYLED[name].exec(style)?.[1]);
  return value === undefined || /%\s*$/.test(value) ? Number.NaN : Number.parseFloat(value);
}
