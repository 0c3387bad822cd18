// Articles as pages in a folder, with their pictures beside them and a list of them all: readable by a person who has no Lectern.
import { fileNameOf } from '#contract/file-name.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { StoredImage } from '../../../articles/content-repo.ts';
import { assetPathIn } from '../../exact/asset-path-in.ts';
import { AWAITS_MARK, LIST_MARK } from '../../exact/export-files.ts';
import type { ExportWork } from '../export-work.ts';
import type { ExportedArticle } from '../exported-article.ts';
import { isoTime } from '../iso-time.ts';
import { placeImages } from '../place-images.ts';
import type { FolderSink } from '../sink/sink.ts';
import { factsOf, headOf, languageOf, marksOf } from './about-article.ts';
import { escapeMarkup } from './escape-markup.ts';
import { htmlPage } from './html-page.ts';

/** Files of the library, each put in once. */
export interface AssetsIn {
  /** @returns whether it is in the export now */
  put(name: AssetName, of: ExportedArticle | string): Promise<boolean>;
}

export function assetsIn(work: ExportWork, folder: FolderSink): AssetsIn {
  const known = new Map<AssetName, boolean>();
  return {
    async put(name, of) {
      const before = known.get(name);
      if (before !== undefined) return before;
      const bytes = await work.file(name, of);
      if (bytes) await folder.put(assetPathIn(name), bytes);
      known.set(name, bytes !== null);
      return bytes !== null;
    },
  };
}

/** The pictures of an article that are in the export. */
export async function putImages(
  assets: AssetsIn,
  article: ExportedArticle,
): Promise<Map<number, StoredImage>> {
  const there = new Map<number, StoredImage>();
  for (const [position, image] of article.images) {
    if (await assets.put(image.assetName, article)) there.set(position, image);
  }
  return there;
}

export interface PutPage {
  readonly path: string;
  readonly title: string;
}

/** Its uid tells it from others of the same title. */
export async function putPage(
  folder: FolderSink,
  assets: AssetsIn,
  article: ExportedArticle,
): Promise<PutPage> {
  const images = await putImages(assets, article);
  const text =
    article.html === null
      ? '<p class="about">The text of this article is not here yet.</p>'
      : `<main dir="auto">${placeImages(article.html, images, (name) => `../../${assetPathIn(name)}`)}</main>`;
  const path = pagePath(article);
  await folder.put(
    path,
    htmlPage({
      title: article.title,
      language: languageOf(article),
      about: [...(article.html === null ? [AWAITS_MARK] : []), ...factsOf(article)],
      body: [headOf(article), text, marksOf(article)].filter(Boolean).join('\n'),
    }),
  );
  return { path, title: article.title };
}

/** By the year in which it was saved, then by the day. */
function pagePath({ savedAt, title, uid }: ExportedArticle): string {
  const [year = 'undated', month = '00', day = '00'] =
    isoTime(savedAt)?.slice(0, 10).split('-') ?? [];
  return `articles/${year}/${month}-${day} ${fileNameOf(title, ` ${uid}.html`)}`;
}

/** A list of all pages, as a page of its own. */
export async function putIndex(
  folder: FolderSink,
  title: string,
  pages: readonly PutPage[],
): Promise<void> {
  const index = await folder.open('index.html');
  const [before = '', after = ''] = htmlPage({
    title,
    language: ' lang="en"',
    about: [LIST_MARK],
    body: '\0',
  }).split('\0');
  await index.write(`${before}<h1 dir="auto">${escapeMarkup(title)}</h1>\n<ol>\n`);
  for (const page of pages) {
    const address = page.path.split('/').map(encodeURIComponent).join('/');
    await index.write(
      `<li dir="auto"><a href="${escapeMarkup(address)}">${escapeMarkup(page.title)}</a></li>\n`,
    );
  }
  await index.write(`</ol>${after}`);
  await index.close();
}
