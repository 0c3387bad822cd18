// A page for each article, with its pictures beside it.
import type { FormatWriter } from '../export-format.ts';
import { assetsIn, type PutPage, putIndex, putPage } from './article-pages.ts';

export const html: FormatWriter = {
  shape: 'folder',
  async write(work, folder) {
    const assets = assetsIn(work, folder);
    const pages: PutPage[] = [];
    for await (const article of work.articles()) pages.push(await putPage(folder, assets, article));
    await putIndex(folder, work.title, pages);
  },
};
