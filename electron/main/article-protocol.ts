// article://a/ : what the frame of an article is made of. Its document, the one that is printed, stored pictures, and the
// reading fonts.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Client } from '#contract/define.ts';
import { LibraryError } from '#contract/errors.ts';
import type { LibraryContract } from '#contract/library.ts';
import { type AssetName, mediaTypeOf } from '#contract/types/asset.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { articleDocument } from '#hosts/article-page.ts';
import { assetPath } from '#hosts/asset-path.ts';
import {
  readFrameFiles,
  readLeftOutFiles,
  readPagesFiles,
  readPrintFiles,
} from '#hosts/frame-files.ts';
import { leftOutDocument } from '#hosts/left-out-document.ts';
import { askOriginal, originalDocument } from '#hosts/original-page.ts';
import { pagesDocument } from '#hosts/pages-document.ts';
import { readTable, tableType } from '#hosts/pdf-tables.ts';
import { localTimeZone, printDocument } from '#hosts/print-page.ts';
import type { Logger } from '#library/ports.ts';
import { articlePath } from './article-paths.ts';
import { pdfTablesDir, rendererDir } from './built-files.ts';
import { ARTICLE_URL, originOf, windowUrl } from './origins.ts';
import { FOREVER, refuse, respond, respondWithFile, type SchemeAnswer } from './scheme-response.ts';

interface ArticleSource {
  /** The library's folder: pictures are read from it by their checked names, and nothing else is. */
  readonly dir: string;
  readonly library: () => Pick<
    Client<LibraryContract>,
    'articles.get' | 'articles.content' | 'articles.pdf' | 'snapshots.original'
  >;
  readonly log: Logger;
}

export async function answerArticle(request: Request, source: ArticleSource): Promise<Response> {
  const { status, body, headers } = await answerSafely(request, source);
  return new Response(body, { status, headers });
}

async function answerSafely(request: Request, source: ArticleSource): Promise<SchemeAnswer> {
  try {
    return await answer(request, source);
  } catch (error) {
    if (error instanceof LibraryError && error.code === 'not_found') {
      return refuse(404, error.message);
    }
    source.log.error('article scheme: an article could not be served', error);
    return refuse(503, 'This article could not be read.');
  }
}

async function answer(request: Request, source: ArticleSource): Promise<SchemeAnswer> {
  const { host, pathname, searchParams } = new URL(request.url);
  if (host !== new URL(ARTICLE_URL).host) return refuse(404, 'There is nothing here.');
  if (request.method !== 'GET') return refuse(405, 'This can only be read.');

  const path = articlePath(pathname);
  switch (path?.kind) {
    case 'document':
      return document(path.uid, source);
    case 'print':
      return print(path.uid, source);
    case 'picture':
      return picture(path.name, source.dir);
    case 'font':
      return font(path.file);
    case 'pages':
      return pages(path.uid, source);
    case 'original':
      return original(path.uid, searchParams, request.signal, source);
    case 'left-out':
      return leftOut(path.uid, source);
    case 'pdf': {
      const { asset } = await source.library()['articles.pdf']({ uid: path.uid });
      return respondWithFile(assetPath(source.dir, asset), {
        'content-type': 'application/pdf',
        ...FOR_THE_FRAME,
      });
    }
    case 'table':
      return respondWithFile(
        join(pdfTablesDir, path.path),
        {
          'content-type': tableType(path.path),
          'cache-control': FOREVER,
          ...FOR_THE_FRAME,
        },
        readTable,
      );
    case undefined:
      return refuse(404, 'There is nothing here.');
  }
}

async function document(uid: ArticleUid, source: ArticleSource): Promise<SchemeAnswer> {
  const [parts, files] = await Promise.all([
    partsOf(uid, source).catch((error: unknown) => orAwaited(error, uid, source)),
    readFrameFiles(rendererDir),
  ]);
  // The window asks before it knows; what it has shown stays where it is.
  if (!parts) return { status: 204, body: null, headers: {} };
  const { html, headers } = articleDocument({
    ...parts,
    ...files,
    sources: { ...parts.sources, ancestors: originOf(windowUrl()) ?? "'none'" },
  });
  return respond(200, html, headers);
}

