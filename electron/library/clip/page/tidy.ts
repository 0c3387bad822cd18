// Step 13: leaves of the structure what a reader can see. Pages wrap a paragraph ten deep, and leave empty boxes behind.
import { BLOCK_ATTRIBUTE, OUR_ATTRIBUTE } from './allow-list.ts';
import { isBlock } from './blocks.ts';
import {
  attr,
  type Element,
  eachElement,
  isComment,
  isElement,
  isText,
  type Node,
  type Parent,
  rawText,
  removeNodes,
  unwrapAll,
} from './tree.ts';

/** Shown although they hold no text. */
const SHOWN = new Set(['img', 'hr', 'br', 'wbr', 'td', 'th', 'col']);
/** Containers that say nothing by themselves. */
const BARE = new Set([
  'div',
  'section',
  'article',
  'main',
  'span',
  'font',
  'center',
  'header',
  'footer',
]);

export function tidy(article: Parent): void {
  dropHeadingMarks(article);
  collapseSpace(article);
  dropEmpty(article);
  dropWrappers(article);
}

/** Links of a heading to itself: `#`, `¶`. */
function dropHeadingMarks(article: Parent): void {
  const marks: Node[] = [];
  eachElement(article, (any) => {
    if (
      any.tagName !== 'a' ||
      !/^[#¶§🔗\s]*$/u.test(rawText(any)) ||
      any.childNodes.some(isElement)
    )
      return;
    for (let up: Parent | null = any.parentNode; up && isElement(up); up = up.parentNode)
      if (/^h[1-6]$/.test(up.tagName)) marks.push(any);
  });
  removeNodes(marks);
}

/** The indentation of the source: as a browser shows it, and a third of the bytes of many a page. */
function collapseSpace(article: Parent): void {
  const inPre = new Set<Parent>();
  const visit = (parent: Parent) => {
    if (inPre.has(parent)) return;
    const betweenBlocks = parent.childNodes.some(isBlock);
    for (const node of parent.childNodes) {
      if (!isText(node)) continue;
      const collapsed = node.value.replace(/[ \t\n\r\f]+/g, ' ');
      node.value = betweenBlocks && collapsed === ' ' ? '\n' : collapsed;
    }
    if (betweenBlocks || !isElement(parent) || !isBlock(parent)) return;
    const [first, last] = [parent.childNodes[0], parent.childNodes.at(-1)];
    if (first && isText(first)) first.value = first.value.trimStart();
    if (last && isText(last)) last.value = last.value.trimEnd();
  };
  visit(article);
  eachElement(article, (any) => {
    if (any.tagName === 'pre' || (any.parentNode && inPre.has(any.parentNode))) inPre.add(any);
    visit(any);
  });
}

function dropEmpty(article: Parent): void {
  const elements: Element[] = [];
  eachElement(article, (any) => elements.push(any));
  // From the last to the first, so that children are judged before their parents.
  for (const any of elements.reverse()) any.childNodes = any.childNodes.filter(hasContent);
  article.childNodes = article.childNodes.filter(hasContent);
}

/** Text, something to see, or a place that a link leads to. */
function hasContent(node: Node): boolean {
  if (isText(node)) return node.value !== '';
  if (isComment(node) || !isElement(node)) return false;
  if (SHOWN.has(node.tagName) || attr(node, 'id') !== null) return true;
  return node.childNodes.some((child) => !isText(child) || child.value.trim() !== '');
}

/** Unwraps containers that say nothing: around blocks, and `span`s without an attribute that is kept. */
function dropWrappers(article: Parent): void {
  const wrappers = new Set<Element>();
  eachElement(article, (any) => {
    if (!BARE.has(any.tagName) || KEPT.some((name) => attr(any, name) !== null)) return;
    if (any.tagName === 'span' || any.tagName === 'font') wrappers.add(any);
    else if (any.childNodes.some(isBlock) && any.childNodes.every(isBlockOrSpace))
      wrappers.add(any);
  });
  unwrapAll(article, wrappers);
}

const KEPT = [OUR_ATTRIBUTE, BLOCK_ATTRIBUTE, 'id', 'dir', 'lang'];
const isBlockOrSpace = (node: Node): boolean =>
  isBlock(node) || (isText(node) && node.value.trim() === '');
