// Step 8: finds the article among everything else on the page. Readability on linkedom, over a tree that parse5 built.
import { Readability } from '@mozilla/readability';
import {
  parseFragment,
  serialize,
  serializeOuter,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';
import { MAX_EXTRACT_ELEMENTS } from '../limits.ts';
import { largestRegion, proseWords } from './regions.ts';
import { toDom } from './to-dom.ts';
import { eachElement } from './tree.ts';

/** Under so many words of running text Readability may have found a box beside the article. */
const FEW_WORDS = 60;

/**
 * Addresses are left as they are: without a base to refer to, Readability does not touch them.
 * @returns the article as a tree of its own; empty where a page has no text at all
 */
export function extract(document: Tree.Document): Tree.DocumentFragment {
  const found = isLarge(document) ? null : readability(document);
  const words = found ? proseWords(found) : 0;
  if (found && words >= FEW_WORDS) return found;
  const region = largestRegion(document);
  if (!region || (found && proseWords(region) < words * 3)) return found ?? parseFragment('');
  return parseFragment(serializeOuter(region));
}

function isLarge(document: Tree.Document): boolean {
  let elements = 0;
  eachElement(document, () => ++elements <= MAX_EXTRACT_ELEMENTS);
  return elements > MAX_EXTRACT_ELEMENTS;
}

function readability(tree: Tree.Document): Tree.DocumentFragment | null {
  const document = toDom(tree);
  // linkedom has neither. With both alike, links within the page stay as they are.
  Object.defineProperty(document, 'baseURI', { value: 'about:blank' });
  Object.defineProperty(document, 'documentURI', { value: 'about:blank' });
  const found = new Readability(document, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (root) => (root as unknown as { innerHTML: string }).innerHTML,
  }).parse();
  return found?.content ? parseFragment(found.content) : null;
}

/** Of a page that is nothing but its article. */
export function wholeBody(document: Tree.Document): Tree.DocumentFragment {
  let markup = '';
  eachElement(document, (any) => {
    if (any.tagName === 'body') markup = serialize(any);
    return any.tagName === 'html';
  });
  return parseFragment(markup);
}
