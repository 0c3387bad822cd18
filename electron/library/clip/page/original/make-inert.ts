// Makes a page inert: what runs, sends, or asks for something is taken out of its tree, what is stored is put in its place,
// and the rest stays as it was.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { resolveUrl } from '../addresses.ts';
import { type ImageContext, imageSources } from '../image-sources.ts';
import { showNoscripts } from '../noscript.ts';
import { isSheet } from '../sheets.ts';
import {
  attr,
  type Element,
  eachElement,
  element,
  isComment,
  type Node,
  rawText,
  removeNodes,
  replace,
  setAttr,
  text,
} from '../tree.ts';
import { keepAttributes, keepForeignAttributes } from './attributes.ts';
import { inertSheet } from './inert-sheet.ts';
import type { Stored } from './stored.ts';

const HTML = 'http://www.w3.org/1999/xhtml';

/**
 * Elements that run, load or hold another document, and those whose content browsers read in a way of its own: what parts
 * the trees of two parsers is how things hide.
 */
const GONE = new Set(
  (
    'script object embed applet param iframe frame frameset base template portal fencedframe audio source track ' +
    'noembed noframes plaintext bgsound mglyph malignmark'
  ).split(' '),
);
/** The same in drawings and formulas. */
const GONE_FOREIGN = new Set(
  (
    'script foreignobject set animate animatemotion animatetransform animatecolor discard handler listener iframe ' +
    'audio video canvas feimage annotation-xml mglyph malignmark'
  ).split(' '),
);

interface Surroundings {
  readonly stored: Stored;
  readonly images: ImageContext;
  /** Where the page was: links to it lead inside it. */
  readonly pageUrl: string | null;
}

export function makeInert(document: Tree.Document, around: Surroundings): void {
  showNoscripts(document, around.images);
  const gone: Node[] = document.childNodes.filter(isComment);
  eachElement(document, (any) => {
    for (const node of any.childNodes) if (isComment(node)) gone.push(node);
    const stays =
      String(any.namespaceURI) === HTML ? inertElement(any, around) : inertForeign(any, around);
    if (!stays) gone.push(any);
    return stays;
  });
  removeNodes(gone);
}

/** @returns whether it stays */
function inertElement(any: Element, around: Surroundings): boolean {
  const { stored, images } = around;
  const resolve = (address: string) => stored.at(address, images.baseUrl);
  if (GONE.has(any.tagName)) return false;
  switch (any.tagName) {
    case 'meta':
      if (attr(any, 'name')?.toLowerCase() !== 'color-scheme') return false;
      break;
    case 'link': {
      const style = styleFor(any, around);
      if (style) replace(any, style);
      return style !== null;
    }
    case 'style':
      setStyle(any, inertSheet(rawText(any), images.baseUrl, stored));
      break;
    case 'xmp':
    case 'listing':
      rename(any, 'pre');
      break;
    case 'img':
    case 'amp-img': {
      const own = attr(any, 'src') ?? '';
      const src = stored.firstOf([...imageSources(any, images), own]) ?? resolve(own);
      rename(any, 'img');
      keepAttributes(any, resolve);
      if (src !== null && !src.startsWith('#')) setAttr(any, 'src', src);
      return true;
    }
    case 'video': {
      const poster = resolve(attr(any, 'poster') ?? '');
      keepAttributes(any, resolve);
      if (poster) setAttr(any, 'poster', poster);
      return true;
    }
    case 'a':
    case 'area':
      inertLink(any, around);
      return true;
  }
  const background = attr(any, 'background');
  keepAttributes(any, resolve);
  const picture = background === null ? null : resolve(background);
  if (picture) setAttr(any, 'background', picture);
  return true;
}

function rename(any: Element, name: string): void {
  any.tagName = name;
  any.nodeName = name;
}

/** A sheet that is in the archive, in the place of the link to it. */
function styleFor(link: Element, { stored, images }: Surroundings): Element | null {
  if (!isSheet(link)) return null;
  const sheet = stored.sheet(attr(link, 'href') ?? '', images.baseUrl);
  if (!sheet) return null;
  const media = attr(link, 'media');
  const style = element('style', media === null ? {} : { media });
  setStyle(style, inertSheet(sheet.css, sheet.url, stored));
  return style;
}

/** Nothing in it may end the element, or be a tag where a browser takes the element for a drawing's. */
function setStyle(style: Element, css: string): void {
  const content = text(css.replace(/<(?=[a-z/!?])/gi, '\\3c '));
  content.parentNode = style;
  style.childNodes = [content];
}

const hrefOf = (any: Element): string => (attr(any, 'href') ?? '').trim();

/** Leads to places of the page; other addresses are told, and not gone to. */
function inertLink(link: Element, { images, pageUrl, stored }: Surroundings): void {
  const href = hrefOf(link);
  const url = resolveUrl(href, images.baseUrl);
  const place = href.startsWith('#') ? href : placeIn(url, pageUrl);
  keepAttributes(link, (address) => stored.at(address, images.baseUrl));
  if (place !== null) setAttr(link, 'href', place);
  else if (url !== null && attr(link, 'title') === null) setAttr(link, 'title', url);
}

function placeIn(url: string | null, pageUrl: string | null): string | null {
  if (url === null || pageUrl === null) return null;
  const [page, place] = url.split('#', 2);
  return place && page === pageUrl.replace(/#.*$/s, '') ? `#${place}` : null;
}

/** @returns whether it stays */
function inertForeign(any: Element, { stored, images }: Surroundings): boolean {
  const name = any.tagName.toLowerCase();
  if (GONE_FOREIGN.has(name)) return false;
  const resolve = (address: string) => stored.at(address, images.baseUrl);
  const href = hrefOf(any);
  if (name === 'style') setStyle(any, inertSheet(rawText(any), images.baseUrl, stored));
  keepForeignAttributes(any, resolve);
  const picture = name === 'image' ? stored.at(href, images.baseUrl) : null;
  if (picture !== null && !picture.startsWith('#')) setAttr(any, 'href', picture);
  else if (name !== 'a' && name !== 'image' && href.startsWith('#')) setAttr(any, 'href', href);
  return true;
}
