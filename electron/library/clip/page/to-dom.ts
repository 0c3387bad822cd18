// A tree of parse5 as the document that Readability works on, without a parser in between: linkedom reads a flat list.
import type { Readability } from '@mozilla/readability';
import { parseJSON } from 'linkedom';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isElement, isText, type Node } from './tree.ts';

/** Marks of the list (jsdon): an element and its name, an attribute and its value, a text, the end of an element. */
const ELEMENT = 1;
const ATTRIBUTE = 2;
const TEXT = 3;
const DOCUMENT = 9;
const END = -1;

/** As much of a browser's document as linkedom has, which is what Readability asks for. */
type Dom = ConstructorParameters<typeof Readability>[0];

/** Without comments and document type. */
export function toDom(tree: Tree.Document): Dom {
  const list: (number | string)[] = [DOCUMENT];
  const waiting: (Node | null)[] = [...tree.childNodes].reverse();
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!node) list.push(END);
    else if (isText(node)) list.push(TEXT, node.value);
    else if (isElement(node)) {
      list.push(ELEMENT, node.tagName);
      for (const { name, value } of node.attrs) list.push(ATTRIBUTE, name, value);
      waiting.push(null);
      for (let at = node.childNodes.length - 1; at >= 0; at--)
        waiting.push(node.childNodes[at] as Node);
    }
  }
  const document: unknown = parseJSON(list);
  return document as Dom;
}
