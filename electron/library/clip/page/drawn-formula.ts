// What can be told of a formula that MathJax drew without MathML beside it: its TeX, what is read out in its place, or the
// signs that it is drawn of.
import { oneLine } from './one-line.ts';
import { attr, type Element, eachElement, rawText } from './tree.ts';

interface Told {
  readonly words: string;
  readonly isTex: boolean;
}

/** MathJax 3 and 4 name the sign in an attribute of SVG, and in a class where it comes with a style sheet. */
const SIGN = /(?:^|\s)mjx-c([\da-f]{2,6})(?:\s|$)/i;
const HEX = /^[\da-f]{2,6}$/i;
const MAX_CODE_POINT = 0x10_ff_ff;

/** @returns null where it has MathML, or says nothing */
export function toldOf(drawn: Element): Told | null {
  let hasMath = false;
  let tex = '';
  let label = attr(drawn, 'aria-label') ?? '';
  const signs: string[] = [];
  eachElement(drawn, (any) => {
    if (any.tagName === 'math' || attr(any, 'data-mathml') !== null) hasMath = true;
    tex ||= attr(any, 'data-latex') ?? '';
    label ||= attr(any, 'aria-label') ?? '';
    if (any.tagName === 'title') label ||= rawText(any);
    signs.push(signOf(any));
    // One inside another is asked for itself: however deep they nest, no element is seen more than twice.
    return !hasMath && any.tagName !== 'mjx-container';
  });
  if (hasMath) return null;
  if (oneLine(tex) !== '') return { words: oneLine(tex), isTex: true };
  const words = oneLine(label) || oneLine(signs.join(''));
  return words === '' ? null : { words, isTex: false };
}

/** Letters of mathematics are styled ones; as words they are plain. */
function signOf(any: Element): string {
  const stated = attr(any, 'data-c') ?? '';
  const hex = HEX.test(stated) ? stated : SIGN.exec(attr(any, 'class') ?? '')?.[1];
  const code = hex === undefined ? Number.NaN : Number.parseInt(hex, 16);
  return code <= MAX_CODE_POINT ? String.fromCodePoint(code).normalize('NFKC') : '';
}
