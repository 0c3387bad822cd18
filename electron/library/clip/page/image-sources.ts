// Where a picture can be had, of all the attributes in which pages keep addresses of pictures until a script comes along.
import { MAX_IMAGE_CANDIDATES, MAX_URL_LENGTH, WANTED_IMAGE_WIDTH } from '../limits.ts';
import { resolveUrl } from './addresses.ts';
import type { FindSaved } from './archive/saved-archive.ts';
import { companionOf, companionOfStray } from './beside-page.ts';
import { putBack } from './guard.ts';
import { isDescribedPhoto, isPlaceholder, isPreview, isTrackingPixel } from './no-picture.ts';
import { allVariants, bestVariants } from './source-set.ts';
import { attr, type Element, isElement } from './tree.ts';

export interface ImageContext {
  readonly baseUrl: string | null;
  /** `data:` URIs that were lifted out of the markup. */
  readonly lifted: readonly string[];
  /** Whether the page is a file that may have others saved beside it. */
  readonly saved: boolean;
  /** Of a page that came in an archive with its files. */
  readonly find?: FindSaved;
}

/** What a window showed there; put there by whoever clips a page as it stands in a window. */
export const SHOWN_SRC = 'lectern-shown';

/** The address for readers without scripts, put beside the one for the others (`noscript.ts`). */
export const NOSCRIPT_SRC = 'noscript-src';
export const NOSCRIPT_SET = 'noscript-srcset';

/** In these an address need not look like a picture's. */
const LAZY = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-lazy',
  'data-original-src',
  'data-actualsrc',
  'data-hi-res-src',
  'data-img-src',
  'data-image',
  'data-url',
  'data-echo',
  'data-full-src',
  'data-large-src',
  'data-orig-file',
  'data-large-file',
  'data-canonical-src',
  'data-pin-media',
  'data-cfsrc',
  'data-ezsrc',
  'data-orig-src',
  'data-delayed-url',
  'data-defer-src',
  'data-lazyload',
  'data-src-large',
  NOSCRIPT_SRC,
];

/** Further attributes that may hold one, where it does. */
const OTHER = /^data-|^file$|src$|^(?:_|real|lazy|load(?:ing)?|zoom)[_-]/;
/** Smaller ones, other pictures, and what programs that save pages note of a picture that they have saved. */
const NOT_IT =
  /thumb|place|low|lqip|blur|tiny|small|preview|fallback|error|avatar|icon|title|name|alt|caption|link|page|sf-|hover|srcset/;
