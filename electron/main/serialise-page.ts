// What is run in a page that was rendered, in a world of its own beside the page's: how much text it has, a walk to its end, and
// its markup. As text, since it runs elsewhere.

/** Letters of the page: whether they still change. */
export const MEASURE = 'document.body ? document.body.textContent.length : 0';

/** Down to the end, a window's height at a time: what waits to be looked at comes. */
export const WALK = `(async () => {
  const pause = (ms) => new Promise((next) => setTimeout(next, ms));
  for (let step = 0; step < 60; step++) {
    const before = scrollY;
    scrollBy(0, innerHeight * 0.9);
    await pause(60);
    if (scrollY === before) break;
  }
})()`;

/** Beyond that it is no page to be read. */
export const MAX_LENGTH = 30_000_000;

/**
 * What is drawn below a node: of an open shadow root what it puts in the place of its host's children, of a slot what is put into
 * it. Kept as declarative shadow roots they would need readers that know of slots, and be nothing to all others.
 */
export const CHILDREN_OF = `
  const MAX_DEPTH = 1000;
  const childrenOf = (node) => {
    if (node.shadowRoot) return node.shadowRoot.childNodes;
    if (node.localName === 'slot') {
      const assigned = node.assignedNodes();
      if (assigned.length > 0) return assigned;
    }
    return node.childNodes;
  };`;

export const SERIALISE = `(() => {${CHILDREN_OF}
  const inert = document.implementation.createHTMLDocument('');
  const copy = (node, depth) => {
    const made = inert.importNode(node, false);
    if (made.localName === 'template') made.innerHTML = node.innerHTML;
    else if (depth < MAX_DEPTH)
      for (const child of childrenOf(node)) made.appendChild(copy(child, depth + 1));
    return made;
  };
  const html = copy(document.documentElement, 0).outerHTML;
  if (html.length > ${MAX_LENGTH}) throw new Error('too large');
  return '<!DOCTYPE html>' + html;
})()`;
