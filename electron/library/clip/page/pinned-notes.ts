// Notes that a reader pinned to a page in SingleFile before it was saved: the reader's words, not the page's.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Element, eachElement, isElement, type Parent, rawText } from './tree.ts';

/** What SingleFile calls the element of a note. What is written stands in its shadow tree, which is saved as a template. */
const NOTE = 'single-file-note';

/** In the order of the page; empty ones are none. */
export function pinnedNotes(document: Tree.Document): string[] {
  const notes: string[] = [];
  eachElement(document, (any) => {
    if (any.tagName !== NOTE) return true;
    for (const root of [any, ...shadowsOf(any)]) {
      eachElement(root, (inner) => {
        if (inner.tagName !== 'textarea') return;
        const words = rawText(inner).trim();
        if (words !== '') notes.push(words);
      });
    }
    return false;
  });
  return notes;
}

const shadowsOf = (element: Element): Parent[] =>
  element.childNodes.flatMap((node) =>
    isElement(node) && 'content' in node ? [node.content] : [],
  );
