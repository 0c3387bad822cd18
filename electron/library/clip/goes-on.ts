// Whether a page goes on with an article, by what was read of both. Its address says that it may; its words have to agree.
import type { ParsedPage } from '#contract/page.ts';

type Page = Pick<
  ParsedPage,
  'title' | 'author' | 'publishedAt' | 'lang' | 'bodyText' | 'wordCount' | 'images'
>;

const FEWEST_WORDS = 20;
/** Of the letters of a page, in paragraphs that an earlier page has. */
const MOST_REPEATED = 0.5;
/** Of the words of the shorter title. */
const LEAST_SHARED = 0.6;

/** @param before the pages of the article so far, at least one */
export function goesOn(before: readonly Page[], next: Page): boolean {
  const [first] = before;
  if (!first) return false;
  return (
    (next.wordCount >= FEWEST_WORDS || next.images.length > 0) &&
    isAlike(first.lang, next.lang) &&
    isAlike(first.author, next.author) &&
    isAlike(first.publishedAt?.slice(0, 10), next.publishedAt?.slice(0, 10)) &&
    hasSameTitle(first.title, next.title) &&
    repeated(before, next) <= MOST_REPEATED
  );
}

const isAlike = (one: string | null | undefined, other: string | null | undefined): boolean =>
  !one || !other || one.toLowerCase() === other.toLowerCase();

function hasSameTitle(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const fewer = Math.min(a.size, b.size);
  if (fewer === 0) return true;
  return [...a].filter((word) => b.has(word)).length >= fewer * LEAST_SHARED;
}

const PAGE_WORDS = /^(?:page|seite|pagina|página|sida|side|sivu|strona|teil|part|\d+)$/u;

function wordsOf(title: string): Set<string> {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !PAGE_WORDS.test(word)));
}

function repeated(before: readonly Page[], next: Page): number {
  const known = new Set(before.flatMap(paragraphsOf));
  const paragraphs = paragraphsOf(next);
  const letters = (all: readonly string[]) => all.reduce((sum, { length }) => sum + length, 0);
  const all = letters(paragraphs);
  return all === 0 ? 0 : letters(paragraphs.filter((paragraph) => known.has(paragraph))) / all;
}

const paragraphsOf = ({ bodyText }: Page): string[] =>
  bodyText
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
