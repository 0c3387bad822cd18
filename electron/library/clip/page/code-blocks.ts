// Code as the programs that colour it leave it behind: in tables with a column of numbers, in a box for each line, with its
// language on something around it. Made plain before extraction.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import {
  attr,
  type Element,
  eachElement,
  element,
  isElement,
  type Node,
  type Parent,
  rawText,
  removeNodes,
  replace,
  setAttr,
  text,
  unwrapAll,
} from './tree.ts';

export function plainCode(document: Tree.Document): void {
  const tables: Element[] = [];
  eachElement(document, (any) => {
    if (any.tagName === 'table') tables.push(any);
  });
  for (const table of tables) plainTable(table);
  eachElement(document, (any) => {
    if (any.tagName !== 'pre') return true;
    nameLanguage(any);
    dropNumbers(any);
    breakLines(any);
    return false;
  });
}

const CODE_CELL =
  /(?:^|[\s_-])(?:code|blob-code|hljs-ln-code|hljs-ln-line|js-file-line)(?:[\s_-]|$)/i;
const NUMBERS = /^[\d\s]*$/;

/** A column of numbers beside the code, or a row for each line of it. */
function plainTable(table: Element): void {
  const rows: Element[][] = [];
  eachElement(table, (any) => {
    if (any.tagName === 'tr') rows.push(any.childNodes.filter(isElement));
    return any.tagName !== 'pre';
  });
  const [first] = rows;
  if (!first || rows.some((cells) => cells.length < 1 || cells.length > 2)) return;
  const cells = rows.map((row) => row.at(-1) as Element);
  const beside = rows.flatMap((row) => row.slice(0, -1));
  if (!beside.every((cell) => NUMBERS.test(rawText(cell)))) return;
  if (rows.length === 1) {
    const code = first.length === 2 ? codeIn(cells[0] as Element) : null;
    if (code) replace(table, code);
    return;
  }
  const areLines = cells.every((cell) => CODE_CELL.test(attr(cell, 'class') ?? ''));
  if (!areLines || beside.length !== rows.length) return;
  const lines = cells.map((cell) => rawText(cell).replace(/\n+$/, ''));
  replace(table, element('pre', {}, [text(lines.join('\n'))]));
}

function codeIn(cell: Element): Element | null {
  let code: Element | null = null;
  eachElement(cell, (any) => {
    if (any.tagName === 'pre') code ??= any;
    return code === null;
  });
  return code;
}

const LANGUAGE =
  /(?:^|\s)(?:language-|lang-|highlight-(?:source|text)-|brush:\s*|sourceCode\s+(?!code)|hljs\s+(?!language-|lang-))([\w+#.-]{1,30})/;
/** On a box around code: a whole page may say `lang-en` of itself. */
const LANGUAGE_AROUND =
  /(?:^|\s)(?:language-|highlight-(?:source|text)-|highlight\s+(?=[a-z+#]{1,12}(?:\s|$)))([\w+#.-]{1,30})/;
const LEVELS_AROUND = 3;

/** `lang-js`, `brush: js` and the like are all `language-js`, on the code or on `pre`. */
function nameLanguage(pre: Element): void {
  const inside = pre.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'code');
  let isNamed = false;
  for (const any of [pre, ...inside]) {
    const language =
      LANGUAGE.exec(attr(any, 'class') ?? '')?.[1] ??
      attr(any, 'data-lang') ??
      attr(any, 'data-language');
    if (!language) continue;
    setAttr(any, 'class', `language-${language}`);
    isNamed = true;
  }
  let around: Parent | null = isNamed ? null : pre.parentNode;
  for (let level = 0; level < LEVELS_AROUND && around && isElement(around); level++) {
    const language =
      LANGUAGE_AROUND.exec(attr(around, 'class') ?? '')?.[1] ?? attr(around, 'data-lang');
    if (language) {
      setAttr(pre, 'class', `language-${language}`);
      return;
    }
    around = around.parentNode;
  }
}

const LINE_NUMBER =
  /(?:^|\s)(?:line-?numbers?|linenos?|linenums?|lnt?|gutter|hljs-ln-numbers?|[\w-]+-line-number)(?:\s|$)/i;

function dropNumbers(pre: Element): void {
  const numbers: Node[] = [];
  eachElement(pre, (any) => {
    const isNumber = LINE_NUMBER.test(attr(any, 'class') ?? '') && /^\s*\d+\s*$/.test(rawText(any));
    if (isNumber) numbers.push(any);
    return !isNumber;
  });
  removeNodes(numbers);
}

const LINES = /^(?:div|p|li|ol|ul|tr)$/;

/** A box for each line stands for its line break. */
function breakLines(pre: Element): void {
  const boxes = new Set<Element>();
  eachElement(pre, (any) => {
    if (LINES.test(any.tagName)) boxes.add(any);
  });
  if (boxes.size === 0) return;
  // The inner ones first, so that one in the other breaks once.
  for (const box of [...boxes].reverse()) {
    if (rawText(box).endsWith('\n')) continue;
    const end = text('\n');
    end.parentNode = box;
    box.childNodes.push(end);
  }
  unwrapAll(pre, boxes);
}
