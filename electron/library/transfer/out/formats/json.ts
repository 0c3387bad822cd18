// Articles as JSON: everything that is known of each, with its text, for programs.
import { showImages } from '../../../articles/show-images.ts';
import type { FormatWriter } from '../export-format.ts';
import type { ExportedArticle } from '../exported-article.ts';
import { isoTime } from '../iso-time.ts';

export const json: FormatWriter = {
  shape: 'file',
  async write(work, file) {
    let between = '';
    await file.write('{\n"format": "lectern-articles",\n"version": 1,\n"articles": [');
    for await (const article of work.articles()) {
      await file.write(`${between}\n${asLine(toPlain(article))}`);
      between = ',';
    }
    await file.write('\n]\n}\n');
  },
};

function toPlain(article: ExportedArticle) {
  const { uid, title, url, sourceUrl, canonicalUrl, author, siteName, publishedAt, lang, dir } =
    article;
  const { excerpt, wordCount, progress, starred, archived, tags, collections, note } = article;
  return {
    uid,
    title,
    url,
    sourceUrl,
    canonicalUrl,
    author,
    siteName,
    publishedAt,
    lang,
    dir,
    excerpt,
    wordCount,
    savedAt: isoTime(article.savedAt),
    openedAt: isoTime(article.openedAt),
    finishedAt: isoTime(article.finishedAt),
    readingStatus: article.readingStatus,
    progress,
    starred,
    archived,
    tags,
    collections,
    note,
    highlights: article.highlights.map((highlight) => ({
      uid: highlight.uid,
      quote: highlight.quote,
      note: highlight.note,
      colour: highlight.colour,
      createdAt: isoTime(highlight.createdAt),
      updatedAt: isoTime(highlight.updatedAt),
      anchor: { prefix: highlight.prefix, suffix: highlight.suffix, range: highlight.range },
    })),
    text: article.html === null ? null : article.text,
    // Without pictures, of which the words stay: their files would not be there.
    html: article.html === null ? null : showImages(article.html, new Map()),
  };
}

/** `</script>` and line separators would mean something where the JSON is put into a page. */
const asLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
