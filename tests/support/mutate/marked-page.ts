// Reader content whose every character knows where it stood in the reader text, whatever is done to the tree.
//
// The text of the changed tree is made by the library's own textOf. It drops and joins white space and leaves all
// other characters as they are and in order, so that the n-th of them in the tree is the n-th of them in the text.
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { textOf } from '#library/clip/page/text-of.ts';
import { type Element, eachElement, isElement, isText } from '#library/clip/page/tree.ts';

export type TextNode = Tree.TextNode;
/** Offsets in the original reader text of the first and last unit that a unit came from; null for new ones. */
type Origin = readonly [from: number, to: number] | null;

/** Where the units of the original text are now. */
export interface Places {
  readonly text: string;
  /** By offset in the original text: -1 where the unit is gone, or is white space. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** By offset in the new text: 1 for units that came from the original one. */
  readonly kept: Uint8Array;
}

const isSpace = (unit: string): boolean => /\s/.test(unit);

export class MarkedPage {
  readonly tree: Tree.DocumentFragment;
  /** The reader text before any change. */
  readonly text: string;
  private readonly origins = new Map<TextNode, Origin[]>();

  constructor(html: string) {
    this.tree = parseFragment(html);
    this.text = textOf(this.tree, 'reader');
    const offsets = nonSpace(this.text);
    let next = 0;
    for (const node of this.textNodes()) {
      const own = Array.from({ length: node.value.length }, (_, at): Origin => {
        if (isSpace(node.value[at] as string)) return null;
        const offset = offsets[next++] as number;
        return [offset, offset];
      });
      this.origins.set(node, own);
    }
    if (next !== offsets.length) throw new Error('textOf does not keep characters in order');
  }

  textNodes(below: Tree.ParentNode = this.tree): TextNode[] {
    const found: TextNode[] = [];
    const visit = (parent: Tree.ParentNode) => {
      for (const node of parent.childNodes) {
        if (isText(node)) found.push(node);
        else if (isElement(node)) visit(node);
      }
    };
    visit(below);
    return found;
  }

  /** Elements that hold text of their own and no other such element, in order: what a reader calls a paragraph. */
  blocks(): Element[] {
    const found: Element[] = [];
    eachElement(this.tree, (any) => {
      if (!BLOCKS.has(any.tagName)) return;
      let inner = false;
      eachElement(any, (below) => {
        inner ||= BLOCKS.has(below.tagName);
      });
      if (!inner && this.textNodes(any).some(({ value }) => value.trim() !== '')) found.push(any);
    });
    return found;
  }

  /** Offset in the original text of a unit of a text node; null for new ones and for white space. */
  originOf(node: TextNode, at: number): number | null {
    return this.origins.get(node)?.[at]?.[0] ?? null;
  }

  /** @param keeps whether the new value is the old one in another form */
  replace(node: TextNode, start: number, end: number, value: string, keeps: boolean): void {
    const own = this.ownOf(node);
    const old = own.slice(start, end).filter((origin) => origin !== null);
    const first = old[0];
    const last = old.at(-1);
    const origin: Origin = keeps && first && last ? [first[0], last[1]] : null;
    own.splice(start, end - start, ...Array.from({ length: value.length }, () => origin));
    node.value = node.value.slice(0, start) + value + node.value.slice(end);
  }

  /** Cuts a text node in two; the second is not in the tree yet. */
  cut(node: TextNode, at: number): TextNode {
    const own = this.ownOf(node);
    const rest: TextNode = { nodeName: '#text', value: node.value.slice(at), parentNode: null };
    this.origins.set(rest, own.splice(at));
    node.value = node.value.slice(0, at);
    return rest;
  }

  places(): Places {
    const text = textOf(this.tree, 'reader');
    const offsets = nonSpace(text);
    const starts = new Int32Array(this.text.length).fill(-1);
    const ends = new Int32Array(this.text.length).fill(-1);
    const kept = new Uint8Array(text.length);
    let next = 0;
    for (const node of this.textNodes()) {
      const own = this.origins.get(node);
      for (let at = 0; at < node.value.length; at++) {
        if (isSpace(node.value[at] as string)) continue;
        const place = offsets[next++] as number;
        const origin = own?.[at];
        if (!origin) continue;
        kept[place] = 1;
        for (let from = origin[0]; from <= origin[1]; from++) {
          if (starts[from] === -1) starts[from] = place;
          ends[from] = place + 1;
        }
      }
    }
    if (next !== offsets.length) throw new Error('textOf does not keep characters in order');
    return { text, starts, ends, kept };
  }

  private ownOf(node: TextNode): Origin[] {
    const own = this.origins.get(node) ?? Array.from({ length: node.value.length }, () => null);
    this.origins.set(node, own);
    return own;
  }
}

const BLOCKS = new Set(
  'p li pre td th figcaption h1 h2 h3 h4 h5 h6 blockquote dt dd caption div'.split(' '),
);

function nonSpace(text: string): number[] {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) if (!isSpace(text[at] as string)) offsets.push(at);
  return offsets;
}
