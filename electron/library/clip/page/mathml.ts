// Formulas: MathML as we write it ourselves. A tree of our own is made of a foreign one, element by element from a list;
// what only ever looked like a formula (links, scripts, pages inside labels) has no place in it.
import { html as names } from 'parse5';
import { styled } from './math-letters.ts';
import {
  attr,
  type Element,
  element,
  isElement,
  isText,
  type Node,
  rawText,
  text,
} from './tree.ts';

const MATHML = names.NS.MATHML;

/** Hold text, and in our trees nothing else: browsers would read HTML inside them as HTML. */
const TOKENS = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);
const EMPTY = new Set(['mspace', 'none', 'mprescripts']);
const GROUPS = new Set(
  (
    'mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts ' +
    'mtable mtr mtd'
  ).split(' '),
);
/** Say nothing that can be seen, or bring in what is no formula. */
const GONE = new Set('annotation annotation-xml mglyph malignmark maligngroup'.split(' '));

/** Deeper ones are text: real formulas nest to a dozen. */
const MAX_DEPTH = 60;
const MAX_TEX_LENGTH = 2000;

const LENGTH = /^[+-]?(?:\d{1,3}(?:\.\d{0,6})?|\.\d{1,6})(?:em|ex|px|pt|%)?$/;
const SWITCH = ['true', 'false'];
const NUMBER = /^\d{1,3}$/;
const ATTRIBUTES: Readonly<Record<string, RegExp | readonly string[]>> = {
  accent: SWITCH,
  accentunder: SWITCH,
  columnalign: ['left', 'right'],
  columnspan: NUMBER,
  depth: LENGTH,
  dir: ['ltr', 'rtl'],
  displaystyle: SWITCH,
  fence: SWITCH,
  form: ['infix', 'prefix', 'postfix'],
  height: LENGTH,
  largeop: SWITCH,
  linethickness: LENGTH,
  lspace: LENGTH,
  maxsize: LENGTH,
  minsize: LENGTH,
  movablelimits: SWITCH,
  rowspan: NUMBER,
  rspace: LENGTH,
  scriptlevel: /^[+-]?\d$/,
  separator: SWITCH,
  stretchy: SWITCH,
  symmetric: SWITCH,
  voffset: LENGTH,
  width: LENGTH,
};

/** @returns a formula that can be shown, as a tree of its own; null where there is nothing in it */
export function mathOf(math: Element): Element | null {
  const children = childrenOf(math, 0);
  const made = mathElement('math', children);
  if (rawText(made).trim() === '') return null;
  if (attr(math, 'display') === 'block') made.attrs.push({ name: 'display', value: 'block' });
  if (attr(math, 'dir') === 'rtl') made.attrs.push({ name: 'dir', value: 'rtl' });
  const tex = texOf(math);
  if (tex) made.attrs.push({ name: 'alttext', value: tex });
  return made;
}

/** How its writer wrote it, in one line; empty where the page does not say. */
export function texOf(math: Element): string {
  let tex = attr(math, 'alttext') ?? '';
  const waiting: Node[] = [...math.childNodes];
  for (let node = waiting.pop(); node && tex === ''; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === 'annotation' && /tex/i.test(attr(node, 'encoding') ?? ''))
      tex = rawText(node);
    else waiting.push(...node.childNodes);
  }
  const line = tex.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > MAX_TEX_LENGTH ? '' : line;
}

const childrenOf = (parent: Element, depth: number): Element[] =>
  parent.childNodes.flatMap((node) => nodesOf(node, depth + 1));

