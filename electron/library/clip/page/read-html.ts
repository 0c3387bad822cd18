// A web page, from its markup to reader content and texts.
import { serialize } from 'parse5';
import type { PageInput, ParsedPage } from '#contract/page.ts';
import { buildTree } from './build-tree.ts';
import { describe } from './describe.ts';
import { extract } from './extract.ts';
import { markFurniture } from './furniture.ts';
import { guard } from './guard.ts';
import { keepImages, numberImages } from './images.ts';
import { restoreLeadPicture } from './lead-picture.ts';
import { resolveLinks } from './links.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { prepareTree } from './prepare-tree.ts';
import { sanitizeHtml } from './sanitize.ts';
import { tidy } from './tidy.ts';

export function readHtml(source: string, charset: string, input: PageInput): ParsedPage {
  const { html, lifted, warning } = guard(source);
  const document = buildTree(html);
  const metadata = readMetadata(document, input.url);
  const { baseUrl, sourceUrl, canonicalUrl } = metadata;

  const found = numberImages(document, { baseUrl, lifted, saved: input.name !== null });
  prepareTree(document);
  const article = extract(document);
  restoreLeadPicture(document, article);
  const pictures = keepImages(article, found, metadata.picture);
  const links = resolveLinks(article, { baseUrl, pageUrls: [sourceUrl, canonicalUrl] });
  markFurniture(article, metadata);
  tidy(article);
  const content = sanitizeHtml(serialize(article));

  return {
    kind: 'html',
    charset,
    author: metadata.author,
    siteName: metadata.siteName,
    publishedAt: metadata.publishedAt,
    sourceUrl,
    canonicalUrl,
    ...pictures,
    links,
    ...describe(content, {
      title: metadata.title,
      description: metadata.description,
      languageOf: metadata.languageOf,
      input,
      warning,
    }),
  };
}
