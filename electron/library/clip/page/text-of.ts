// Reader content to plain text. One function makes both texts, so that they cannot drift apart.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { ReaderTextWriter } from '#contract/reader-text.ts';
import { OUR_ATTRIBUTE } from './allow-list.ts';
import { attr, isElement, isText } from './tree.ts';

/** @param which reader text holds everything; body text leaves out what is marked as furniture */
export function textOf(content: Tree.ParentNode, which: 'reader' | 'body'): string {
  const writer = new ReaderTextWriter();
  const open: { nodes: Tree.ChildNode[]; at: number; tagName: string | null }[] = [
    { nodes: content.childNodes, at: 0, tagName: null },
  ];
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const node = level.nodes[level.at++];
    if (!node) {
      if (level.tagName !== null) writer.leave(level.tagName);
      open.pop();
    } else if (isText(node)) {
      writer.text(node.value);
    } else if (isElement(node)) {
      if (which === 'body' && attr(node, OUR_ATTRIBUTE) !== null) {
        writer.skip();
        continue;
      }
      writer.enter(node.tagName);
      open.push({ nodes: node.childNodes, at: 0, tagName: node.tagName });
    }
  }
  return writer.done();
}
