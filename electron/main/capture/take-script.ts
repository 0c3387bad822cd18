// What is run in the page of the capture window when it is clipped, in a world of its own beside the page's. As text, since it runs
// elsewhere.
import { CHILDREN_OF, MAX_LENGTH } from '../serialise-page.ts';

/** What comes of it. Foreign, all of it. */
export interface TakenMarkup {
  readonly html: string;
  /** Addresses of the pictures that are shown, the largest first. */
  readonly pictures: readonly string[];
}

/** How far a page that grows is followed: so many windows beyond the height that it had. */
const SCREENS_BEYOND = 12;
const SCREENS = 150;
const WALK_MS = 15_000;
/** Pictures that came into sight on the way. */
const PICTURES_MS = 4000;

/**
 * To the end of the page, a window's height at a time, and back to where its reader was: what waits to be looked at comes. A page
 * without an end has one by then. Where it scrolls within an element, that is walked through.
 */
export const WALK_THROUGH = `(async () => {
  const pause = (ms) => new Promise((next) => setTimeout(next, ms));
  const isLong = (one) => one.scrollHeight > one.clientHeight + 200;
  const page = document.scrollingElement ?? document.documentElement;
  const scrolls = (one) => one === page || /auto|scroll/.test(getComputedStyle(one).overflowY);
  const inside = isLong(page) ? [] : [...document.querySelectorAll('body *')].slice(0, 20000)
    .filter((one) => isLong(one) && one.clientHeight > innerHeight / 2 && scrolls(one));
  const scroller = inside[0] ?? page;
  const before = scroller.scrollTop;
  const until = Date.now() + ${WALK_MS};
  const end = Math.min(${SCREENS} * innerHeight, scroller.scrollHeight + ${SCREENS_BEYOND} * innerHeight);
  let stuck = 0;
  scroller.scrollTo({ top: 0, behavior: 'instant' });
  while (Date.now() < until && scroller.scrollTop < end && stuck < 5) {
    const at = scroller.scrollTop;
    scroller.scrollBy({ top: innerHeight * 0.9, behavior: 'instant' });
    await pause(60);
    stuck = scroller.scrollTop === at ? stuck + 1 : 0;
  }
  const waitUntil = Date.now() + ${PICTURES_MS};
  while (Date.now() < waitUntil && [...document.images].some((one) => !one.complete && one.loading !== 'lazy')) await pause(100);
  scroller.scrollTo({ top: before, behavior: 'instant' });
  await pause(60);
})()`;

/** One picture that scripts made, as it is kept in the page. */
const MAX_MADE_PIXELS = 4_000_000;
const MAX_MADE = 30;

/**
 * The markup as it is drawn: with what is in open shadow roots and in frames of the same site, with the addresses of the pictures
 * that are shown; without scripts, which hold what a site knows of its reader, without what was typed, and without hidden fields.
 */
