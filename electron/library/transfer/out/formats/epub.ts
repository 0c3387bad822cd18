// A book (EPUB 3): a chapter an article, its pictures in it, with a table of contents. Nothing in it runs or loads anything.
import { LibraryError } from '#contract/errors.ts';
import { type AssetName, mediaTypeOf } from '#contract/types/asset.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { StoredImage } from '../../../articles/content-repo.ts';
import type { FormatWriter } from '../export-format.ts';
import type { ExportWork } from '../export-work.ts';
import type { ExportedArticle } from '../exported-article.ts';
import { placeImages } from '../place-images.ts';
import type { FolderSink } from '../sink/sink.ts';
import { headOf, marksOf } from './about-article.ts';
import { NO_PICTURE, NO_PICTURE_PATH, needsOther } from './epub/fallback-picture.ts';
import { type Chapter, CONTAINER, navDocument, packageDocument } from './epub/package-document.ts';
import { canonicalLanguage, toXhtml } from './epub/xhtml.ts';
import { escapeMarkup } from './escape-markup.ts';
import { BOOK_STYLE } from './page-style.ts';

/**
 * What every reading system shows, as EPUB 3.3 has it; of others their words stand in their place, and that is said. SVG would be one, but
 * a page's drawing may hold scripts, which a book must name or not have.
 */
const SHOWN = /\.(?:png|jpg|gif|webp)$/;

export const epub: FormatWriter = {
  shape: 'zip',
  async write(work, zip) {
    await zip.store('mimetype', 'application/epub+zip');
    await zip.put('META-INF/container.xml', CONTAINER);
    const pictures = picturesIn(work, zip);
    const chapters: Chapter[] = [];
    const facts = factsOfBook();
    for await (const article of work.articles()) {
      const at = chapters.length + 1;
      const { xhtml, hasMath } = chapterOf(article, await pictures.of(article));
      const chapter = { id: `c${at}`, path: `text/${at}.xhtml`, title: titleOf(article), hasMath };
      await zip.put(`EPUB/${chapter.path}`, xhtml);
      chapters.push(chapter);
      facts.note(article);
    }
    if (chapters.length === 0) {
      throw new LibraryError('nothing_to_read', 'A book needs an article at least.');
    }
    const book = { title: work.title, chapters, pictures: pictures.all, ...facts.book() };
    await zip.put('EPUB/style.css', BOOK_STYLE);
    await zip.put('EPUB/nav.xhtml', navDocument(book));
    await zip.put('EPUB/package.opf', packageDocument(book));
  },
};

const titleOf = ({ title }: ExportedArticle): string =>
  title.replace(/[\s\p{Cc}]+/gu, ' ').trim() || 'Untitled';

function picturesIn(work: ExportWork, folder: FolderSink) {
  const known = new Map<AssetName, boolean>();
  const all: { path: string; mediaType: string }[] = [];
  const put = async (name: AssetName, article: ExportedArticle): Promise<boolean> => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const bytes = SHOWN.test(name) ? await work.file(name, article) : null;
    known.set(name, bytes !== null);
    if (!bytes) return false;
    await folder.put(`EPUB/pictures/${name}`, bytes);
    const mediaType = mediaTypeOf(name);
    const isFirst = needsOther(mediaType) && !all.some((one) => needsOther(one.mediaType));
    if (isFirst) await folder.put(`EPUB/${NO_PICTURE_PATH}`, NO_PICTURE);
    all.push({ path: `pictures/${name}`, mediaType });
    return true;
  };
  return {
    all,
    async of(article: ExportedArticle): Promise<Map<number, StoredImage>> {
      const there = new Map<number, StoredImage>();
      const leftOut: AssetName[] = [];
      for (const [position, image] of article.images) {
        if (await put(image.assetName, article)) there.set(position, image);
        else if (!SHOWN.test(image.assetName)) leftOut.push(image.assetName);
      }
      if (leftOut.length > 0) work.report(article.title, unfit(leftOut));
      return there;
    },
  };
}

function unfit(names: readonly AssetName[]): Problem {
  const kinds = [...new Set(names.map((name) => name.slice(65).toUpperCase()))].sort();
  const pictures = names.length === 1 ? 'One picture is' : `${names.length} pictures are`;
  return {
    code: 'unsupported_type',
    message: `${pictures} not in the book, which can hold no ${kinds.join(' or ')}: what is said in place of a picture stands there.`,
  };
}

function chapterOf(
  article: ExportedArticle,
  images: ReadonlyMap<number, StoredImage>,
): { xhtml: string; hasMath: boolean } {
  const { html, dir } = article;
  const language = languageOf(article);
  const { markup, hasMath } =
    html === null
      ? { markup: '<p>The text of this article is not here yet.</p>', hasMath: false }
      : toXhtml(placeImages(html, images, (name) => `../pictures/${name}`));
  const lang = language === null ? '' : ` lang="${language}" xml:lang="${language}"`;
  const xhtml = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"${lang}${dir === null ? '' : ` dir="${dir}"`}>
<head><meta charset="UTF-8"/><title>${escapeMarkup(titleOf(article))}</title><link rel="stylesheet" type="text/css" href="../style.css"/></head>
<body>
${headOf({ ...article, title: titleOf(article) })}
<div dir="auto">${markup}</div>
${marksOf(article)}
</body>
</html>
`;
  return { xhtml, hasMath };
}

const languageOf = ({ lang }: ExportedArticle): string | null =>
  lang === null ? null : canonicalLanguage(lang);

/** Named as its authors where those are few. */
const MOST_AUTHORS = 3;

/** What of a book follows from its articles. */
function factsOfBook() {
  const languages = new Map<string, number>();
  const authors = new Set<string>();
  let rightToLeft = 0;
  let count = 0;
  let modifiedAt = 0;
  return {
    note(article: ExportedArticle): void {
      const language = languageOf(article) ?? 'und';
      languages.set(language, (languages.get(language) ?? 0) + 1);
      const author = article.author?.trim();
      if (author) authors.add(author);
      if (article.dir === 'rtl') rightToLeft++;
      count++;
      modifiedAt = Math.max(modifiedAt, article.updatedAt);
    },
    book: () => ({
      language: [...languages].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und',
      isRightToLeft: rightToLeft * 2 > count,
      authors: authors.size <= MOST_AUTHORS ? [...authors] : [],
      // A book is dated within the years that a calendar has.
      modifiedAt: Math.min(modifiedAt, Date.UTC(9999, 0)),
    }),
  };
}
