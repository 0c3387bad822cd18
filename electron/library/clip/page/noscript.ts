// Without scripts a page shows what stands in `noscript`. If that is pictures alone, they are the pictures that a script
// would have put in the place of the ones beside them.
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import {
  type ImageContext,
  imageSources,
  isLazy,
  NOSCRIPT_SET,
  NOSCRIPT_SRC,
  pictureName,
} from './image-sources.ts';
import { wholeSet } from './source-set.ts';
import {
  attr,
  type Element,
  eachElement,
  isElement,
  isText,
  type Node,
  rawText,
  removeNodes,
  setAttr,
} from './tree.ts';

/** Opens each `noscript` with pictures, and takes the others out: what else they hold says that scripts are needed. */
export function showNoscripts(document: Tree.Document, context: ImageContext): void {
  const dropped: Node[] = [];
  eachElement(document, (any) => {
    if (any.tagName === 'noscript') show(any, context, dropped);
  });
  removeNodes(dropped);
}

/** Quicker than a tree of it; most hold a counter or a sentence. */
const MAY_SHOW = /<(?:amp-img|image|img)/i;

function show(noscript: Element, context: ImageContext, dropped: Node[]): void {
  const markup = noscript.childNodes.map((node) => (isText(node) ? node.value : '')).join('');
  if (!MAY_SHOW.test(markup)) {
    dropped.push(noscript);
    return;
  }
  const inside = parseFragment(markup);
  const pictures: Element[] = [];
  eachElement(inside, (any) => {
    if (isImage(any) && imageSources(any, context).length > 0) pictures.push(any);
  });
  const [only] = pictures;
  if (!only || rawText(inside).trim() !== '') {
    dropped.push(noscript);
    return;
  }
  const twin = pictures.length === 1 ? twinOf(only, noscript, context) : null;
  if (twin) {
    // The one that scripts would fill in often names the larger ones; it learns of this one as well.
    setAttr(twin, NOSCRIPT_SRC, attr(only, 'src') ?? '');
    setAttr(twin, NOSCRIPT_SET, wholeSet(only));
    if (!attr(twin, 'alt')?.trim()) setAttr(twin, 'alt', attr(only, 'alt') ?? '');
    dropped.push(noscript);
    return;
  }
  noscript.tagName = 'span';
  noscript.nodeName = 'span';
  noscript.attrs = [];
  noscript.childNodes = pictures.map(withPicture);
  for (const picture of noscript.childNodes) picture.parentNode = noscript;
}

/** A picture's sources stand beside it. */
function withPicture(img: Element): Element {
  const around = img.parentNode;
  return around && isElement(around) && around.tagName === 'picture' ? around : img;
}

/** The image beside a `noscript` that is the same picture. */
function twinOf(inside: Element, noscript: Element, context: ImageContext): Element | null {
  const before = imageAt(siblingOf(noscript, -1));
  if (before && isTwin(before, inside, context)) return before;
  const after = imageAt(siblingOf(noscript, 1));
  return after && isLazy(after, context) && isSame(after, inside, context) ? after : null;
}

const isTwin = (image: Element, inside: Element, context: ImageContext): boolean =>
  isLazy(image, context) || isSame(image, inside, context);

function isSame(image: Element, inside: Element, context: ImageContext): boolean {
  const names = new Set(imageSources(inside, context).map(pictureName));
  const own = imageSources(image, context).map(pictureName);
  return own.some((name) => name !== '' && names.has(name));
}

function siblingOf(node: Node, step: 1 | -1): Node | null {
  const siblings = node.parentNode?.childNodes ?? [];
  for (let at = siblings.indexOf(node) + step; at >= 0 && at < siblings.length; at += step) {
    const sibling = siblings[at] as Node;
    if (!isText(sibling) || sibling.value.trim() !== '') return sibling;
  }
  return null;
}

/** An image, or the only one in a box around it. */
function imageAt(node: Node | null): Element | null {
  if (!node || !isElement(node)) return null;
  if (isImage(node)) return node;
  const images: Element[] = [];
  eachElement(node, (any) => {
    if (isImage(any)) images.push(any);
  });
  const [only] = images;
  return images.length === 1 && only && rawText(node).trim() === '' ? only : null;
}

const isImage = ({ tagName }: Element): boolean => tagName === 'img' || tagName === 'amp-img';
