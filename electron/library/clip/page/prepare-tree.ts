// Step 7: takes out of the tree what no reader ever sees, so that it costs the extractor no time and misleads it in nothing.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { MAX_EXTRACT_NESTING } from '../limits.ts';
import { webUrl } from './addresses.ts';
import { isBlock } from './blocks.ts';
import { oneLine } from './one-line.ts';
import {
  attr,
  type Element,
  eachElement,
  element,
  isComment,
  isElement,
  isText,
  type Node,
  namesOf,
  type Parent,
  rawText,
  removeAttr,
  text,
} from './tree.ts';

/** What was taken out, counted by reason. */
type Dropped = Readonly<Record<string, number>>;

/** Never shown, or nothing without a script or a network. */
const SILENT = new Set(
  'script style template link object embed applet param canvas dialog menuitem datalist svg'.split(
    ' ',
  ),
);
/** Not there until it is asked for. */
const POPUP = new Set(['dialog', 'alertdialog', 'menu', 'menubar', 'tooltip']);
const NAVIGATION = new Set(['navigation', 'search', 'toolbar', 'tablist']);
/** Attributes that a later step or the extractor looks at. Each of the others would cost it a node. */
const USED = new Set(
  (
    'align alt charset class colspan content data-lang data-language data-lectern datatable datetime dir headers href ' +
    'id itemprop itemscope itemtype lang name open property rel reversed role rowspan scope span src start ' +
    'summary title type value'
  ).split(' '),
);
export const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** @param keeps what no article wants, but a reader of the page sees: its navigation */
export function prepareTree(
  document: Tree.Document,
  keeps: { readonly navigation: boolean } = { navigation: false },
): Dropped {
  const dropped: Record<string, number> = {};
  const body = bodyOf(document);
  const most = body ? rawText(body).length * 0.4 : 0;

  /** @returns why the node is left out, or null */
  function reason(node: Node): string | null {
    if (!isElement(node)) return node.nodeName === '#comment' ? 'comment' : null;
    if (SILENT.has(node.tagName)) return node.tagName;
    const role = attr(node, 'role') ?? '';
    const isNavigation = node.tagName === 'nav' || NAVIGATION.has(role);
    if (POPUP.has(role) || (isNavigation && !keeps.navigation)) return 'navigation';
    if (isHidden(node)) {
      // A page saved while a dialog was open has its whole text marked as hidden.
      if (rawText(node).length <= most) return 'hidden';
      removeAttr(node, 'hidden');
      removeAttr(node, 'aria-hidden');
      removeAttr(node, 'style');
    }
    return null;
  }

  const open: { parent: Parent; level: number }[] = [{ parent: document, level: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { parent, level } = next;
    const kept: Node[] = [];
    for (const node of parent.childNodes.map(asText)) {
      const why = reason(node);
      if (why === null) kept.push(node);
      else dropped[why] = (dropped[why] ?? 0) + 1;
    }
    if (isElement(parent)) parent.attrs = parent.attrs.filter(({ name }) => USED.has(name));
    parent.childNodes = level < MAX_EXTRACT_NESTING ? kept : flat(kept, parent, reason);
    if (level >= MAX_EXTRACT_NESTING) continue;
    for (const node of parent.childNodes)
      if (isElement(node)) open.push({ parent: node, level: level + 1 });
  }
  return dropped;
}

/** What the extractor would spoil or lose, as what it leaves alone. */
function asText(node: Node): Node {
  if (!isElement(node)) return node;
  const put = (other: Node): Node => Object.assign(other, { parentNode: node.parentNode });
  switch (node.tagName) {
    case 'br':
      // In code a line break is the character that it is there.
      return isWithinPre(node) ? put(text('\n')) : node;
    case 'input':
      return isTick(node) ? put(text(attr(node, 'checked') === null ? '☐ ' : '☑ ')) : node;
    case 'footer':
      // Of a quote: who said it.
      return isIn(node, 'blockquote') ? put(element('div', {}, node.childNodes)) : node;
    case 'aside':
      return CALLOUT.test(`${attr(node, 'class') ?? ''} ${attr(node, 'role') ?? ''}`)
        ? put(element('div', {}, node.childNodes))
        : node;
    default: {
      const post = embeddedPost(node);
      return post ? put(post) : node;
    }
  }
}

/** A box within the text that is part of it. */
const CALLOUT = /(?:^|\s)(?:admonition|callout|starlight-aside|note)(?:\s|$)/i;

/** Of a list of things to do. */
const isTick = (node: Element): boolean =>
  attr(node, 'type')?.toLowerCase() === 'checkbox' && (isIn(node, 'li') || isIn(node, 'label'));

const isIn = ({ parentNode }: Element, tagName: string): boolean =>
  parentNode !== null && isElement(parentNode) && parentNode.tagName === tagName;

/** How the networks mark posts of theirs that stand in other pages. */
const POST =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|reddit-(?:embed|card)|fb-post|text-post-media)/;

