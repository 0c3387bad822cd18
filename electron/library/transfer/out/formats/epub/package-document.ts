// The documents of a book beside its chapters: what it is called, what lies in it, in which order it is read.
import { createHash } from 'node:crypto';
import { escapeMarkup } from '../escape-markup.ts';
import { NO_PICTURE_PATH, needsOther } from './fallback-picture.ts';

export interface Chapter {
  readonly id: string;
  /** From the package document. */
  readonly path: string;
  readonly title: string;
  readonly hasMath: boolean;
}

export interface Book {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly isRightToLeft: boolean;
  readonly authors: readonly string[];
  /** Milliseconds UTC. */
  readonly modifiedAt: number;
  readonly chapters: readonly Chapter[];
  readonly pictures: readonly { readonly path: string; readonly mediaType: string }[];
}

export const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

export function packageDocument(book: Book): string {
  const { chapters, pictures, language } = book;
  const items = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="style" href="style.css" media-type="text/css"/>',
    ...chapters.map(
      ({ id, path, hasMath }) =>
        `<item id="${id}" href="${path}" media-type="application/xhtml+xml"${hasMath ? ' properties="mathml"' : ''}/>`,
    ),
    ...pictures.map(
      ({ path, mediaType }, at) =>
        `<item id="p${at + 1}" href="${path}" media-type="${mediaType}"${needsOther(mediaType) ? ' fallback="none"' : ''}/>`,
    ),
    ...(pictures.some(({ mediaType }) => needsOther(mediaType))
      ? [`<item id="none" href="${NO_PICTURE_PATH}" media-type="image/png"/>`]
      : []),
  ];
  const direction = book.isRightToLeft ? ' page-progression-direction="rtl"' : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="${language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book">urn:uuid:${identifierOf(book)}</dc:identifier>
<dc:title>${escapeMarkup(book.title)}</dc:title>
<dc:language>${language}</dc:language>
${book.authors.map((author) => `<dc:creator>${escapeMarkup(author)}</dc:creator>\n`).join('')}<meta property="dcterms:modified">${new Date(book.modifiedAt).toISOString().slice(0, 19)}Z</meta>
</metadata>
<manifest>
${items.join('\n')}
</manifest>
<spine${direction}>
${chapters.map(({ id }) => `<itemref idref="${id}"/>`).join('\n')}
</spine>
</package>
`;
}

/** Another for other chapters, the same for the same. */
function identifierOf({ title, chapters, modifiedAt }: Book): string {
  const all = JSON.stringify([title, modifiedAt, chapters]);
  const hex = createHash('sha256').update(all).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-a$4-$5');
}

export function navDocument({ title, language, isRightToLeft, chapters }: Book): string {
  const entries = chapters.map(
    (chapter) => `<li><a href="${chapter.path}" dir="auto">${escapeMarkup(chapter.title)}</a></li>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}"${isRightToLeft ? ' dir="rtl"' : ''}>
<head><meta charset="UTF-8"/><title>${escapeMarkup(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
<nav epub:type="toc" id="toc"><h1 dir="auto">${escapeMarkup(title)}</h1>
<ol>
${entries.join('\n')}
</ol></nav>
</body>
</html>
`;
}
