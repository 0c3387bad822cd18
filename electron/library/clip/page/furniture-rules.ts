// The rules by which a block is told from the text. General ones only: words that classes use everywhere, places, shapes.
import type { Furniture } from './allow-list.ts';
import type { Block } from './blocks.ts';
import { findDate } from './metadata/parse-date.ts';
import { PLAYER } from './players.ts';
import {
  AGENCY,
  ASIDE_HINT,
  ASIDE_NAME,
  BY,
  BYLINE_NAME,
  CAPTION_NAME,
  COUNTER,
  CREDIT,
  INVITE,
  JUNK_NAME,
  LEAD_IN,
  READ_TIME,
  REPORTERS,
  RIGHTS,
} from './role-words.ts';
import { type Element, eachElement, isElement, type Parent, rawText } from './tree.ts';
import { estimateWords } from './word-count.ts';

export interface BlockContext {
  readonly blocks: readonly Block[];
  readonly title: string;
  readonly author: string | null;
  readonly words: number;
  /** Share of words inside links. */
  readonly linked: number;
  /** First and last block of running text. */
  readonly firstProse: number;
  readonly lastProse: number;
  /** The `article` element around the first running text. */
  readonly mainArticle: Element | null;
  readonly wordsIn: (element: Element) => number;
  readonly holdsImage: (element: Element) => boolean;
  /** Blocks that earlier turns have marked. */
  readonly marked: Map<Block, Verdict>;
}

/** `junk` leaves the reader content as well: buttons and menus without a word for a reader. */
export type Verdict = Furniture | 'junk';

type Judge = (block: Block, at: number, context: BlockContext) => Verdict | null;

export function contextOf(
  blocks: readonly Block[],
  known: { readonly title: string; readonly author: string | null },
): BlockContext {
  const wordsIn = new Map<Element, number>();
  const holdsImage = new Map<Element, boolean>();
  const words = sum(blocks, (block) => block.words);
  const prose = blocks.flatMap((block, at) => (isProse(block) ? [at] : []));
  return {
    blocks,
    ...known,
    words,
    linked: words === 0 ? 0 : sum(blocks, (block) => block.linkWords) / words,
    firstProse: prose[0] ?? blocks.length,
    lastProse: prose.at(-1) ?? -1,
    mainArticle: articleAround(blocks[prose[0] ?? -1]),
    wordsIn: (element) =>
      remember(wordsIn, element, () => estimateWords(rawText(element).replace(/\s+/g, ' '))),
    holdsImage: (element) =>
      remember(holdsImage, element, () => {
        let found = false;
        eachElement(element, ({ tagName }) => {
          found ||= tagName === 'img' || tagName === 'picture';
          return !found;
        });
        return found;
      }),
    marked: new Map(),
  };
}