const LOOKS_LIKE_PICTURE =
  /^(?:https?:)?[^\s"'<>:]*\/[^\s"'<>]*\.(?:jpe?g|png|webp|avif|gif)(?:$|[?#!])/i;

/** @returns addresses, best first; none for what is no picture of the article */
export function imageSources(img: Element, context: ImageContext): string[] {
  if (isTrackingPixel(img)) return [];
  const src = attr(img, 'src')?.trim() ?? '';
  const shown = putBack(src, context.lifted);
  const best = bestVariants(img);
  const lazy = lazyAddresses(img);
  const isAlone = best.length + lazy.length === 0;
  const own = isPlaceholder(shown) && !(isAlone && isDescribedPhoto(img, shown)) ? [] : [src];
  const larger = isAlone ? linkedPicture(img, src) : [];
  // Pictures inside the page, or beside a saved one, are there for sure; elsewhere `src` is often the smallest variant.
  const isInside = /^data:/i.test(shown) && !(isPreview(shown) && !isAlone);
  const others = [...best, ...lazy, ...larger];
  const addresses = isInside ? [...own, ...others] : [...others, ...own];
  const inside = isInside ? absolute(src, context) : [];
  const elsewhere = addresses.flatMap((address) => absolute(address, context));
  const found = new Set([
    ...absolute(attr(img, SHOWN_SRC) ?? '', context),
    ...addresses.flatMap((address) => archived(address, context)).slice(0, 1),
    ...inside,
    ...besidePage(img, [...lazy, ...larger], own, context),
    ...[...new Set(elsewhere)].slice(0, MAX_IMAGE_CANDIDATES),
  ]);
  // A part of an archive that is not in it: missing all the same.
  const isLost = found.size === 0 && /^cid:/i.test(src);
  return isLost ? [`companion:${src}`] : [...found];
}

/** Programs that save pages name in `src` what they saved, or leave all as it was; of a set, one size may be there alone. */
function besidePage(
  img: Element,
  others: readonly string[],
  own: readonly string[],
  { saved, baseUrl }: ImageContext,
): string[] {
  if (!saved && baseUrl !== null) return [];
  // Without an address it is all that can be said of a picture, and enough for telling that it is missing.
  const at = baseUrl === null ? companionOfStray : companionOf;
  const paths = (addresses: readonly string[]) => addresses.flatMap((one) => at(one.trim()));
  const rest = [...new Set(paths([...allVariants(img), ...others]))];
  return [...rest.slice(0, MAX_IMAGE_CANDIDATES - own.length), ...paths(own)];
}

/** Whether an image shows nothing until a script has given it an address. */
export const isLazy = (img: Element, { lifted }: ImageContext): boolean => {
  const src = putBack(attr(img, 'src')?.trim() ?? '', lifted);
  return isPlaceholder(src) || isPreview(src);
};

/** The name of a picture's file without what says which size of it this is; empty where it has none. */
export function pictureName(address: string): string {
  const [, name = ''] = /([^/?#]{1,300})\/?(?:[?#].*)?$/s.exec(address) ?? [];
  if (/^(?:data|lifted):/i.test(address)) return '';
  return name
    .replace(/\.[a-z]{3,4}$/i, '')
    .replace(/(?:[-_@.](?:\d+x\d*|x\d+|\d+w|\d+px|scaled|small|medium|large|thumb|full))+$/i, '')
    .toLowerCase();
}

function lazyAddresses(img: Element): string[] {
  const known = LAZY.flatMap((name) => attr(img, name) ?? []).filter((address) =>
    /[./]/.test(address),
  );
  const others = img.attrs
    .filter(({ name }) => OTHER.test(name) && !NOT_IT.test(name) && !LAZY.includes(name))
    .filter(({ name, value }) => name !== 'src' && value.length <= MAX_URL_LENGTH)
    .map(({ value }) => value.trim())
    .filter((value) => LOOKS_LIKE_PICTURE.test(value));
  return [...known, ...others].flatMap((address) => filledIn(address, img));
}

/** Some scripts put the width in that the window needs. What else stands in braces is nothing that we know. */
function filledIn(address: string, img: Element): string[] {
  const widths = (attr(img, 'data-widths') ?? '').match(/\d+/g)?.map(Number) ?? [];
  const width = Math.max(0, ...widths.filter((wide) => wide <= WANTED_IMAGE_WIDTH)) || 1200;
  const whole = fromJson(address).replace(/\{width\}|%7Bwidth%7D/gi, String(width));
  return /[{}]/.test(whole) ? [] : [whole];
}

/** `{"default":{"src":"//…","w":"80"}}`: the first address in it; what is no JSON stays as it is. */
function fromJson(text: string): string {
  if (!/^\s*[{[]\s*["{[]/.test(text)) return text;
  const [, address] = /"(?:src|url|default)"\s*:\s*"([^"]+)"/.exec(text) ?? [];
  return address?.replaceAll('\\/', '/') ?? text;
}

/** A picture shown small that leads to itself in large. */
function linkedPicture(img: Element, src: string): string[] {
  const around = img.parentNode;
  if (!around || !isElement(around) || around.tagName !== 'a') return [];
  const href = attr(around, 'href')?.trim() ?? '';
  const name = pictureName(src);
  const isLarger = href !== src && name !== '' && pictureName(href) === name;
  return isLarger && /\.(?:jpe?g|png|webp|avif|gif)(?:$|[?#])/i.test(href) ? [href] : [];
}

function absolute(address: string, { baseUrl, lifted }: ImageContext): string[] {
  const whole = putBack(address.trim(), lifted);
  if (/^data:/i.test(whole))
    return /^data:image\//i.test(whole) && !isPlaceholder(whole) ? [whole] : [];
  const isOfAnyScheme = baseUrl === null && whole.startsWith('//');
  const url = resolveUrl(isOfAnyScheme ? `https:${whole}` : whole, baseUrl, /^https?:$/);
  return url ? [url] : [];
}

/** As it stands, or as the page's base has it: archives name their files in both ways. */
function archived(address: string, { baseUrl, find }: ImageContext): string[] {
  const trimmed = address.trim();
  if (!find || trimmed === '') return [];
  const whole = resolveUrl(trimmed, baseUrl, /^https?:$/);
  const file = find(trimmed) ?? (whole === null ? null : find(whole));
  return file === null ? [] : [file];
}
