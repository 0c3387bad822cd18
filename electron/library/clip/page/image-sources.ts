// Where a picture can be had, of all the attributes in which pages keep addresses of pictures until a script comes along.
import { MAX_IMAGE_CANDIDATES, WANTED_IMAGE_WIDTH } from '../limits.ts';
import { resolveUrl } from './addresses.ts';
import type { FindSaved } from './archive/saved-archive.ts';
import { putBack } from './guard.ts';
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

const SRCSETS = ['srcset', 'data-srcset', 'data-lazy-srcset', 'data-original-set', 'data-src-set'];
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
];

/** Pictures that only keep a place until the real one is loaded. */
const PLACEHOLDER =
  /(?:^|[/._-])(?:blank|spacer|placeholder|transparent|pixel|clear|lazy(?:load)?|loading|loader|dummy|empty|grey|gray|1x1|x)(?:[._-][\w-]*)*\.(?:gif|png|svg|jpe?g|webp)(?:$|\?)/i;

/** @returns addresses, best first; none for what is no picture of the article */
export function imageSources(img: Element, context: ImageContext): string[] {
  if (isTrackingPixel(img)) return [];
  const src = attr(img, 'src')?.trim() ?? '';
  const own = isPlaceholder(putBack(src, context.lifted)) ? [] : [src];
  const sets = [img, ...sourcesBeside(img)].flatMap((element) =>
    SRCSETS.flatMap((name) => attr(element, name) ?? []),
  );
  const best = sets.map(bestOf).filter((address) => address !== null);
  const lazy = LAZY.flatMap((name) => attr(img, name) ?? []).filter((address) =>
    /[./]/.test(address),
  );
  const beside = context.saved ? own.flatMap((address) => companionOf(address)) : [];
  // Pictures inside the page, or beside a saved one, are there for sure; elsewhere `src` is often the smallest variant.
  const isInside = /^(?:data:|lifted:)/i.test(own[0] ?? '');
  const addresses = isInside ? [...own, ...best, ...lazy] : [...best, ...lazy, ...own];
  const inArchive = context.find ? addresses.flatMap((address) => archived(address, context)) : [];
  const found = new Set([
    ...inArchive.slice(0, 1),
    ...beside,
    ...addresses.flatMap((address) => absolute(address, context)),
  ]);
  return [...found].slice(0, MAX_IMAGE_CANDIDATES);
}

function absolute(address: string, { baseUrl, lifted }: ImageContext): string[] {
  const whole = putBack(address.trim(), lifted);
  if (/^data:/i.test(whole))
    return /^data:image\//i.test(whole) && !isPlaceholder(whole) ? [whole] : [];
  const url = resolveUrl(whole, baseUrl, /^https?:$/);
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

const companionOf = (address: string): string[] =>
  /^(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(address) ? [] : [`companion:${decodedPath(address)}`];

/** A path beside the page as the file system has it. */
function decodedPath(path: string): string {
  const bare = path.replace(/[?#].*$/s, '').replace(/^(?:\.\/)+/, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare; // A bare % in the name: it is not encoded, then.
  }
}

/** `source` elements of the `picture` that an image stands in. */
function sourcesBeside(img: Element): Element[] {
  const around = img.parentNode;
  if (!around || !isElement(around) || around.tagName !== 'picture') return [];
  return around.childNodes
    .filter((node) => isElement(node))
    .filter(({ tagName }) => tagName === 'source');
}

/** The widest picture of a srcset up to the wanted width; the narrowest where all are wider. */
function bestOf(srcset: string): string | null {
  let best: { url: string; width: number } | null = null;
  // Addresses may hold commas, but no white space; descriptors end with a comma or the list.
  for (const [, url = '', descriptor = '1x'] of srcset.matchAll(
    /(\S*[^\s,])(?:\s+(\d+(?:\.\d+)?[wx])(?:\s+\d+h)?)?\s*(?:,|$)/g,
  )) {
    const size = Number.parseFloat(descriptor);
    const width = descriptor.endsWith('x') ? size * 640 : size;
    const better =
      !best ||
      (best.width > WANTED_IMAGE_WIDTH
        ? width < best.width
        : width > best.width && width <= WANTED_IMAGE_WIDTH);
    if (better) best = { url, width };
  }
  return best?.url ?? null;
}

function isPlaceholder(src: string): boolean {
  if (src === '' || /^about:/i.test(src)) return true;
  // A picture of a few dozen bytes shows nothing; an inline drawing without a shape neither.
  if (/^data:image\/svg/i.test(src))
    return (
      !/(?:path|rect|circle|ellipse|line|polygon|polyline|image|text|use)\b/i.test(src) &&
      src.length < 1000
    );
  if (/^data:/i.test(src)) return src.length < 200;
  return PLACEHOLDER.test(src);
}

function isTrackingPixel(img: Element): boolean {
  const style = attr(img, 'style') ?? '';
  const size = (name: 'width' | 'height') => {
    const value =
      attr(img, name) ??
      new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([\\d.]+)px`, 'i').exec(style)?.[1];
    return value === undefined ? Number.NaN : Number.parseFloat(value);
  };
  return size('width') <= 1 || size('height') <= 1;
}
