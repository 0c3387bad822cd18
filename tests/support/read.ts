// Reads markup as the page reader gets it, with as little said about it as a test wants to say.
import { readFileSync } from 'node:fs';
import { type PageInput, ParsedPage } from '#contract/page.ts';
import { tablesInPackage } from '#hosts/pdf-tables.ts';
import { readAny, readPage } from '#library/clip/page/read-page.ts';

export const pageInput = (
  source: string | Uint8Array,
  given: Partial<PageInput> = {},
): PageInput => ({
  bytes: typeof source === 'string' ? new TextEncoder().encode(source) : new Uint8Array(source),
  kind: 'auto',
  charset: null,
  url: null,
  name: null,
  ...given,
});

/** Reads a page that is no PDF, and checks that what comes out is what the contract says. No language is guessed. */
export const read = (source: string | Uint8Array, given: Partial<PageInput> = {}): ParsedPage =>
  ParsedPage.parse(readPage(pageInput(source, given)));

/** Reads anything, in the language that it names or seems to be in. */
export const readWhole = async (
  source: string | Uint8Array,
  given: Partial<PageInput> = {},
): Promise<ParsedPage> => {
  const around = { tables: tablesInPackage(), isTimeUp: () => false };
  return ParsedPage.parse(await readAny(pageInput(source, given), around));
};

/** A page written for the tests, from tests/fixtures/pages. */
export const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/pages/${name}`, import.meta.url));

/** Enough running text for a page to be taken for an article, with a word of its own in each sentence. */
export const prose = (sentences = 12): string =>
  Array.from(
    { length: sentences },
    (_, at) =>
      `Sentence number ${at + 1} says something about herons, which stand in shallow water and wait.`,
  ).join(' ');

/** A page of an article's usual shape around a content. */
export const article = (content: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Herons</title>${head}</head>` +
  `<body><article><p>${prose()}</p>${content}<p>${prose(6)}</p></article></body></html>`;
