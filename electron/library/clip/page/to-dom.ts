// A tree of parse5 as the document that Readability works on: the plain one that comes with it, put together without its parser.
// oxlint-disable-next-line typescript/triple-slash-reference -- types for a part of a package that has none; other layers check this file, too
/// <reference path="./jsdom-parser.d.ts" />
import type { Readability } from '@mozilla/readability';
import JSDOMParser, { type DomDocument, type DomNode } from '@mozilla/readability/JSDOMParser.js';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isElement, isText, type Node, rawText } from './tree.ts';

/** As much of a browser's document as Readability asks for. */
type Dom = ConstructorParameters<typeof Readability>[0];

/** Addresses are not resolved against it. */
const NOWHERE = 'about:blank';

interface Waiting {
  readonly node: Node;
  readonly parent: DomNode;
}

/** Without comments and document type. */
export function toDom(tree: Tree.Document): Dom {
  const document = new JSDOMParser().parse('', NOWHERE);
  const waiting: Waiting[] = [];
  const wait = (nodes: readonly Node[], parent: DomNode) => {
    for (let at = nodes.length - 1; at >= 0; at--)
      waiting.push({ node: nodes[at] as Node, parent });
  };
  wait(tree.childNodes, document);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, parent } = next;
    if (isText(node)) parent.appendChild(document.createTextNode(node.value));
    else if (isElement(node)) {
      // Of a name with a colon it would keep what comes after: `o:p` is no paragraph.
      const made = document.createElement(node.tagName.replaceAll(':', '-'));
      for (const { name, value } of node.attrs) made.setAttribute(name, value);
      parent.appendChild(made);
      if (node.tagName === 'html') document.documentElement ??= made;
      else if (node.tagName === 'head') document.head ??= made;
      else if (node.tagName === 'body') document.body ??= made;
      else if (node.tagName === 'title') document.title ||= rawText(node).trim();
      wait(node.childNodes, made);
    }
  }
  return asDom(document);
}

function asDom(document: DomDocument): Dom {
  const dom: unknown = document;
  return dom as Dom;
}
