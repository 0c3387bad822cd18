// Which blocks of a page an article holds. The extractor hands out copies, so they are known again by their words.
import type { Block } from '../blocks.ts';

/** @returns for each block of the article its place among those of the page, or -1 */
export function placesOf(article: readonly Block[], page: readonly Block[]): number[] {
  const places = new Map<string, number[]>();
  page.forEach((block, at) => {
    const key = keyOf(block);
    const list = places.get(key);
    if (list) list.push(at);
    else places.set(key, [at]);
  });
  const keys = article.map(keyOf);
  const often = new Map<string, number>();
  for (const key of keys) often.set(key, (often.get(key) ?? 0) + 1);
  const taken = new Set<number>();
  const found = keys.map((key) => {
    const list = places.get(key);
    const only = list?.length === 1 && often.get(key) === 1 ? list[0] : undefined;
    if (only === undefined) return -1;
    taken.add(only);
    return only;
  });
  // What is there several times is the one beside what is known already.
  const first = found.findIndex((at) => at >= 0);
  // Of what stands before the first that is known, the first is as many blocks before it.
  let before = first < 0 ? -1 : (found[first] as number) - first - 1;
  return found.map((at, index) => {
    if (at >= 0) {
      before = at;
      return at;
    }
    const best = nearestFree(places.get(keys[index] as string) ?? [], before + 1, taken);
    if (best < 0) return -1;
    taken.add(best);
    before = best;
    return best;
  });
}

/** Looks from a place outwards: a page may say the same thing ten thousand times. @param places rising */
function nearestFree(places: readonly number[], to: number, taken: ReadonlySet<number>): number {
  let above = 0;
  for (let end = places.length; above < end; ) {
    const middle = (above + end) >> 1;
    if ((places[middle] as number) < to) above = middle + 1;
    else end = middle;
  }
  let below = above - 1;
  for (; below >= 0 || above < places.length; ) {
    const under = places[below] ?? Number.NEGATIVE_INFINITY;
    const over = places[above] ?? Number.POSITIVE_INFINITY;
    const nearer = to - under <= over - to ? under : over;
    if (!taken.has(nearer)) return nearer;
    if (nearer === under) below--;
    else above++;
  }
  return -1;
}

/** Shorter ones may be part of anything. */
const TELLING = 30;

/**
 * @param places of the article's blocks in the page, where they are known
 * @returns for each block of the page whether its words are in the article, cut up as they may be
 */
export function heldBy(
  article: readonly Block[],
  page: readonly Block[],
  places: readonly number[] = placesOf(article, page),
): boolean[] {
  const held = page.map(() => false);
  for (const at of places) if (at >= 0) held[at] = true;
  if (held.every(Boolean)) return held;
  const whole = article.map(keyOf).join('');
  return page.map((block, at) => {
    if (held[at]) return true;
    const key = keyOf(block);
    return key.length >= TELLING && whole.includes(key);
  });
}

/** The text of a block is one line: its white space is single spaces. */
const keyOf = ({ text }: Block): string => text.replaceAll(' ', '');
