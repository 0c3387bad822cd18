// A block of code as one string, and the way back from its characters to the document.

export interface Pieces {
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node begins in the text. */
  readonly starts: readonly number[];
}

export function piecesOf(block: Element): Pieces {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const nodes: Text[] = [];
  const starts: number[] = [];
  const texts: string[] = [];
  let length = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const isBreak = node instanceof Element && node.localName === 'br';
    if (node instanceof Text) {
      nodes.push(node);
      starts.push(length);
    } else if (!isBreak) continue;
    const text = node instanceof Text ? node.data : '\n';
    texts.push(text);
    length += text.length;
  }
  return { text: texts.join(''), nodes, starts };
}

/** Does not follow changes of the document: thousands of ranges that do would make every change slow. */
export function rangeIn({ nodes, starts }: Pieces, start: number, end: number): StaticRange | null {
  const first = lastAtOrBefore(starts, start);
  const last = lastAtOrBefore(starts, end - 1);
  const startContainer = nodes[first];
  const endContainer = nodes[last];
  if (!startContainer || !endContainer) return null;
  return new StaticRange({
    startContainer,
    startOffset: Math.min(startContainer.length, start - (starts[first] ?? 0)),
    endContainer,
    endOffset: Math.min(endContainer.length, end - (starts[last] ?? 0)),
  });
}

/** By halves: a long block has thousands of tokens. */
function lastAtOrBefore(starts: readonly number[], wanted: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
