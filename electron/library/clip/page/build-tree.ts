// Step 4: the tree that a browser would build.
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { LibraryError } from '#contract/errors.ts';
import { MAX_ELEMENTS } from '../limits.ts';

/**
 * @throws LibraryError too_large where a few tags would make a tree of millions: unclosed formatting
 *   elements are opened again in every block that follows
 */
export function buildTree(html: string): Tree.Document {
  let elements = 0;
  return parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, namespace, attrs) {
        if (++elements > MAX_ELEMENTS) {
          throw new LibraryError(
            'too_large',
            `The page becomes more than ${MAX_ELEMENTS.toLocaleString('en')} elements. That is more than Lectern takes apart.`,
          );
        }
        return defaultTreeAdapter.createElement(name, namespace, attrs);
      },
    },
  });
}
