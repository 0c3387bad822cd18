// What looks like a further page of an article and is none.
import { describe, expect, it } from 'vitest';
import { statement } from '#library/storage/database.ts';
import { makeOnline, pagedSite, pageOf, pager, textOf } from '../../support/paged-site.ts';

const pages = pagedSite();
const { addArticle, clip } = pages;

describe('not joined', () => {
  it.each<[string, string, () => void]>([
    [
      'a page that says the same again, for ever',
      '/loop',
      () => {
        for (const at of [1, 2, 3]) {
          const links = `<a rel="next" href="/loop?page=${at + 1}">Next</a>`;
          pages.site.add({
            [at === 1 ? '/loop' : `/loop?page=${at}`]: pageOf('looping', { links }),
          });
        }
      },
    ],
    [
      'another article under the same address with a number',
      '/gales',
      () =>
        addArticle('/gales', 2, (at) =>
          at === 2 ? { title: 'Why it never rains in the desert' } : {},
        ),
    ],
    [
      'a page that leads elsewhere',
      '/moved',
      () => {
        addArticle('/moved', 2);
        pages.site.add({
          '/moved/2': (_, response) => {
            response.writeHead(302, { location: '/moved' });
            response.end();
          },
        });
      },
    ],
    [
      'an article by somebody else',
      '/others',
      () =>
        addArticle('/others', 2, (at) => ({
          head: `<meta name="author" content="${at === 1 ? 'Ann Author' : 'Bob Writer'}">`,
        })),
    ],
  ])('%s', async (_, path, add) => {
    add();
    const context = await makeOnline();
    const { uid, warning } = await clip(context, path);
    expect(warning).toBeUndefined();
    const parts = statement(context.db, 'SELECT 1 FROM snapshot_part').all();
    expect(parts).toEqual([]);
    expect((await textOf(context, uid)).split('in sentence number 1,')).toHaveLength(2);
  });

  it('when it came as a file, which is all that there is', async () => {
    addArticle('/filed', 2);
    const context = await makeOnline();
    const before = pages.site.requests.length;
    await context.client['clip.fromFile']({
      name: 'tides.html',
      bytes: Buffer.from(
        pageOf('first', { links: pager('/filed', 1, 2) }).replace(/<figure>.*?<\/figure>/, ''),
      ),
      url: `${pages.site.origin}/filed` as never,
    });
    expect(pages.site.requests.length).toBe(before);
  });
});
