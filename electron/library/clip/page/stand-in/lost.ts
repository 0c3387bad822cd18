// Signs that an address leads nowhere which need no words of any language: what the page is called has nothing to do with
// its address, and what it offers is the way to the front page, or a search.
import { type Line, wordsOf } from './lines.ts';
import type { Sight } from './sight.ts';
import { lower } from './wording.ts';

/** A text of its own says what it is; with fewer words than these the rest counts. */
const FEW = 45;
/** What scripts note for those who render their pages elsewhere. */
const STATUS = 4;
const HOME = 1;
const SEARCH = 0.5;
/** An address with several words, none of which is to be found on the page. */
const UNLIKE = 1.5;
/** The same of one word, which may be a shelf. */
const UNLIKE_ONE = 1;
/** Both together: what the page is called is nothing that anybody asked for. */
const NOTHING_ELSE = 0.5;
/** An address of the same words as the page is that page's. */
const ALIKE = -1;

interface Page {
  readonly sight: Sight;
  /** What stands in the middle of the page. */
  readonly lines: readonly Line[];
  readonly url: string;
}

/** So much and more speaks against the headline. */
export const IS_LOST = UNLIKE_ONE + HOME;

export function lostScore({ sight, lines, url }: Page): number {
  const status = /^(?:404|410)$/.test(sight.status) ? STATUS : 0;
  if (wordsOf(lines) > FEW) return status;
  const isHome = (href: string) => !/^https?:/i.test(href) || hostOf(href) === hostOf(url);
  const ways = (sight.homes.some(isHome) ? HOME : 0) + (sight.searches > 0 ? SEARCH : 0);
  const unlike = unlikeAddress(url, [sight.title, ...lines.map(({ text }) => text)]);
  if (unlike < 0) return status + unlike;
  // Alone neither says much: many a note has a link home, and many an address is made of numbers.
  if (unlike === 0 || ways === 0) return status + (unlike + ways) / 2;
  return status + unlike + ways + NOTHING_ELSE;
}

const hostOf = (url: string): string | null =>
  URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : null;

/** Not the letters of a number that was made up. */
const WORD = /(?<![A-Za-z\d])[A-Z]?[a-z]{2,}(?![A-Za-z\d])/g;
/** Shorter ones are in every text. */
const TELLING = 4;

function unlikeAddress(url: string, texts: readonly string[]): number {
  const named = namedBy(url);
  const telling = named.filter(({ length }) => length >= TELLING);
  const text = lower(texts.join('\n')).normalize('NFD').replace(/\p{M}/gu, '');
  const words = [...new Set(text.match(/[a-z]{3,}/g) ?? [])];
  // Addresses are in Latin letters whatever the page is written in.
  if (named.length === 0 || words.length === 0) return 0;
  const isThere = (name: string) =>
    words.some(
      (word) =>
        word === name ||
        (word.length >= TELLING && (word.startsWith(name) || name.startsWith(word))),
    );
  if ((telling.length > 0 ? telling : named).some(isThere)) return ALIKE;
  if (telling.length === 0) return 0;
  return telling.length > 1 ? UNLIKE : UNLIKE_ONE;
}

/** The words of the last part of an address: what stands before it is a shelf. */
function namedBy(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const last = new URL(url).pathname.split('/').findLast((part) => part !== '') ?? '';
  const words = last.replace(/\.[a-z]{2,5}$/, '').match(WORD) ?? [];
  return words.map((word) => word.toLowerCase());
}
