// What `extract` says of a page, and how it reads one.
import { basename } from 'node:path';
import type { ParsedPage } from '#contract/page.ts';
import type { PageParser } from '#library/ports.ts';
import { escapeHtml } from '../article-page.ts';

export interface Extracted {
  readonly title: string;
  readonly author: string | null;
  readonly siteName: string | null;
  readonly publishedAt: string | null;
  readonly lang: string | null;
  /** The body text: without captions, bylines and dates of the page. */
  readonly text: string;
  /** The reader content, its images at the addresses that the page gave. */
  readonly html: string;
  readonly excerpt: string;
  readonly wordCount: number;
}

/** @throws LibraryError as PageParser.read */
export async function extractPage(
  parser: PageParser,
  page: {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly path: string | null;
    readonly url: string | null;
  },
  signal: AbortSignal,
): Promise<{ extracted: Extracted; page: ParsedPage }> {
  const { bytes, path, url } = page;
  const name = path === null ? null : basename(path);
  const parsed = await parser.read({ bytes, kind: 'auto', charset: null, url, name }, signal);
  const { title, author, siteName, publishedAt, lang, bodyText, excerpt, wordCount } = parsed;
  return {
    extracted: {
      title,
      author,
      siteName,
      publishedAt,
      lang,
      text: bodyText,
      html: withImageUrls(parsed),
      excerpt,
      wordCount,
    },
    page: parsed,
  };
}

/** Nothing is stored, so `asset:N` becomes the first address of the image that stands on its own, or the image goes. */
function withImageUrls({ html, images }: ParsedPage): string {
  return html.replace(/<img\b[^<>]*>/g, (tag) => {
    const match = / src="asset:(\d+)"/.exec(tag);
    if (!match) return tag;
    const url = images[Number(match[1])]?.candidates.find((one) =>
      /^(https?:|data:image\/)/i.test(one),
    );
    return url === undefined ? '' : tag.replace(match[0], () => ` src="${escapeHtml(url)}"`);
  });
}
