// The reader text of the article in this document, and the way between it and the document: highlights, search and
// reading aloud count in characters of that text, a browser in nodes.
import { NOT_IN_TEXT, ReaderTextWriter, type TextRun } from '#contract/reader-text.ts';

export interface TextMap {
  /** The same text, character by character, that the library has of the article. */
  readonly text: string;
  /** @returns null where nothing of that stretch stands in the document */
  rangeOf(start: number, end: number): Range | null;
  /** The offset of a place in the document: of the next character at or after it that is part of the text. */
  offsetOf(node: Node, offset: number): number;
}

/** @param content the element whose children are the reader content */
export function mapText(content: Element): TextMap {
  const runs: TextRun[] = [];
  const writer = new ReaderTextWriter(runs);
  const sources: Text[] = [];
  visit(content, writer, sources);
  const text = writer.done();
  const sourceOf = new Map(sources.map((node, index) => [node, index]));
  // Runs come in the order of the text, and that is the order of the document.
  const runBefore = (isBefore: (run: TextRun) => boolean): number => {
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(runs[middle] as TextRun)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  /** The first run that ends after a place given by text node. */
  const offsetIn = (source: number, from: number): number => {
    const next = runBefore((run) =>
      run.source === source ? run.from + run.length <= from : run.source < source,
    );
    const run = runs[next + 1];
    if (!run) return text.length;
    return run.source === source ? run.start + Math.max(0, from - run.from) : run.start;
  };

  return {
    text,
    rangeOf(start, end) {
      const first = runs[runBefore((run) => run.start + run.length <= start) + 1];
      const last = runs[runBefore((run) => run.start < end)];
      if (!first || !last || first.start >= end) return null;
      const range = new Range();
      range.setStart(sources[first.source] as Text, first.from + Math.max(0, start - first.start));
      range.setEnd(
        sources[last.source] as Text,
        last.from + Math.min(last.length, end - last.start),
      );
      return range;
    },
    offsetOf(node, offset) {
      const source = sourceOf.get(node as Text);
      if (source !== undefined) return offsetIn(source, offset);
      const next = nextText(content, node.childNodes[offset] ?? afterChildren(node));
      const index = next === null ? undefined : sourceOf.get(next);
      return index === undefined ? text.length : offsetIn(index, 0);
    },
  };
}

/** Loops rather than recurses: foreign trees are deep. */
function visit(content: Element, writer: ReaderTextWriter, sources: Text[]): void {
  let node: Node | null = content.firstChild;
  while (node) {
    const isOwn = node instanceof Element && node.hasAttribute(NOT_IN_TEXT);
    if (node instanceof Text) {
      writer.text(node.data);
      sources.push(node);
    } else if (node instanceof Element && !isOwn) {
      writer.enter(node.localName);
      if (node.firstChild) {
        node = node.firstChild;
        continue;
      }
      writer.leave(node.localName);
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      if (!node || node === content) return;
      writer.leave((node as Element).localName);
    }
    node = node?.nextSibling ?? null;
  }
}

/** The first text at or after a node, in the order of the document. */
function nextText(content: Element, start: Node | null): Text | null {
  if (!start || !content.contains(start)) return null;
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_ALL);
  walker.currentNode = start;
  for (let node: Node | null = start; node; node = walker.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest(`[${NOT_IN_TEXT}]`)) return node;
  }
  return null;
}

/** What comes after everything in a node. */
function afterChildren(node: Node): Node | null {
  let at: Node | null = node;
  while (at && !at.nextSibling) at = at.parentNode;
  return at?.nextSibling ?? null;
}
