// A PDF, from its bytes to reader content and texts: what is drawn on its pages becomes headings and paragraphs again.
import { serialize } from 'parse5';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.d.ts';
import { LibraryError } from '#contract/errors.ts';
import type { PageInput, ParsedPage } from '#contract/page.ts';
import type { Problem } from '#contract/types/problem.ts';
import { webUrl } from '../addresses.ts';
import { brokenOff } from '../archive/saved-archive.ts';
import { describe } from '../describe.ts';
import { called } from '../detect-kind.ts';
import { guessLanguage } from '../metadata/guess-language.ts';
import { sanitizeHtml } from '../sanitize.ts';
import { type BodyType, blocksOf } from './blocks.ts';
import { readingOrder } from './columns.ts';
import { joinParts } from './go-on.ts';
import { linesOf } from './lines.ts';
import { dropMargins, type PageOfRuns } from './margins.ts';
import { vocabularyOf } from './mend.ts';
import { notedIn } from './noted.ts';
import { openPdf } from './open-pdf.ts';
import { commonest, roundTo } from './piece.ts';
import { printedAuthor } from './printed-author.ts';
import { type PagesRead, readPages } from './read-pages.ts';
import { authorOf, lettersOf, titleOf } from './title.ts';
import { type TextBlock, textBlocks, toTree } from './to-tree.ts';

export interface PdfSurroundings {
  /** Folder with `cmaps/` and `standard_fonts/` of pdfjs, ending in a slash. */
  readonly tables: string;
  /** Asked between pages: what has been read by then is what there is. */
  readonly isTimeUp: () => boolean;
}

/** Its text is characters already: there is no encoding to name. */
const CHARSET = 'binary';

/** @throws LibraryError not_allowed (locked with a password), unsupported_type (damaged) */
export async function readPdf(input: PageInput, around: PdfSurroundings): Promise<ParsedPage> {
  const { document, isCut } = await openPdf(input, around.tables);
  try {
    const [noted, read] = [await notedIn(document), await readPages(document, around.isTimeUp)];
    if (read.pages.length === 0) throw unreadable(input);
    const { blocks, firstPage } = textOf(read.pages);
    const title = titleOf(noted, firstPage);
    const content = sanitizeHtml(serialize(toTree(untitled(blocks, title))));
    const described = describe(content, {
      title,
      description: null,
      dir: null,
      input,
      warning: warningOf(document, read, blocks) ?? (isCut ? brokenOff(called(input.name)) : null),
    });
    return {
      kind: 'pdf',
      charset: CHARSET,
      author: authorOf(noted) ?? printedAuthor(firstPage, title),
      siteName: null,
      publishedAt: noted.publishedAt,
      sourceUrl: webUrl(input.url),
      canonicalUrl: null,
      images: [],
      leadImage: -1,
      links: read.links,
      // What the program that wrote the file took for its language is often only its own.
      lang: (await guessLanguage(described.bodyText)) ?? noted.lang,
      ...described,
    };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** The pages as one text. */
function textOf(pages: readonly PageOfRuns[]): {
  blocks: TextBlock[];
  firstPage: TextBlock[];
} {
  const regions = dropMargins(pages).map(({ rows }) => readingOrder(rows.flat()).map(linesOf));
  const lines = regions.flat(2);
  const body = bodyType(lines);
  const words = vocabularyOf(lines.map(({ text }) => text));
  const blocks = regions.map((page) => page.map((region) => blocksOf(region, body)));
  return {
    blocks: textBlocks(joinParts(blocks.flat(), body), body, words),
    firstPage: textBlocks(blocks[0]?.flat() ?? [], body, words),
  };
}

function bodyType(lines: readonly { text: string; size: number; font: string }[]): BodyType {
  const weight = ({ text }: { text: string }) => text.length;
  const size = commonest(lines, (line) => roundTo(line.size, 0.5), weight) ?? 10;
  const same = lines.filter((line) => Math.abs(line.size - size) <= 0.5);
  return { size, font: commonest(same, ({ font }) => font, weight) ?? '' };
}

/** The title is shown by itself: it is not said again at the beginning of the text. */
function untitled(blocks: readonly TextBlock[], title: string): TextBlock[] {
  const letters = lettersOf(title);
  const at = blocks.findIndex(({ text }) => lettersOf(text) === letters);
  return letters === '' || at < 0 || at > 12 ? [...blocks] : blocks.filter((_, i) => i !== at);
}

const unreadable = ({ name }: PageInput): LibraryError =>
  new LibraryError('unsupported_type', `${called(name)} is damaged: no page of it can be read.`);

function warningOf(
  { numPages }: PDFDocumentProxy,
  { pages, broken, isComplete }: PagesRead,
  blocks: readonly TextBlock[],
): Problem | null {
  const number = (value: number) => value.toLocaleString('en');
  if (blocks.length === 0) {
    const message = 'The pages of this PDF are pictures: there is no text in it. The file is kept.';
    return { code: 'nothing_to_read', message };
  }
  if (!isComplete) {
    const message = `The PDF has ${number(numPages)} pages. The text of the first ${number(pages.length)} was read; the file is kept whole.`;
    return { code: 'too_large', message };
  }
  if (broken === 0) return null;
  const message = `${number(broken)} of ${number(numPages)} pages are damaged and could not be read. The file is kept whole.`;
  return { code: 'nothing_to_read', message };
}
