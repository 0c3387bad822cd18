// Numbers the blocks of a page in its tree, by what a reader restores or removes as one: a paragraph, a heading, a
// figure, a list of short lines, a box of a few words.
import { ALLOWED_TAGS, BLOCK_ATTRIBUTE } from '../allow-list.ts';
import type { Block } from '../blocks.ts';
import { type Element, element, isElement, type Parent, parentOf, setAttr } from '../tree.ts';
import type { LaidBlock } from './lay-out.ts';

/** Lists and tables whose longest line is longer are restored line by line. */
const SHORT_LINE = 40;
/** A box of so many words that was left out is a teaser, a menu, a row of buttons. */
const SMALL_BOX = 60;
/** What lists and tables hold of an article at most: some pages are a single table. */
const MOST_OF_ARTICLE = 0.5;

const ROWS = new Set(['ul', 'ol', 'dl', 'table', 'nav']);

/** What stands in an element. */
interface Inside {
  blocks: number;
  kept: number;
  words: number;
  longest: number;
}

/**
 * Which of them are one does not hang on what a reader has restored or removed, so that it stays.
 * @returns for each block of the layout the number of what it is part of
 */
export function markBlocks(blocks: readonly LaidBlock[]): number[] {
  const inside = insideOf(blocks);
  const keptWords = blocks.reduce((sum, { block, kept }) => (kept ? sum + block.words : sum), 0);

  function isOne(any: Element): boolean {
    const { blocks: count, kept, words, longest } = inside.get(any) as Inside;
    if (kept > 0 && kept < count) return false;
    if (any.tagName === 'figure') return true;
    if (kept > 0 && words > keptWords * MOST_OF_ARTICLE) return false;
    if (ROWS.has(any.tagName)) return longest <= SHORT_LINE;
    // A cell or a row has no place of its own, and a box of the article is not told apart from its paragraphs.
    return kept === 0 && count > 1 && words <= SMALL_BOX && !CELLS.has(any.tagName);
  }

  // All before any is marked, which changes what is looked at.
  const wholes = blocks.map(({ block }) => {
    let whole: Element | null = null;
    for (let up = placeOf(block); up; up = parentOf(up)) {
      if (isElement(up) && isOne(up)) whole = up;
    }
    return whole;
  });
  const numbers = new Map<Element, number>();
  let next = 0;
  return blocks.map(({ block }, at) => {
    const whole = wholes[at] ?? null;
    const known = whole && numbers.get(whole);
    if (typeof known === 'number') return known;
    const number = next++;
    if (whole) {
      numbers.set(whole, number);
      markWhole(whole, number);
    } else markLine(block, number);
    return number;
  });
}

const CELLS = new Set(['li', 'dt', 'dd', 'td', 'th', 'tr', 'thead', 'tbody', 'tfoot', 'summary']);

/** Where it stands by now: putting it into the article may have given it another parent. */
const placeOf = ({ nodes }: Block): Parent | null => nodes[0]?.parentNode ?? null;

function insideOf(blocks: readonly LaidBlock[]): Map<Parent, Inside> {
  const inside = new Map<Parent, Inside>();
  for (const { block, kept } of blocks) {
    for (let up = placeOf(block); up; up = parentOf(up)) {
      const sum = inside.get(up) ?? { blocks: 0, kept: 0, words: 0, longest: 0 };
      inside.set(up, sum);
      sum.blocks++;
      if (kept) sum.kept++;
      sum.words += block.words;
      sum.longest = Math.max(sum.longest, block.words);
    }
  }
  return inside;
}

/** Elements that reader content does not know would lose their mark. */
function markWhole(whole: Element, number: number): void {
  if (!ALLOWED_TAGS.has(whole.tagName)) {
    whole.tagName = 'div';
    whole.nodeName = 'div';
  }
  setAttr(whole, BLOCK_ATTRIBUTE, `${number}`);
}

function markLine({ nodes }: Block, number: number): void {
  const [first] = nodes;
  const parent = first?.parentNode;
  if (!first || !parent) return;
  const isAlone = isElement(parent) && parent.childNodes.length === nodes.length;
  if (isAlone && ALLOWED_TAGS.has(parent.tagName) && !ROWS.has(parent.tagName)) {
    setAttr(parent, BLOCK_ATTRIBUTE, `${number}`);
    return;
  }
  // Bare text beside blocks gets an element of its own.
  const at = parent.childNodes.indexOf(first);
  const line = element('span', { [BLOCK_ATTRIBUTE]: `${number}` }, nodes);
  line.parentNode = parent;
  parent.childNodes.splice(at, nodes.length, line);
}
