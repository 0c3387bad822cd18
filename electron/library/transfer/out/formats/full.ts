// The full export: pages that a person reads without us, and every row and file of the library, so that it comes back as it was.
// The same library makes the same files.

import { findEntries } from '../../../highlights/entry-repo.ts';
import { toMarkdown } from '../../../highlights/export/to-markdown.ts';
import { statement } from '../../../storage/database.ts';
import { ARTICLES, FORMAT, MANIFEST, SHARED, VERSION } from '../../exact/export-files.ts';
import { readExactArticle } from '../../exact/read-article.ts';
import { readExactShared } from '../../exact/read-shared.ts';
import type { FormatWriter } from '../export-format.ts';
import type { ExportWork } from '../export-work.ts';
import { type ListedFolder, listedFolder } from '../sink/listed-folder.ts';
import type { FolderSink } from '../sink/sink.ts';
import { type AssetsIn, assetsIn, type PutPage, putIndex, putPage } from './article-pages.ts';

const README = `This folder holds a library of Lectern: everything in it, to be read and kept without Lectern.

index.html      a list of all articles; open it in a browser
articles/       an article a page, by the year in which it was saved
assets/         pictures, and each article's page as it was saved (.bin), named by the SHA-256 of their content
highlights.md   all highlights, by article
articles.jsonl  a line of JSON for each article: all that is known of it
library.json    tags, collections, saved searches, settings
manifest.json   the SHA-256 of every file

Lectern takes it in again as it is: “Import and export” in the window, or “lectern import FOLDER”.
`;

export const full: FormatWriter = {
  shape: 'folder',
  async write(work, target) {
    const folder = listedFolder(target);
    const assets = assetsIn(work, folder);
    await folder.put('README.txt', README);
    const pages: PutPage[] = [];
    for await (const article of work.articles()) pages.push(await putPage(folder, assets, article));
    await putIndex(folder, 'Library', pages);
    await putArticles(work, folder, assets);
    await putHighlights(work, folder);
    await folder.put(SHARED, `${JSON.stringify(readExactShared(work.db), null, 1)}\n`);
    await putManifest(target, folder, pages.length);
  },
};

async function putArticles(work: ExportWork, folder: ListedFolder, assets: AssetsIn) {
  const files = new Set<Parameters<AssetsIn['put']>[0]>();
  const lines = await folder.open(ARTICLES);
  // A file without a byte is one that was lost.
  if (work.count === 0) await lines.write('\n');
  for (const id of allIds(work)) {
    await work.pause();
    const article = work.attempt(`row ${id}`, () => readExactArticle(work.db, id));
    if (!article) continue;
    await lines.write(`${JSON.stringify(article)}\n`);
    for (const { name } of article.assets) files.add(name);
  }
  await lines.close();
  for (const name of files) {
    await work.pause();
    await assets.put(name, name);
  }
}

/** By uid, an order that is the same in every library. */
const allIds = ({ db }: ExportWork): number[] =>
  statement<number>(db, 'SELECT id FROM article ORDER BY uid').pluck().all();

/** For reading; what brings them back is in the lines of the articles. */
async function putHighlights(work: ExportWork, folder: ListedFolder): Promise<void> {
  const ofArticle = statement<number>(
    work.db,
    'SELECT id FROM highlight WHERE article_id = ? ORDER BY start_offset, end_offset, uid',
  ).pluck();
  const file = await folder.open('highlights.md');
  await file.write('# Highlights\n\n');
  for (const id of allIds(work)) {
    const ids = ofArticle.all(id);
    if (ids.length === 0) continue;
    await work.pause();
    await file.write(`${toMarkdown(findEntries(work.db, ids))}\n`);
  }
  await file.close();
}

async function putManifest(
  target: FolderSink,
  { files }: ListedFolder,
  articles: number,
): Promise<void> {
  const manifest = await target.open(MANIFEST);
  await manifest.write(
    `{"format": "${FORMAT}", "version": ${VERSION}, "articles": ${articles}, "files": [`,
  );
  let between = '\n';
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    await manifest.write(`${between}${JSON.stringify(file)}`);
    between = ',\n';
  }
  await manifest.write('\n]}\n');
  await manifest.close();
}
