// What the article frame loads: its document, pictures and fonts; and the document that is printed. No cookie reaches an opaque origin, so these URLs hold a
// secret of this run; names are checked by their whole shape before a path is made of them.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AssetName, mediaTypeOf } from '#contract/types/asset.ts';
import { ArticleUid } from '#contract/types/ids.ts';
import { articleDocument } from '../article-page.ts';
import { assetPath } from '../asset-path.ts';
import { pagesScripts } from '../frame-files.ts';
import { isMissing } from '../is-missing.ts';
import { leftOutDocument } from '../left-out-document.ts';
import type { LibraryClient } from '../local-client.ts';
import { askOriginal, originalDocument } from '../original-page.ts';
import { pagesDocument } from '../pages-document.ts';
import { isTable, readTable, tablesInPackage, tableType } from '../pdf-tables.ts';
import { localTimeZone, printDocument } from '../print-page.ts';
import { builtPdfTables } from '../program-files.ts';
import type { HostSession } from './protocol.ts';
import { notFound } from './refusal.ts';
import type { WindowFiles } from './window-files.ts';

const IMMUTABLE = 'private, max-age=31536000, immutable';

/** The URLs of the frame in one run. */
export const frameBases = (capability: string) =>
  ({
    articleBase: `/article/${capability}/`,
    assetBase: `/asset/${capability}/`,
    pagesBase: `/pages/${capability}/`,
    originalBase: `/original/${capability}/`,
    leftOutBase: `/left-out/${capability}/`,
    fontBase: `/font/${capability}/`,
    pdfBase: `/pdf/${capability}/`,
    tableBase: `/table/${capability}/`,
  }) satisfies HostSession & Readonly<Record<string, string>>;

/** @throws LibraryError not_found */
export async function articleResponse(
  client: LibraryClient,
  frame: WindowFiles['frame'],
  page: FramePage,
  signal: AbortSignal,
): Promise<Response> {
  const parts = await partsOf(client, page, signal).catch(async (error: unknown) => {
    if (await awaitsText(client, page, signal)) return null;
    throw error;
  });
  // The window asks before it knows; what it has shown stays where it is.
  if (!parts) return new Response(null, { status: 204 });
  const { html, headers } = articleDocument({
    ...parts,
    ...frame,
    sources: { ...parts.sources, ancestors: page.origin },
  });
  return new Response(html, { headers });
}

/** @throws LibraryError not_found */
export async function printResponse(
  client: LibraryClient,
  print: WindowFiles['print'],
  page: FramePage,
  signal: AbortSignal,
): Promise<Response> {
  const parts = await partsOf(client, page, signal);
  const { html, headers } = printDocument({
    ...parts,
    ...print,
    timeZone: localTimeZone(),
    asksToPrint: true,
  });
  return new Response(html, { headers });
}

/** @throws LibraryError not_found */
export async function pagesResponse(
  client: LibraryClient,
  files: WindowFiles,
  page: FramePage,
  signal: AbortSignal,
): Promise<Response> {
  const [{ article, script: _, ...built }, scripts] = await Promise.all([
    frameOf('pages-frame', client, files, page, signal),
    Promise.all(pagesScripts.map((name) => files.read(`/frame/${name}`))),
  ]);
  if (!article.hasPages) throw notFound();
  const { pdfBase, tableBase, fontBase } = frameBases(page.capability);
  const { html, headers } = pagesDocument({
    article,
    pdfUrl: `${page.origin}${pdfBase}${article.uid}`,
    tablesUrl: `${page.origin}${tableBase}`,
    fontUrl: (file) => `${fontBase}${file}`,
    ancestors: page.origin,
    scripts: scripts.map((script) => new TextDecoder().decode(script?.bytes)),
    ...built,
  });
  return new Response(html, { headers });
}

/** An article, and the script and style of the frame that shows something of it. @throws LibraryError not_found */
async function frameOf(
  name: 'pages-frame' | 'left-out-frame',
  client: LibraryClient,
  files: WindowFiles,
  page: FramePage,
  signal: AbortSignal,
) {
  const uid = ArticleUid.safeParse(page.uid);
  if (!uid.success) throw notFound();
  const [article, script, style] = await Promise.all([
    client['articles.get']({ uid: uid.data }, signal),
    files.read(`/frame/${name}.js`),
    files.read(`/frame/${name}.css`),
  ]);
  if (!script || !style) throw notFound();
  const decoder = new TextDecoder();
  return {
    article,
    nonce: randomBytes(16).toString('base64url'),
    script: decoder.decode(script.bytes),
    style: decoder.decode(style.bytes),
  };
}