function nodesOf(node: Node, depth: number): Element[] {
  // Bare text between elements is shown by browsers, and meant by nobody but those who forgot the element.
  if (isText(node)) return node.value.trim() === '' ? [] : [token('mtext', node.value)];
  if (!isElement(node)) return [];
  const name = node.tagName.toLowerCase();
  const isMath = String(node.namespaceURI) === String(MATHML);
  if (GONE.has(name)) return [];
  if (depth > MAX_DEPTH || !isMath) return nodesOf(text(isMath ? rawText(node) : wordsOf(node)), 0);
  if (TOKENS.has(name)) return [withAttributes(tokenOf(node, name), node)];
  if (EMPTY.has(name)) return [withAttributes(mathElement(name, []), node)];
  switch (name) {
    case 'semantics':
    case 'maction': {
      // The first is the formula, or the state that it begins in; the others say it in another way.
      const first = node.childNodes.find(isElement);
      return first ? nodesOf(first, depth + 1) : [];
    }
    case 'mfenced':
      return [mathElement('mrow', fenced(node, depth))];
    case 'mtable':
      return [withAttributes(mathElement('mtable', alignedRows(node, depth)), node)];
    case 'mlabeledtr':
      return [mathElement('mtr', childrenOf(node, depth).slice(1))];
  }
  const group = GROUPS.has(name) ? name : 'mrow';
  return [withAttributes(mathElement(group, childrenOf(node, depth)), node)];
}

/** A label may be a piece of a page, of which nothing is meant but the words. */
const wordsOf = (node: Element): string =>
  /^(?:script|style|template|noscript|iframe|title|textarea|xmp|noembed|noframes|plaintext)$/.test(
    node.tagName,
  )
    ? ''
    : node.childNodes
        .map((child) => (isText(child) ? child.value : isElement(child) ? wordsOf(child) : ''))
        .join('');

function tokenOf(node: Element, name: string): Element {
  const made = token(name, wordsOf(node));
  const variant = attr(node, 'mathvariant');
  if (name === 'mi' && variant === 'normal') {
    made.attrs.push({ name: 'mathvariant', value: 'normal' });
  } else if (variant !== null) {
    for (const child of made.childNodes)
      if (isText(child)) child.value = styled(child.value, variant);
  }
  return made;
}

const token = (name: string, words: string): Element => {
  const trimmed = words.replace(/[ \t\n\r\f]+/g, ' ').trim();
  return mathElement(name, trimmed === '' ? [] : [text(trimmed)]);
};

/** `(a, b)` written as one element, which browsers no longer draw. */
function fenced(node: Element, depth: number): Element[] {
  const sign = (value: string, form?: string) => {
    const made = token('mo', value.slice(0, 10));
    if (form) made.attrs.push({ name: 'form', value: form });
    return made;
  };
  const separators = [...(attr(node, 'separators') ?? ',').replace(/\s+/g, '')];
  const row = childrenOf(node, depth).flatMap((child, at) => {
    const between = separators[Math.min(at - 1, separators.length - 1)];
    return at === 0 || between === undefined ? [child] : [sign(between), child];
  });
  return [
    sign(attr(node, 'open') ?? '(', 'prefix'),
    ...row,
    sign(attr(node, 'close') ?? ')', 'postfix'),
  ];
}

/** Browsers know the sides of cells, but not of the columns of a table: `right left` becomes those of its cells. */
function alignedRows(table: Element, depth: number): Element[] {
  const sides = (attr(table, 'columnalign') ?? '').split(/\s+/).filter(Boolean);
  const rows = childrenOf(table, depth);
  for (const row of rows) {
    row.childNodes.forEach((cell, at) => {
      const side = sides[Math.min(at, sides.length - 1)] ?? '';
      if (!isElement(cell) || cell.tagName !== 'mtd' || attr(cell, 'columnalign') !== null) return;
      if (side === 'left' || side === 'right')
        cell.attrs.push({ name: 'columnalign', value: side });
    });
  }
  return rows;
}

function withAttributes(made: Element, from: Element): Element {
  for (const { name, value, prefix } of from.attrs) {
    const check = !prefix && Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
    if (check && (check instanceof RegExp ? check.test(value) : check.includes(value)))
      made.attrs.push({ name, value });
  }
  return made;
}

function mathElement(name: string, children: readonly Node[]): Element {
  const made = element(name, {}, children);
  made.namespaceURI = MATHML;
  return made;
}
