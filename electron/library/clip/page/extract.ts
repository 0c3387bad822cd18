// Step 8: finds the article among everything else on the page. Readability, over a tree that parse5 built.
import {
  parseFragment,
  serialize,
  serializeOuter,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';
import { MAX_EXTRACT_CHILDREN, MAX_EXTRACT_ELEMENTS } from '../limits.ts';
import { QuickReadability } from './quick-readability.ts';
import { largestRegion, proseWords } from './regions.ts';
import { toDom } from './to-dom.ts';
import { eachElement } from './tree.ts';

/** Under so many words of running text Readability may have found a box beside the article. */
const FEW_WORDS = 60;

/**
 * Addresses are left as they are: a document from nowhere has no base to resolve them against.
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
  let most = 0;
  eachElement(document, ({ childNodes }) => {
    most = Math.max(most, childNodes.length);
    return ++elements <= MAX_EXTRACT_ELEMENTS;
  });
  return elements > MAX_EXTRACT_ELEMENTS || most > MAX_EXTRACT_CHILDREN;
}

function readability(tree: Tree.Document): Tree.DocumentFragment | null {
  const found = new QuickReadability(toDom(tree), {
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
