// Step 9: puts the picture back that stands between a page's title and its text, where extractors cut it off.
import { parseFragment, serializeOuter, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { blocksOf } from './blocks.ts';
import { oneLine } from './one-line.ts';
import {
  attr,
  type Element,
  eachElement,
  isElement,
  namesOf,
  type Parent,
  rawText,
} from './tree.ts';

const BESIDE = /related|sidebar|teaser|widget|promo|advert|author|avatar|logo|share|comment/;

/** More words than that, and a figure is more than a picture with its caption. */
const LONGEST_CAPTION = 600;

export function restoreLeadPicture(document: Tree.Document, article: Parent): void {
  const kept = new Set<string>();
  eachElement(article, (any) => {
    if (any.tagName === 'img') kept.add(attr(any, 'src') ?? '');
  });
  if (!hasOther(document, kept)) return;
  const start = blocksOf(article).find(({ words }) => words >= 12)?.text;
  const figure = start ? figureBefore(document, start) : null;
  if (!figure || imagesIn(figure).some((src) => kept.has(src))) return;
  const [lead] = parseFragment(serializeOuter(figure)).childNodes;
  if (!lead) return;
  lead.parentNode = article;
  article.childNodes.unshift(lead);
}

/** Whether there is a figure at all whose picture the article has not. */
function hasOther(document: Tree.Document, kept: ReadonlySet<string>): boolean {
  let found = false;
  eachElement(document, (any) => {
    found ||= any.tagName === 'figure' && imagesIn(any).some((src) => !kept.has(src));
    return !found;
  });
  return found;
}

/** The first figure after the page's heading, if it comes before the words that the article starts with. */
function figureBefore(document: Tree.Document, start: string): Element | null {
  let heading = false;
  let figure: Element | null = null;
  let isOver = false;
  eachElement(document, (any) => {
    if (isOver) return false;
    if (any.tagName === 'h1') heading = true;
    if (any.tagName === 'aside' || any.tagName === 'footer' || BESIDE.test(namesOf(any)))
      return rawText(any).length > LONGEST_CAPTION;
    if (
      any.tagName === 'figure' &&
      heading &&
      !figure &&
      imagesIn(any).length === 1 &&
      rawText(any).length < LONGEST_CAPTION
    ) {
      figure = any;
      return false;
    }
    isOver =
      any.childNodes.every((node) => !isElement(node) || !CONTAINERS.has(node.tagName)) &&
      oneLine(rawText(any)) === start;
    return !isOver;
  });
  return isOver ? figure : null;
}

const CONTAINERS = new Set([
  'div',
  'p',
  'section',
  'article',
  'main',
  'header',
  'ul',
  'ol',
  'table',
  'figure',
]);

function imagesIn(root: Element): string[] {
  const found: string[] = [];
  eachElement(root, (any) => {
    if (any.tagName === 'img') found.push(attr(any, 'src') ?? '');
  });
  return found;
}
