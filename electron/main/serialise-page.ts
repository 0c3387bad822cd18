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
const MAX_LENGTH = 30_000_000;

/** With open shadow roots in the place of their hosts' children, and what is put into their slots. */
export const SERIALISE = `(() => {
  const MAX_DEPTH = 1000;
  const childrenOf = (node) => {
    if (node.shadowRoot) return node.shadowRoot.childNodes;
    if (node.localName === 'slot') {
      const assigned = node.assignedNodes();
      if (assigned.length > 0) return assigned;
    }
    return node.childNodes;
  };
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
