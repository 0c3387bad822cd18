// A page that was saved from Firefox's reader view: the article is cut out already, and what stands around it (the site, who
// wrote it, how long it takes, a row of buttons) is the browser's.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { webUrl } from './addresses.ts';
import { oneLine } from './one-line.ts';
import { attr, type Element, eachElement, element, rawText, setAttr, text } from './tree.ts';

export interface ReaderView {
  readonly url: string | null;
  readonly title: string;
  readonly author: string;
  /** The article. */
  readonly content: Element;
  /** The box around all of it, which has its language and direction. */
  readonly box: Element | null;
}

const NAMED =
  /(?:^|\s)(moz-reader-content|reader-domain|reader-title|reader-credits|container)(?:\s|$)/;

export function findReaderView(document: Tree.Document): ReaderView | null {
  let content: Element | null = null;
  let box: Element | null = null;
  let url: string | null = null;
  let title = '';
  let author = '';
  eachElement(document, (any) => {
    const named = NAMED.exec(attr(any, 'class') ?? '')?.[1];
    switch (named) {
      case undefined:
        return true;
      case 'moz-reader-content':
        content ??= any;
        return false;
      case 'container':
        box ??= any;
        return true;
      case 'reader-domain':
        url ??= webUrl(attr(any, 'href'));
        return true;
      case 'reader-title':
        title ||= oneLine(rawText(any));
        return true;
      default:
        author ||= oneLine(rawText(any));
    }
    return true;
  });
  return content && { url, title, author, content, box };
}

/** Leaves of the page the article and what is known of it, in the form in which pages say such things. */
export function openReaderView(document: Tree.Document, view: ReaderView): void {
  const { title, author, content, box } = view;
  eachElement(document, (any) => {
    if (any.tagName === 'head') {
      const said = [
        element('title', {}, [text(title)]),
        element('meta', { property: 'og:title', content: title }),
        element('meta', { name: 'author', content: author }),
      ];
      for (const one of said) one.parentNode = any;
      any.childNodes = [...any.childNodes.filter(({ nodeName }) => nodeName !== 'title'), ...said];
      return false;
    }
    if (any.tagName === 'html') {
      for (const name of ['lang', 'dir']) {
        const value = box && attr(box, name);
        if (value) setAttr(any, name, value);
      }
    }
    if (any.tagName !== 'body') return any.tagName === 'html';
    content.parentNode = any;
    any.childNodes = [content];
    return false;
  });
}
