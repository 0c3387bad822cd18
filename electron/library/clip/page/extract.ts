// Step 6: finds the article among everything else on the page. Readability on linkedom, over a tree that parse5 built.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/**
 * @param baseUrl what relative addresses on the page refer to
 * @returns the article as a tree of its own, or null where Readability finds none
 */
export function extract(document: Tree.Document, baseUrl: string): Tree.DocumentFragment | null {
  const { document: dom } = parseHTML(serialize(document));
  // linkedom has neither; with both alike, Readability leaves links within the page as they are.
  Object.defineProperty(dom, 'baseURI', { value: baseUrl });
  Object.defineProperty(dom, 'documentURI', { value: baseUrl });
  const found = new Readability(dom, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (root) => (root as unknown as { innerHTML: string }).innerHTML,
  }).parse();
  return found?.content ? parseFragment(found.content) : null;
}
