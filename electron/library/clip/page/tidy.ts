// Step 7b: leaves of the structure what a reader can see. Pages wrap a paragraph ten deep, and leave empty boxes behind.
import { OUR_ATTRIBUTE } from './allow-list.ts';
import { isBlock } from './blocks.ts';
import {
  attr,
  type Element,
  eachElement,
  isComment,
  isElement,
  isText,
  type Node,
  type Parent,
  setAttr,
  unwrap,
} from './tree.ts';

/** Shown although they hold no text. */
const SHOWN = new Set(['img', 'hr', 'br', 'wbr', 'td', 'th', 'col', 'iframe', 'video']);
/** Containers that say nothing by themselves. */
const BARE = new Set([
  'div',
  'section',
  'article',
  'main',
  'span',
  'font',
  'center',
  'header',
  'footer',
]);
const LANGUAGE_NAME =
  /(?:^|\s)(?:language-|lang-|highlight-(?:source|text)-|brush:\s*|sourceCode\s+|hljs\s+)([\w+#.-]{1,30})/;

export function tidy(article: Parent): void {
  nameLanguages(article);
  dropEmpty(article);
  dropWrappers(article);
}

/** `lang-js`, `brush: js` and the like are all `language-js`. */
function nameLanguages(article: Parent): void {
  eachElement(article, (any) => {
    if (any.tagName !== 'pre' && any.tagName !== 'code') return;
    const language =
      LANGUAGE_NAME.exec(attr(any, 'class') ?? '')?.[1] ??
      attr(any, 'data-lang') ??
      attr(any, 'data-language');
    if (language) setAttr(any, 'class', `language-${language}`);
  });
}

function dropEmpty(article: Parent): void {
  const elements: Element[] = [];
  eachElement(article, (any) => elements.push(any));
  // From the last to the first, so that children are judged before their parents.
  for (const any of elements.reverse()) any.childNodes = any.childNodes.filter(hasContent);
  article.childNodes = article.childNodes.filter(hasContent);
}

/** Text, something to see, or a place that a link leads to. */
function hasContent(node: Node): boolean {
  if (isText(node)) return node.value !== '';
  if (isComment(node) || !isElement(node)) return false;
  if (SHOWN.has(node.tagName) || attr(node, 'id') !== null) return true;
  return node.childNodes.some((child) => !isText(child) || child.value.trim() !== '');
}

/** Unwraps containers around a single container, and containers without a meaning around blocks. */
function dropWrappers(article: Parent): void {
  const wrappers: Element[] = [];
  eachElement(article, (any) => {
    if (!BARE.has(any.tagName) || attr(any, OUR_ATTRIBUTE) !== null || attr(any, 'id') !== null)
      return;
    if (attr(any, 'dir') !== null || attr(any, 'lang') !== null) return;
    const content = any.childNodes.filter((node) => !isText(node) || node.value.trim() !== '');
    if (content.length > 0 && content.every(isBlock)) wrappers.push(any);
  });
  for (const wrapper of wrappers) unwrap(wrapper);
}
