// Words changed: others in their place, left out, put in.
import type { Dice } from './dice.ts';
import type { MarkedPage, TextNode } from './marked-page.ts';

/** How many words of a page change, besides those aimed at. */
const EVERYWHERE = 0.02;
/** How many highlights have a change aimed at one of their words. */
const AIMED = 0.4;

interface Word {
  readonly node: TextNode;
  readonly at: number;
  readonly word: string;
}
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

export function changeWords(page: MarkedPage, dice: Dice, highlights: readonly Span[]): void {
  const words = wordsOf(page);
  if (words.length === 0) return;
  const chosen = new Set(words.filter(() => dice.chance(EVERYWHERE)));
  for (const { start, end } of highlights) {
    if (!dice.chance(AIMED)) continue;
    const inside = words.filter(({ node, at }) => {
      const origin = page.originOf(node, at);
      return origin !== null && origin >= start && origin < end;
    });
    if (inside.length > 0) chosen.add(dice.pick(inside));
  }
  const others = words.map(({ word }) => word);
  // From the last to the first, so that the places of those before stay as they are.
  for (const one of [...words].reverse()) if (chosen.has(one)) change(page, dice, one, others);
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

function change(page: MarkedPage, dice: Dice, { node, at, word }: Word, others: string[]): void {
  const end = at + word.length;
  const other = dice.pick(others);
  const between = /\s/.test(node.value) ? ' ' : '';
  switch (dice.below(5)) {
    case 0:
      page.replace(node, at, end, '', false);
      break;
    case 1:
      page.replace(node, end, end, between + other, false);
      break;
    default:
      page.replace(node, at, end, other === word ? `${other}x` : other, false);
  }
}

function wordsOf(page: MarkedPage): Word[] {
  return page
    .textNodes()
    .flatMap((node) =>
      [...segmenter.segment(node.value)]
        .filter(({ isWordLike }) => isWordLike)
        .map(({ index, segment }) => ({ node, at: index, word: segment })),
    );
}
