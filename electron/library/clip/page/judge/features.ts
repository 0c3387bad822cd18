// A block in numbers: what the models judge it by. Nothing that only one site has.
import type { Block } from '../blocks.ts';
import { type Parent, parentOf } from '../tree.ts';
import { Placing } from './placing.ts';
import { isRunning, type Share, sharesOf } from './surroundings.ts';
import { endsSentence, wordingOf } from './wording.ts';

export interface Known {
  readonly title: string;
  readonly author: string | null;
  readonly description: string | null;
}

export type Features = Record<string, number>;

/** Farther away nothing counts. */
const FAR = 30;

/**
 * @param held whether the article as found so far holds a block
 * @returns the features of a block by its place; made when asked for, as most are not
 */
export function featuresOf(
  blocks: readonly Block[],
  held: readonly boolean[],
  known: Known,
): (at: number) => Features {
  const shares = sharesOf(blocks, held);
  const total = totalOf(blocks, held);
  const placing = new Placing(shares, total);
  const running = blocks.map(isRunning);
  const body = bodyOf(blocks, running, shares, total);
  const times = new Map<string, number>();
  for (const { text } of blocks) times.set(text, (times.get(text) ?? 0) + 1);
  const first = running.indexOf(true);
  const last = running.lastIndexOf(true);
  const toPrevious = distances(running);
  const toNext = distances(running.toReversed()).reverse();
  const heldBefore = distances(held);
  const heldAfter = distances(held.toReversed()).reverse();
  const like = likenessTo(known);
  const wordsBefore: number[] = [];
  let before = 0;
  for (const { words } of blocks) {
    wordsBefore.push(before);
    before += words;
  }
  const essentials = blocks.map(essentialsOf);

  return (at) => {
    const block = blocks[at] as Block;
    const found: Record<string, number> = placing.of(block);
    wordingOf(block, found);
    like(block, found);
    found.place = at / blocks.length;
    found.placeInWords = (wordsBefore[at] ?? 0) / Math.max(1, total.words);
    found.fromFirst = near(at - (first < 0 ? blocks.length : first));
    found.fromLast = near(at - last);
    found.toPrevious = toPrevious[at] ?? FAR;
    found.toNext = toNext[at] ?? FAR;
    found.times = times.get(block.text) ?? 0;
    found.toBody = levelsTo(body, block.container);
    found.heldHere = shareAround(block, shares);
    found.heldBefore = heldBefore[at] ?? FAR;
    found.heldAfter = heldAfter[at] ?? FAR;
    ESSENTIALS.forEach(({ before, after }, which) => {
      found[before] = essentials[at - 1]?.[which] ?? -1;
      found[after] = essentials[at + 1]?.[which] ?? -1;
    });
    const [tag] = block.tags;
    found.sameBefore = blocks[at - 1]?.tags[0] === tag ? 1 : 0;
    found.sameAfter = blocks[at + 1]?.tags[0] === tag ? 1 : 0;
    return found;
  };
}

/** What a block is told of the one before and the one after. */
const ESSENTIALS = ['words', 'linkShare', 'ends', 'isItem', 'isTitle', 'isHeading'].map((name) => ({
  before: `${name}Before`,
  after: `${name}After`,
}));

function essentialsOf({ words, linkWords, text, tags: [tag = ''] }: Block): number[] {
  return [
    words,
    linkWords / Math.max(1, words),
    endsSentence(text) ? 1 : 0,
    ...[/^(?:li|dd|dt)$/, /^h[12]$/, /^h[3-6]$/].map((pattern) => (pattern.test(tag) ? 1 : 0)),
  ];
}

/** What the page says of itself, said again. */
function likenessTo(known: Known): (block: Block, found: Record<string, number>) => void {
  const title = letters(known.title);
  const description = letters(known.description ?? '');
  const author = letters(known.author ?? '');
  return ({ text, words }, found) => {
    const plain = letters(text);
    const isLike =
      plain.length > 12 && (title.includes(plain) || (title.length > 12 && plain.includes(title)));
    const isDescribed =
      plain.length > 15 &&
      description.length > 15 &&
      (description.includes(plain) || plain.startsWith(description.slice(0, 60)));
    found.isTheTitle = plain.length > 3 && plain === title ? 1 : 0;
    found.likeTitle = isLike ? 1 : 0;
    found.likeDescription = isDescribed ? 1 : 0;
    found.hasAuthor = author.length > 3 && words < 30 && plain.includes(author) ? 1 : 0;
  };
}

function totalOf(blocks: readonly Block[], held: readonly boolean[]): Share {
  const total: Share = { words: 0, linkWords: 0, blocks: 0, prose: 0, held: 0 };
  blocks.forEach((block, at) => {
    total.words += block.words;
    total.linkWords += block.linkWords;
    total.blocks++;
    if (isRunning(block)) total.prose += block.words;
    if (held[at]) total.held += block.words;
  });
  return total;
}

/** The innermost element that holds most of the running text. */
function bodyOf(
  blocks: readonly Block[],
  running: readonly boolean[],
  shares: ReadonlyMap<Parent, Share>,
  total: Share,
): Parent | null {
  let best: Parent | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  blocks.forEach((block, at) => {
    if (!running[at]) return;
    for (let up: Parent | null = block.container; up; up = parentOf(up)) {
      const share = shares.get(up);
      const weight = share ? (total.held > 0 ? share.held : share.prose) : 0;
      const all = total.held > 0 ? total.held : total.prose;
      if (!share || weight < all * 0.6) continue;
      if (share.blocks < fewest) {
        fewest = share.blocks;
        best = up;
      }
      return;
    }
  });
  return best;
}

/** Levels from a block up to where it meets the body; negative inside of it. */
function levelsTo(body: Parent | null, container: Parent | null): number {
  if (!body) return FAR;
  let level = 0;
  for (let up = container; up; up = parentOf(up), level++) if (up === body) return -level;
  const around = new Set<Parent>();
  for (let up: Parent | null = body; up; up = parentOf(up)) around.add(up);
  let meets = 0;
  for (let up: Parent | null = container; up && !around.has(up); up = parentOf(up)) meets++;
  return 1 + meets;
}

/** How much of the words in the nearest element with other blocks the article holds. */
function shareAround(block: Block, shares: ReadonlyMap<Parent, Share>): number {
  for (let up: Parent | null = block.container; up; up = parentOf(up)) {
    const share = shares.get(up);
    if (share && share.blocks > 1) return share.held / Math.max(1, share.words);
  }
  return 0;
}

function distances(marks: readonly boolean[]): number[] {
  let since = FAR;
  return marks.map((isMarked) => {
    const distance = since;
    since = isMarked ? 1 : Math.min(FAR, since + 1);
    return distance;
  });
}

const near = (distance: number): number => Math.max(-FAR, Math.min(FAR, distance));
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