const TAKE = `${CHILDREN_OF}
  const inert = document.implementation.createHTMLDocument('');
  const shown = new Map();
  let made = 0;
  const drawn = (img) => {
    if (made++ >= ${MAX_MADE} || img.naturalWidth * img.naturalHeight > ${MAX_MADE_PIXELS}) return null;
    try {
      const canvas = document.createElement('canvas');
      canvas.width = img.naturalWidth;
      canvas.height = img.naturalHeight;
      canvas.getContext('2d').drawImage(img, 0, 0);
      return canvas.toDataURL('image/png');
    } catch {
      return null;
    }
  };
  const picture = (img, copy) => {
    const { currentSrc, naturalWidth, naturalHeight } = img;
    if (!img.complete || naturalWidth < 2 || naturalHeight < 2) return;
    if (/^https?:/.test(currentSrc)) {
      copy.setAttribute('lectern-shown', currentSrc);
      shown.set(currentSrc, Math.max(shown.get(currentSrc) ?? 0, naturalWidth * naturalHeight));
    } else if (/^blob:/.test(currentSrc)) {
      const data = drawn(img);
      if (data) copy.setAttribute('src', data);
    }
  };
  const bodyOf = (frame) => {
    try {
      return frame.contentDocument?.body ?? null;
    } catch {
      return null;
    }
  };
  const wholeAddresses = (node, copy) => {
    for (const name of ['href', 'src', 'poster']) {
      const value = copy.getAttribute(name);
      if (value !== null && !/^(?:#|data:)/.test(value) && URL.canParse(value, node.baseURI))
        copy.setAttribute(name, new URL(value, node.baseURI).href);
    }
  };
  const copyOf = (node, depth, range) => {
    if (range && !range.intersectsNode(node)) return null;
    if (node.nodeType === 3) {
      const to = range && node === range.endContainer ? range.endOffset : node.data.length;
      const from = range && node === range.startContainer ? range.startOffset : 0;
      return inert.createTextNode(node.data.slice(from, to));
    }
    if (node.nodeType !== 1) return null;
    const name = node.localName;
    if (name === 'script' && node.type !== 'application/ld+json') return null;
    if (name === 'template' || (name === 'input' && node.type === 'hidden')) return null;
    const body = name === 'iframe' || name === 'frame' ? bodyOf(node) : null;
    const copy = body ? inert.createElement('section') : inert.importNode(node, false);
    if (name === 'input' && !/^(?:button|submit|reset)$/.test(node.type)) copy.removeAttribute('value');
    if (name === 'textarea') return copy;
    if (name === 'img') picture(node, copy);
    if (node.ownerDocument !== document) wholeAddresses(node, copy);
    if (depth >= MAX_DEPTH) return copy;
    const within = body || node.shadowRoot ? null : range;
    for (const child of body ? childrenOf(body) : childrenOf(node)) {
      const one = copyOf(child, depth + 1, within);
      if (one) copy.appendChild(one);
    }
    return copy;
  };
  const result = (html) => {
    if (html.length > ${MAX_LENGTH}) throw new Error('too large');
    const pictures = [...shown].sort((one, other) => other[1] - one[1]).map(([url]) => url);
    return { html: '<!DOCTYPE html>' + html, pictures };
  };`;

export const TAKE_PAGE = `(() => {${TAKE}
  return result(copyOf(document.documentElement, 0, null).outerHTML);
})()`;

/** What the words stand in: half a table is none. */
const BLOCKS = '^(?:p|pre|table|ul|ol|dl|blockquote|figure|h[1-6]|div|section|article|main|body)$';

/** The words that are selected, with what the head says of the page. @returns null where none are */
export const TAKE_SELECTION = `(() => {${TAKE}
  const framesOf = (view) => [...view.document.querySelectorAll('iframe, frame')]
    .filter((frame) => bodyOf(frame)).flatMap((frame) => [frame.contentWindow, ...framesOf(frame.contentWindow)]);
  const selections = [window, ...framesOf(window)].map((view) => view.getSelection());
  const chosen = selections.find((one) => one && String(one).trim() !== '');
  const field = document.activeElement?.localName;
  if (!chosen || chosen.rangeCount === 0 || field === 'input' || field === 'textarea') return null;
  const article = inert.createElement('article');
  const range = chosen.getRangeAt(0);
  let top = range.commonAncestorContainer;
  while (top.parentElement && !(top.nodeType === 1 && new RegExp('${BLOCKS}').test(top.localName))) top = top.parentElement;
  const copy = range.collapsed ? null : copyOf(top, 0, range);
  if (copy?.localName === 'body') article.append(...copy.childNodes);
  else if (copy) article.append(copy);
  if (article.textContent.trim() === '' && !article.querySelector('img')) {
    // Chosen within a shadow root: only its words are told.
    for (const line of String(chosen).split(/\\n+/)) {
      const paragraph = inert.createElement('p');
      paragraph.textContent = line;
      article.append(paragraph);
    }
  }
  const root = inert.documentElement;
  for (const name of ['lang', 'dir']) {
    const value = document.documentElement.getAttribute(name);
    if (value !== null) root.setAttribute(name, value);
  }
  const told = 'title, meta[name], meta[property], meta[itemprop], link[rel=canonical], script[type="application/ld+json"]';
  inert.head.replaceChildren(...[...document.head.querySelectorAll(told)].map((one) => inert.importNode(one, true)));
  inert.body.replaceChildren(article);
  return result(root.outerHTML);
})()`;