/** @throws LibraryError not_found */
export async function leftOutResponse(
  client: LibraryClient,
  files: WindowFiles,
  page: FramePage,
  signal: AbortSignal,
): Promise<Response> {
  const { article, ...built } = await frameOf('left-out-frame', client, files, page, signal);
  const { assetBase, fontBase } = frameBases(page.capability);
  const { html, headers } = leftOutDocument({
    article,
    assetsUrl: assetBase,
    fontUrl: (file) => `${fontBase}${file}`,
    sources: {
      images: `${page.origin}${assetBase}`,
      fonts: `${page.origin}${fontBase}`,
      ancestors: page.origin,
    },
    ...built,
  });
  return new Response(html, { headers });
}

/** @throws LibraryError not_found */
export async function originalResponse(
  client: LibraryClient,
  page: FramePage,
  asked: URLSearchParams,
  signal: AbortSignal,
): Promise<Response> {
  const { assetBase } = frameBases(page.capability);
  const name = { uid: page.uid, version: asked.get('version'), page: asked.get('page') };
  const original = await askOriginal(client, name, signal);
  if (!original) throw notFound();
  const { html, headers } = originalDocument({
    original,
    assetBase: `${page.origin}${assetBase}`,
    ancestors: page.origin,
  });
  return new Response(html, { headers });
}

/** @throws LibraryError not_found */
export async function pdfResponse(
  client: LibraryClient,
  libraryDir: string,
  name: string,
  signal: AbortSignal,
): Promise<Response> {
  const uid = ArticleUid.safeParse(name);
  if (!uid.success) throw notFound();
  const { asset } = await client['articles.pdf']({ uid: uid.data }, signal);
  return fileResponse(assetPath(libraryDir, asset), { 'content-type': 'application/pdf' });
}

/** @throws Refusal 404 */
export async function tableResponse(path: string): Promise<Response> {
  if (!isTable(path)) throw notFound();
  return fileResponse(
    `${builtPdfTables ?? tablesInPackage()}${path}`,
    { 'content-type': tableType(path), 'cache-control': IMMUTABLE },
    readTable,
  );
}

interface FramePage {
  readonly uid: string;
  readonly origin: string;
  readonly capability: string;
}

/** No document, and nothing amiss. @throws LibraryError not_found */
async function awaitsText(
  client: LibraryClient,
  page: FramePage,
  signal: AbortSignal,
): Promise<boolean> {
  const uid = ArticleUid.safeParse(page.uid);
  if (!uid.success) throw notFound();
  return (await client['articles.get']({ uid: uid.data }, signal)).awaitsText;
}

/** What both documents are made of. */
async function partsOf(client: LibraryClient, page: FramePage, signal: AbortSignal) {
  const uid = ArticleUid.safeParse(page.uid);
  if (!uid.success) throw notFound();
  const [article, content] = await Promise.all([
    client['articles.get']({ uid: uid.data }, signal),
    client['articles.content']({ uid: uid.data }, signal),
  ]);
  const { assetBase, fontBase } = frameBases(page.capability);
  return {
    article,
    content,
    nonce: randomBytes(16).toString('base64url'),
    assetUrl: (name: AssetName) => `${assetBase}${name}`,
    fontUrl: (file: string) => `${fontBase}${file}`,
    sources: { images: `${page.origin}${assetBase}`, fonts: `${page.origin}${fontBase}` },
  };
}

/** @throws Refusal 404 for whatever is not a stored picture; originals of pages are never served */
export async function assetResponse(libraryDir: string, name: string): Promise<Response> {
  const asset = AssetName.safeParse(name);
  if (!asset.success || asset.data.endsWith('.bin')) throw notFound();
  return fileResponse(assetPath(libraryDir, asset.data), {
    'content-type': mediaTypeOf(asset.data),
    'cache-control': IMMUTABLE,
  });
}

/** @throws Refusal 404 */
async function fileResponse(
  path: string,
  headers: Record<string, string>,
  read: (path: string) => Promise<Uint8Array<ArrayBuffer>> = readFile,
): Promise<Response> {
  try {
    return new Response(await read(path), { headers });
  } catch (error) {
    if (isMissing(error)) throw notFound();
    throw error;
  }
}

/** @throws Refusal 404 */
export async function fontResponse(files: WindowFiles, name: string): Promise<Response> {
  const file = name.endsWith('.woff2') ? await files.read(`/assets/${name}`) : null;
  if (!file) throw notFound();
  return new Response(file.bytes, {
    headers: { 'content-type': file.mediaType, 'cache-control': IMMUTABLE },
  });
}
