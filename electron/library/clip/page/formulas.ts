// Formulas, in all the ways in which pages write them: MathML, and what KaTeX, MathJax and wikis draw around it. Before
// extraction each becomes a piece of code with a number, which nothing that follows takes for something else; after it, what
// it is.
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { toldOf } from './drawn-formula.ts';
import { mathOf, texOf } from './mathml.ts';
import { oneLine } from './one-line.ts';
import {
  attr,
  type Element,
  eachElement,
  element,
  isElement,
  isText,
  type Node,
  type Parent,
  rawText,
  removeAttr,
  removeNodes,
  replace,
  setAttr,
  text,
} from './tree.ts';

interface Formula {
  /** As it is to be shown; null where the page has its source alone. */
  math: Element | null;
  readonly place: Element;
}

const NUMBER = /^lectern-formula-(\d+)$/;

/** What is drawn of one formula: by the names that the programs give to it, which are the same on all pages. */
const DRAWN =
  /(?:^|\s)(?:katex(?:-(?:display|mathml|html))?|mathjax(?:_\w+)?|mjx_assistive_mathml|mwe-math-[\w-]+)(?:\s|$)/i;
const isDrawn = (any: Element): boolean =>
  /^mjx-(?:container|assistive-mml)$/.test(any.tagName) || DRAWN.test(attr(any, 'class') ?? '');
const DISPLAYED =
  /(?:^|\s)(?:katex-display|mathjax(?:_\w+)?_display|mwe-math-\w+-display)(?:\s|$)/i;

/** Where a paragraph can stand. */
const HOLDS_BLOCKS = /^(?:article|blockquote|body|center|dd|div|figure|li|main|section|td)$/;

export function numberFormulas(document: Tree.Document): Formula[] {
  const found: Formula[] = [];
  const add = (from: Element, math: Element | null, tex: string, isDisplayed = false) => {
    const whole = wholeOf(from);
    const isBlock =
      isDisplayed || (math !== null && attr(math, 'display') === 'block') || isDisplay(from, whole);
    if (math && isBlock && attr(math, 'display') === null)
      math.attrs.push({ name: 'display', value: 'block' });
    const source = oneLine(tex || (math && (texOf(math) || rawText(math))) || '');
    const place = element('code', { class: `lectern-formula-${found.length}` }, [text(source)]);
    found.push({ math: math && mathOf(math), place });
    const parent = whole.parentNode;
    const stands = isBlock && parent && isElement(parent) && HOLDS_BLOCKS.test(parent.tagName);
    replace(whole, stands ? element('p', {}, [place]) : place);
  };
  const told: Node[] = [];
  eachElement(document, (any) => {
    if (any.tagName === 'math') {
      add(any, any, '');
      return false;
    }
    // Where there is nothing else of the formula, what is drawn for the eyes alone is its text.
    if (isForEyes(any)) removeAttr(any, 'aria-hidden');
    const inside = attr(any, 'data-mathml');
    const math = inside === null ? null : mathIn(inside);
    if (math) {
      add(any, math, '');
      return false;
    }
    const drawing = any.tagName === 'mjx-container' ? toldOf(any) : null;
    if (drawing) {
      if (drawing.isTex) add(any, null, drawing.words);
      else replace(any, element('span', {}, [text(drawing.words)]));
      return false;
    }
    const type =
      any.tagName === 'script' ? /^math\/(\w+)(.*)$/.exec(attr(any, 'type') ?? '') : null;
    if (!type) return true;
    told.push(any);
    const drawn = drawnBefore(any);
    const last = found.at(-1);
    const source = rawText(any);
    if (drawn && last && (drawn === last.place || drawn.childNodes[0] === last.place)) {
      const { math } = last;
      if (math && type[1] === 'tex' && attr(math, 'alttext') === null)
        setAttr(math, 'alttext', oneLine(source));
      return false;
    }
    const stated = type[1] === 'mml' ? mathIn(source) : null;
    if (type[1] !== 'mml' || stated)
      add(drawn ?? any, stated, stated ? '' : source, /mode=display/.test(type[2] ?? ''));
    return false;
  });
  removeNodes(told);
  return found;
}

const isForEyes = (any: Element): boolean =>
  attr(any, 'class') === 'katex-html' && any.parentNode?.childNodes.filter(isElement).length === 1;

/** Puts the formulas that the article kept into it. */
export function putFormulas(article: Parent, found: readonly Formula[]): void {
  if (found.length === 0) return;
  eachElement(article, (any) => {
    if (any.tagName !== 'code') return;
    const formula = found[Number(NUMBER.exec(attr(any, 'class') ?? '')?.[1] ?? -1)];
    const { math } = formula ?? {};
    if (!math) return;
    replace(any, math);
    // A page that names the same number twice does not get the formula twice.
    if (formula) formula.math = null;
  });
}

/** The outermost element that is nothing but the drawing of this formula. */
function wholeOf(from: Element): Element {
  let whole = from;
  for (let up = from.parentNode; up && isElement(up) && isDrawn(up); up = up.parentNode) whole = up;
  return whole;
}

function isDisplay(from: Element, whole: Element): boolean {
  for (let up: Element | null = from; up; ) {
    if (DISPLAYED.test(attr(up, 'class') ?? '')) return true;
    if (up.tagName === 'mjx-container' && attr(up, 'display') === 'true') return true;
    const parent: Parent | null = up === whole ? null : up.parentNode;
    up = parent && isElement(parent) ? parent : null;
  }
  return false;
}

function mathIn(markup: string): Element | null {
  let found: Element | null = null;
  eachElement(parseFragment(markup), (any) => {
    if (any.tagName === 'math') found ??= any;
    return found === null;
  });
  return found;
}

/** What MathJax drew of the source that stands behind it. */
function drawnBefore(script: Element): Element | null {
  const siblings = script.parentNode?.childNodes ?? [];
  for (let at = siblings.indexOf(script) - 1; at >= 0; at--) {
    const sibling = siblings[at] as Node;
    if (isText(sibling) && sibling.value.trim() === '') continue;
    if (!isElement(sibling)) return null;
    const isOurs = NUMBER.test(
      attr(sibling.tagName === 'p' ? firstOf(sibling) : sibling, 'class') ?? '',
    );
    return isOurs || isDrawn(sibling) ? sibling : null;
  }
  return null;
}

const firstOf = (parent: Element): Element => {
  const [first] = parent.childNodes;
  return first && isElement(first) ? first : parent;
};
