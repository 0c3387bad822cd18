// The reader content as it stands in the frame's document, and its text.

/** Wide tables and code scroll within themselves; with Tab they can be reached and scrolled by keys. */
export function scrollInPlace(): void {
  for (const table of content().querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue;
    const pane = document.createElement('div');
    pane.className = 'pane';
    pane.tabIndex = 0;
    table.replaceWith(pane);
    pane.append(table);
  }
  for (const code of content().querySelectorAll('pre')) code.tabIndex = 0;
}

export function content(): HTMLElement {
  return document.getElementById('content') ?? document.body;
}

/** Every text below an element, in order. */
export function textNodes(within: HTMLElement = content()): Text[] {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** As it is seen: runs of white space are one space, none at the ends. */
export const trimmed = (text: string): string => text.replace(/\s+/g, ' ').trim();
