// Articles that await their text: fetched one after the other, filled in by whatever brings the page, and no damage until then.
import { expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import { HttpUrl } from '#contract/types/ids.ts';
import type { Fetcher } from '#library/ports.ts';
import { clipFile } from '../../../../support/clip-file.ts';
import { articlePage } from '../../../../support/local-site.ts';
import { makeContext } from '../../../../support/make-context.ts';
import { makeLibrary } from '../../../../support/make-library.ts';
import { csv } from '../../../../support/transfer/csv.ts';
import { writeFile } from '../../../../support/transfer/files.ts';
import { importWhole } from '../../../../support/transfer/import-whole.ts';

const OLD = 'https://tides.example/2009/why-it-rains';
const source = (...rows: string[][]) =>
  writeFile('part_000000.csv', csv([['title', 'url', 'time_added', 'tags', 'status'], ...rows]));
const untitled = () => source([OLD, OLD, '1588334400', 'sea', 'archive']);

const answering = (pages: Readonly<Record<string, string>>): Fetcher => ({
  fetch: async ({ url }) => {
    const found = pages[url];
    if (found === undefined) throw new LibraryError('offline', 'There is no network.');
    const [to = url, title = ''] = found.split(' ');
    const bytes = new Uint8Array(Buffer.from(articlePage(title)));
    return { url: to, bytes, mediaType: 'text/html', charset: 'utf-8' };
  },
});

it('is fetched where that is asked for, and called what its page calls itself', async () => {
  const { client } = await makeLibrary({
    runsJobs: true,
    fetcher: answering({ [OLD]: `${OLD} Rain` }),
  });
  await importWhole(client, untitled(), { fetch: true });
  await expect
    .poll(async () => (await client['articles.list']({})).articles, { timeout: 20_000 })
    .toMatchObject([{ title: 'Rain', awaitsText: false, archived: true, tags: ['sea'] }]);
  await expect.poll(async () => (await client['jobs.list']({})).total).toBe(0);
});

it('is tried again while there is no network, and not fetched any more once the import is taken back', async () => {
  const { client } = await makeLibrary({ runsJobs: true, fetcher: answering({}) });
  const run = await importWhole(client, untitled(), { fetch: true });
  await expect
    .poll(async () => (await client['jobs.list']({})).jobs, { timeout: 20_000 })
    .toMatchObject([{ url: OLD, state: 'waiting', problem: { code: 'offline' } }]);
  await client['imports.undo'](run);
  expect((await client['jobs.list']({})).total).toBe(0);
});

it('is filled in from where its address leads by now, but never from the front page', async () => {
  const { client } = await makeContext({
    fetcher: answering({ [OLD]: 'https://weather.example/rain Rain' }),
  });
  await importWhole(client, untitled());
  const url = HttpUrl.parse(OLD);
  expect(await client['clip.fromUrl']({ url })).toMatchObject({ status: 'exists', title: 'Rain' });
  expect((await client['articles.list']({})).articles).toMatchObject([{ awaitsText: false }]);

  const other = await makeContext({
    fetcher: answering({ [OLD]: 'https://tides.example/ Tides' }),
  });
  await importWhole(other.client, untitled());
  await expect(other.client['clip.fromUrl']({ url })).rejects.toMatchObject({ code: 'not_found' });
});

it('is filled in by its page as somebody saved it, and keeps the title that it was given', async () => {
  const { client } = await makeContext();
  await importWhole(client, source(['A title of mine', OLD, '1588334400', '', 'unread']));
  const saved = clipFile(articlePage('Rain'));
  await client['clip.fromFile']({ ...saved, url: HttpUrl.parse(OLD) });
  expect((await client['articles.list']({})).articles).toMatchObject([
    { title: 'A title of mine', awaitsText: false },
  ]);
});

it('is neither damage nor out of date, and says what is missing', async () => {
  const { client } = await makeLibrary();
  await importWhole(client, untitled());
  expect((await client['library.check']({})).problems).toEqual([]);
  expect(await client['extraction.outdated']({ all: true })).toMatchObject({ uids: [] });
  const [article] = (await client['articles.list']({})).articles;
  if (!article) throw new Error('nothing was imported');
  const { uid } = article;
  expect(article.title).toBe('why it rains');
  await expect(client['articles.content']({ uid })).rejects.toMatchObject({
    code: 'not_found',
    message: 'The text of this article was not fetched yet.',
  });
  await expect(client['articles.reread']({ uid })).rejects.toMatchObject({ code: 'not_found' });
  expect((await client['search.related']({ uid })).articles).toEqual([]);
  expect(await client['articles.get']({ uid })).toMatchObject({ contentTag: null });
});
