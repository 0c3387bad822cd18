// Reads a page: bytes in, everything that Lectern wants to know of it out. The pipeline, step by step.
import { serialize } from 'parse5';
import type { PageInput, ParsedPage } from '#contract/page.ts';
import { buildTree } from './build-tree.ts';
import { decode } from './decode.ts';
import { detectKind } from './detect-kind.ts';
import { excerptOf } from './excerpt.ts';
import { extract } from './extract.ts';
import { markFurniture } from './furniture.ts';
import { guard } from './guard.ts';
import { resolveImages } from './images.ts';
import { resolveLinks } from './links.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { sanitiseHtml } from './sanitise.ts';
import { textOf } from './text-of.ts';
import { countWords } from './word-count.ts';

/**
 * Pure and synchronous; may take seconds and hundreds of megabytes for a hostile page, which is why it runs
 * in the parse process.
 * @throws LibraryError nothing_to_read (no bytes), unsupported_type (not a page), too_large
 */
export function readPage(input: PageInput): ParsedPage {
  const kind = detectKind(input);
  const { text, charset } = decode(input.bytes, kind, input.charset);
  const { html, lifted, warning } = guard(text);
  const document = buildTree(html);
  const metadata = readMetadata(document, input.url);
  const { baseUrl } = metadata;
  const article = extract(document, baseUrl ?? 'about:blank');
  const images = article
    ? resolveImages(article, { baseUrl, lifted, saved: input.name !== null })
    : [];
  const links = article ? resolveLinks(article, baseUrl) : [];
  if (article) markFurniture(article, metadata);
  const content = sanitiseHtml(article ? serialize(article) : '');
  const readerText = textOf(content.tree, 'reader');
  const bodyText = textOf(content.tree, 'body');
  return {
    kind,
    charset,
    title: metadata.title || (input.name ?? ''),
    author: metadata.author,
    siteName: metadata.siteName,
    publishedAt: metadata.publishedAt,
    ...metadata.languageOf(bodyText),
    sourceUrl: metadata.sourceUrl,
    canonicalUrl: metadata.canonicalUrl,
    excerpt: excerptOf(metadata.description, metadata.title, bodyText),
    html: content.html,
    readerText,
    bodyText,
    wordCount: countWords(bodyText),
    images,
    leadImage: images.length > 0 ? 0 : -1,
    links,
    warning:
      warning ??
      (bodyText === ''
        ? { code: 'nothing_to_read', message: 'There is nothing to read on this page.' }
        : null),
  };
}