/** @returns null for an article that awaits its text. @throws what went wrong otherwise */
async function orAwaited(error: unknown, uid: ArticleUid, { library }: ArticleSource) {
  if ((await library()['articles.get']({ uid })).awaitsText) return null;
  throw error;
}

async function print(uid: ArticleUid, source: ArticleSource): Promise<SchemeAnswer> {
  const [parts, files] = await Promise.all([partsOf(uid, source), readPrintFiles(rendererDir)]);
  const { html, headers } = printDocument({
    ...parts,
    ...files,
    timeZone: localTimeZone(),
    asksToPrint: false,
  });
  return respond(200, html, headers);
}

async function pages(uid: ArticleUid, { library }: ArticleSource): Promise<SchemeAnswer> {
  const [article, files] = await Promise.all([
    library()['articles.get']({ uid }),
    readPagesFiles(rendererDir),
  ]);
  if (!article.hasPages) return refuse(404, 'This article has no pages.');
  const { html, headers } = pagesDocument({
    article,
    ...files,
    pdfUrl: `${ARTICLE_URL}pdf/${uid}`,
    tablesUrl: `${ARTICLE_URL}table/`,
    fontUrl: (file) => `${ARTICLE_URL}font/${file}`,
    ancestors: originOf(windowUrl()) ?? "'none'",
    nonce: randomBytes(16).toString('base64url'),
  });
  return respond(200, html, headers);
}

async function leftOut(uid: ArticleUid, { library }: ArticleSource): Promise<SchemeAnswer> {
  const [article, files] = await Promise.all([
    library()['articles.get']({ uid }),
    readLeftOutFiles(rendererDir),
  ]);
  const { html, headers } = leftOutDocument({
    article,
    ...files,
    assetsUrl: `${ARTICLE_URL}asset/`,
    fontUrl: (file) => `${ARTICLE_URL}font/${file}`,
    sources: {
      images: `${ARTICLE_URL}asset/`,
      fonts: `${ARTICLE_URL}font/`,
      ancestors: originOf(windowUrl()) ?? "'none'",
    },
    nonce: randomBytes(16).toString('base64url'),
  });
  return respond(200, html, headers);
}

async function original(
  uid: ArticleUid,
  asked: URLSearchParams,
  signal: AbortSignal,
  { library }: ArticleSource,
): Promise<SchemeAnswer> {
  const name = { uid, version: asked.get('version'), page: asked.get('page') };
  const page = await askOriginal(library(), name, signal);
  if (!page) return refuse(404, 'There is nothing here.');
  const { html, headers } = originalDocument({
    original: page,
    assetBase: `${ARTICLE_URL}asset/`,
    ancestors: originOf(windowUrl()) ?? "'none'",
  });
  return respond(200, html, headers);
}

/** What both documents are made of. */
async function partsOf(uid: ArticleUid, { library }: ArticleSource) {
  const [article, content] = await Promise.all([
    library()['articles.get']({ uid }),
    library()['articles.content']({ uid }),
  ]);
  return {
    article,
    content,
    assetUrl: (name: AssetName) => `${ARTICLE_URL}asset/${name}`,
    fontUrl: (file: string) => `${ARTICLE_URL}font/${file}`,
    sources: { images: `${ARTICLE_URL}asset/`, fonts: `${ARTICLE_URL}font/` },
    nonce: randomBytes(16).toString('base64url'),
  };
}

function picture(name: AssetName, dir: string): Promise<SchemeAnswer> {
  return respondWithFile(assetPath(dir, name), {
    'content-type': mediaTypeOf(name),
    'cache-control': FOREVER,
  });
}

function font(file: string): Promise<SchemeAnswer> {
  return respondWithFile(join(rendererDir, 'assets', file), {
    'content-type': 'font/woff2',
    'cache-control': FOREVER,
    ...FOR_THE_FRAME,
  });
}

/** Its origin is opaque, so fonts, and what its script fetches, always come from another one. */
const FOR_THE_FRAME = { 'access-control-allow-origin': '*' } as const;
