// What the program says that saved a page: where it was, and when. Browsers' own comment is read with the metadata.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { webUrl } from './addresses.ts';
import { findReaderView, type ReaderView } from './reader-view.ts';
import { attr, eachElement, isComment, isElement } from './tree.ts';

export interface SavedBy {
  readonly url: string | null;
  readonly savedAt: number | null;
}

export function savedBy(
  document: Tree.Document,
  view: Pick<ReaderView, 'url'> | null = findReaderView(document),
): SavedBy {
  return fromComment(document) ?? fromReaderView(view) ?? fromMeta(document);
}

/** SingleFile's header stands before the head; a comment elsewhere is the page's own, and may say anything. */
function fromComment(document: Tree.Document): SavedBy | null {
  const html = document.childNodes.find((node) => isElement(node) && node.tagName === 'html');
  const around = [...document.childNodes, ...(html && isElement(html) ? html.childNodes : [])];
  for (const node of around) {
    if (!isComment(node)) continue;
    const text = node.data.slice(0, 10_000);
    if (!/^\s*(?:Page saved with|Archive processed by) SingleFile/i.test(text)) continue;
    return {
      url: webUrl(/^\s*url:\s*(\S+)/im.exec(text)?.[1] ?? null),
      savedAt: timeOf(/^\s*saved date:[ \t]*(.+)$/im.exec(text)?.[1]),
    };
  }
  return null;
}

/** Firefox’s reader view names the page that it shows by a link. */
const fromReaderView = (view: Pick<ReaderView, 'url'> | null): SavedBy | null =>
  view && { url: view.url, savedAt: null };

/** Save Page WE writes what it knows into the head. */
function fromMeta(document: Tree.Document): SavedBy {
  let url: string | null = null;
  let savedAt: number | null = null;
  eachElement(document, (any) => {
    if (any.tagName === 'meta') {
      const name = attr(any, 'name')?.toLowerCase();
      if (name === 'savepage-url') url ??= webUrl(attr(any, 'content'));
      if (name === 'savepage-date') savedAt ??= timeOf(attr(any, 'content') ?? undefined);
    }
    return any.tagName === 'html' || any.tagName === 'head';
  });
  return { url, savedAt };
}

/** `Wed Sep 24 2026 10:11:12 GMT+0200 (Central European Summer Time)`, as scripts write a date. */
function timeOf(text: string | undefined): number | null {
  const time = Date.parse(text?.trim() ?? '');
  return Number.isNaN(time) ? null : time;
}