const isProse = ({ words, linkWords, text, tags }: Block): boolean =>
  words >= 25 &&
  linkWords < words * 0.4 &&
  !/^h\d$/.test(tags[0] ?? '') &&
  !tags.includes('figcaption') &&
  /[.!?…。！？:;"”»)]/.test(text);

const HEADING = /^h[1-6]$/;
const isHeading = ({ tags }: Block): boolean => HEADING.test(tags[0] ?? '');

/** Elements around a block that hold only a small part of the article: their names are about the block. */
function* smallAround(block: Block, context: BlockContext, levels = 5): Generator<Element> {
  let up: Parent | null = block.container;
  for (let level = 0; up && isElement(up) && level < levels; level++) {
    if (context.wordsIn(up) > Math.max(60, context.words * 0.35)) return;
    yield up;
    up = up.parentNode;
  }
}

function isNamed(block: Block, context: BlockContext, pattern: RegExp, levels?: number): boolean {
  let level = 0;
  for (const _ of smallAround(block, context, levels))
    if (pattern.test(block.names[level++] ?? '')) return true;
  return false;
}

/** Containers without a meaning of their own: a cell, a quote or an item with a picture is content. */
const PLAIN = new Set(['div', 'p', 'span', 'a', 'center', 'figure']);

const JUDGES: Readonly<Record<string, Judge>> = {
  'buttons, menus and sign-up forms': (block, _at, context) =>
    block.words <= 30 &&
    (block.tags.slice(0, 6).includes('nav') ||
      (!isProse(block) && isNamed(block, context, JUNK_NAME)))
      ? 'junk'
      : null,

  'inside a caption element': ({ tags }) =>
    tags.slice(0, 6).includes('figcaption') ? 'caption' : null,

  'in a figure with a picture': (block, _at, context) => {
    const figure = block.tags.indexOf('figure');
    if (
      figure < 0 ||
      figure > 5 ||
      /table|pre|blockquote|code/.test(block.tags.slice(0, figure).join(' '))
    )
      return null;
    return block.words <= 80 && context.wordsIn(ancestor(block, figure)) <= 120 ? 'caption' : null;
  },

  'called a caption or a credit': (block, _at, context) =>
    block.words <= 80 && isNamed(block, context, CAPTION_NAME, 4) ? 'caption' : null,

  'credit line': ({ text, words }) =>
    (words <= 25 && CREDIT.test(text)) || (words <= 9 && AGENCY.test(text)) ? 'caption' : null,

  'picture counter': ({ text }) => (COUNTER.test(text) ? 'caption' : null),

  'alone with a picture': (block, at, context) => {
    if (block.words > 40 || isHeading(block) || at === context.firstProse) return null;
    for (const around of smallAround(block, context, 3)) {
      if (!context.holdsImage(around)) continue;
      return context.wordsIn(around) <= 60 && PLAIN.has(around.tagName) ? 'caption' : null;
    }
    return null;
  },

  'the title again': (block, at, context) => {
    if (at > context.firstProse || block.words > 40 || context.title === '') return null;
    const [one, other] = [letters(block.text), letters(context.title)];
    // Whoever shows the article shows its title: a heading that says the same word for word is one too many.
    if (one === other) return isHeading(block) ? 'junk' : 'title';
    return one.length > 15 &&
      (other.includes(one) || (one.includes(other) && one.length < other.length * 1.5))
      ? 'title'
      : null;
  },

  'a date at the head': ({ text, words }, at, context) =>
    at < context.firstProse + 1 &&
    words <= 16 &&
    (findDate(text) !== null || /\b\d{1,2}[:.]\d{2}\s*(?:am|pm|uhr|h)?\b/i.test(text))
      ? 'byline'
      : null,

  'a byline at the head': (block, at, context) => {
    if (at > context.firstProse || block.words > 16 || isHeading(block)) return null;
    if (BY.test(block.text) || READ_TIME.test(block.text)) return 'byline';
    if (context.author && letters(block.text).includes(letters(context.author)) && block.words < 12)
      return 'byline';
    return isNamed(block, context, BYLINE_NAME, 3) ? 'byline' : null;
  },

  'called a date or an author': (block, _at, context) =>
    block.words <= 12 && !isHeading(block) && isNamed(block, context, BYLINE_NAME, 2)
      ? 'byline'
      : null,

  navigation: ({ tags }) => (tags.slice(0, 6).includes('nav') ? 'aside' : null),

  'called something beside the text': (block, _at, context) =>
    isNamed(block, context, ASIDE_NAME) ||
    (block.words <= 14 && !isHeading(block) && isNamed(block, context, ASIDE_HINT, 2))
      ? 'aside'
      : null,

  'part of another article': (block, _at, context) => {
    const own = articleAround(block);
    const main = context.mainArticle;
    if (!own || !main || own === main || isWithin(main, own)) return null;
    return isWithin(own, main) || context.wordsIn(main) >= context.words * 0.5 ? 'aside' : null;
  },

  'lead to another page': ({ text, words, linkWords }, _at, { linked }) =>
    LEAD_IN.test(text) && (words <= 5 || (linkWords >= words * 0.4 && linked < 0.5))
      ? 'aside'
      : null,

  'a player': ({ names }) => (names[0]?.includes(PLAYER) ? 'aside' : null),

  'nothing but a link': (block, at, { linked, blocks }) => {
    if (linked >= 0.35 || block.words < 3 || block.words > 40 || block.tags[0] === 'td')
      return null;
    if (block.linkWords < block.words * 0.85) return null;
    // A heading that is a link is still the heading of what follows.
    const next = blocks[at + 1];
    return isHeading(block) && next && isProse(next) ? null : 'aside';
  },

  'invitation at the end': ({ text, words, linkWords }, at, { lastProse, blocks }) =>
    words <= 45 &&
    INVITE.test(text) &&
    (linkWords > 0 || words <= 12) &&
    (at >= lastProse || at >= blocks.length - 3)
      ? 'aside'
      : null,

  'rights at the end': ({ text, words }, at, { lastProse, blocks }) =>
    words <= 45 && RIGHTS.test(text) && (at >= lastProse || at >= blocks.length - 4)
      ? 'aside'
      : null,

  'reporters at the end': ({ text, words }, at, { blocks }) =>
    words <= 60 && at >= blocks.length - 4 && REPORTERS.test(text) ? 'byline' : null,
};

/** What a rule may mark of a page, as a share of its words. */
const SHARES: Readonly<Record<string, number>> = {
  'inside a caption element': 0.6,
  navigation: 0.6,
  'called something beside the text': 0.45,
  'part of another article': 0.85,
};
const SHARE = 0.25;

/** In order; the first that applies decides. */
export const RULES = Object.entries(JUDGES).map(([name, judge]) => ({
  name,
  feature: name.replaceAll(' ', '-'),
  judge,
  share: SHARES[name] ?? SHARE,
}));

function articleAround(block: Block | undefined): Element | null {
  for (let up: Parent | null = block?.container ?? null; up && isElement(up); up = up.parentNode)
    if (up.tagName === 'article') return up;
  return null;
}

function isWithin(inner: Element, outer: Element): boolean {
  for (let up: Parent | null = inner; up && isElement(up); up = up.parentNode)
    if (up === outer) return true;
  return false;
}

function ancestor(block: Block, level: number): Element {
  let up = block.container as Element;
  for (let i = 0; i < level; i++) up = up.parentNode as Element;
  return up;
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
