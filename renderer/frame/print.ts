// The only script in a document that is printed: waits until everything stands, makes tables and code fit the page, and in
// a tab of a browser asks for printing. It has an opaque origin and no network.
import './print.css';

declare global {
  /** Resolves when the document can be printed; the desktop waits for it. */
  var printable: Promise<void>;
}

globalThis.printable = settle();
if (document.documentElement.dataset.print === 'now') {
  void globalThis.printable.then(() => window.print());
}

async function settle(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((done) => window.addEventListener('load', done, { once: true }));
  }
  // Faces are asked for when the text is laid out, and a window that is not shown has had no reason to.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  fitTables();
  markLongBlocks();
}

/** Type grows smaller in steps as long as a table is wider than the page; in the end words break. See print.css. */
function fitTables(): void {
  for (const table of document.querySelectorAll('table')) {
    const room = table.parentElement?.clientWidth ?? 0;
    for (const fit of ['small', 'smaller', 'smallest', 'broken']) {
      if (table.offsetWidth <= room) break;
      table.dataset.fit = fit;
    }
  }
}

/** In CSS pixels: half of what a page holds. */
const LONG = 440;

/** What is short stays on one page; what is long may be broken, lest half a page before it be empty. */
function markLongBlocks(): void {
  for (const block of document.querySelectorAll<HTMLElement>('pre, table')) {
    if (block.offsetHeight > LONG) block.dataset.long = '';
  }
}