/** A post as a quote without the box around it, whose name would make the extractor drop both. */
function embeddedPost(node: Element): Element | null {
  let post = node;
  while (post.tagName !== 'blockquote') {
    const inner = post.childNodes.filter(
      (child) => !(isElement(child) ? child.tagName === 'script' : isBlank(child)),
    );
    const [only] = inner;
    if (inner.length !== 1 || !only || !isElement(only)) return null;
    post = only;
  }
  if (!POST.test(attr(post, 'class') ?? '')) return null;
  post.attrs = post.attrs.filter(({ name }) => name !== 'class' && name !== 'id');
  return withoutWords(post) ?? post;
}

/** Letters outside of its links, above which a post says something. */
const FEW_LETTERS = 8;

/** One that is nothing but links to itself, as a line: boxes of links are what the extractor takes for a menu. */
function withoutWords(post: Element): Element | null {
  let linked = '';
  let url: string | null = null;
  eachElement(post, (any) => {
    if (any.tagName !== 'a') return true;
    linked += rawText(any);
    url ??= webUrl(attr(any, 'href'));
    return false;
  });
  if (url === null || lettersOf(rawText(post)) - lettersOf(linked) > FEW_LETTERS) return null;
  const words = oneLine(wordsIn(post)) || url;
  return element('blockquote', {}, [
    element('p', {}, [element('a', { href: url }, [text(words)])]),
  ]);
}

const lettersOf = (words: string): number => words.replace(/\s+/g, '').length;

/** With a space between what stands in boxes of its own. */
const wordsIn = (node: Node): string =>
  isText(node)
    ? node.value
    : isElement(node)
      ? `${node.childNodes.map(wordsIn).join('')}${isBlock(node) ? ' ' : ''}`
      : '';

const isBlank = (node: Node): boolean =>
  isComment(node) || (isText(node) && node.value.trim() === '');

function isWithinPre(node: Element): boolean {
  for (let up: Parent | null = node.parentNode; up && isElement(up); up = up.parentNode) {
    if (up.tagName === 'pre') return true;
    if (up.tagName === 'p' || up.tagName === 'div') return false;
  }
  return false;
}

/** The leaves below: text, pictures, and elements that hold nothing but text. */
function flat(
  nodes: readonly Node[],
  parent: Parent,
  reason: (node: Node) => string | null,
): Node[] {
  const leaves: Node[] = [];
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isElement(node) && node.childNodes.some(isElement)) {
      for (let i = node.childNodes.length - 1; i >= 0; i--)
        waiting.push(node.childNodes[i] as Node);
    } else if (reason(node) === null) {
      node.parentNode = parent;
      leaves.push(node);
    }
  }
  return leaves;
}

function isHidden(element: Element): boolean {
  for (const { name, value } of element.attrs) {
    if (name === 'hidden' && value !== 'until-found') return true;
    if (name === 'aria-hidden' && value === 'true')
      return !namesOf(element).includes('fallback-image') && !element.childNodes.some(isImage);
    if (name === 'style' && HIDDEN_STYLE.test(value)) return true;
  }
  return false;
}

const isImage = (node: Node): boolean =>
  isElement(node) && (node.tagName === 'img' || node.tagName === 'picture');

function bodyOf(document: Tree.Document): Element | null {
  const html = document.childNodes.find((node) => isElement(node) && node.tagName === 'html');
  const body =
    html && 'childNodes' in html
      ? html.childNodes.find((node) => isElement(node) && node.tagName === 'body')
      : null;
  return body && isElement(body) ? body : null;
}
