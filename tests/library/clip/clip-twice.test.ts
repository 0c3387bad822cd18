// The same page again: nothing is added twice, whichever way it comes, and however close behind. What has changed is tested
// beside the versions of articles.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpUrl } from '#contract/types/ids.ts';
import { TagName } from '#contract/types/tag.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import { census } from '../../support/census.ts';
import { articlePage, type LocalSite, startLocalSite } from '../../support/local-site.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { directParser } from '../../support/make-ports.ts';
import * as pictures from '../../support/pictures.ts';

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
});
afterAll(() => site.close());

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const urlOf = (url: string) => url as HttpUrl;
const tag = (name: string) => TagName.parse(name);
const picture = pictures.png(300, 200).toString('base64');
const pageWithPicture = (title: string, word: string) =>
  articlePage(title, `<figure><img src="data:image/png;base64,${picture}"></figure><p>${word}</p>`);
const withPicture = (title: string, word: string) => bytesOf(pageWithPicture(title, word));
/** Other bytes, and the same to read. */
const remarked = (remark: string) => bytesOf(`${pageWithPicture('A', 'a')}<!-- ${remark} -->`);

const clipFile = (context: TestContext, bytes: Uint8Array<ArrayBuffer>, more: object = {}) =>
  context.client['clip.fromFile']({ name: 'page.html', bytes, ...more });

describe('what is there already', () => {
  it.each<[string, Uint8Array<ArrayBuffer>, object, Uint8Array<ArrayBuffer>, object]>([
    ['the same bytes', withPicture('A', 'a'), {}, withPicture('A', 'a'), { name: 'copy.html' }],
    [
      'the same address, spelled otherwise',
      withPicture('A', 'a'),
      { url: urlOf('https://www.example.org/a?utm_source=x') },
      remarked('again'),
      { url: urlOf('http://example.org/a/#part') },
    ],
    [
      'the address that the page calls its own',
      withPicture('A', 'a'),
      { url: urlOf('https://example.org/a') },
      bytesOf(
        pageWithPicture('A', 'a').replace(
          '<title>',
          '<link rel="canonical" href="https://example.org/a"><title>',
        ),
      ),
      {},
    ],
    [
      'the same bytes from another address',
      withPicture('A', 'a'),
      { url: urlOf('https://example.org/a') },
      withPicture('A', 'a'),
      { url: urlOf('https://mirror.example.com/a') },
    ],
  ])('%s', async (_, first, firstOptions, second, secondOptions) => {
    const context = await makeContext();
    const saved = await clipFile(context, first, firstOptions);
    const before = census(context);
    expect(await clipFile(context, second, secondOptions)).toEqual({ ...saved, status: 'exists' });
    expect(census(context)).toEqual(before);
  });

  it.each([
    ['another address', urlOf('https://example.org/b')],
    ['no address', undefined],
  ])('is not the same content at %s', async (_, url) => {
    const context = await makeContext();
    await clipFile(context, withPicture('A', 'a'), { url: urlOf('https://example.org/a') });
    const other = await clipFile(context, withPicture('B', 'b'), url === undefined ? {} : { url });
    expect(other.status).toBe('saved');
    expect(census(context)).toMatchObject({
      rows: { article: 2, snapshot: 2, asset: 3, article_image: 2 },
      files: { length: 3 },
    });
  });

  it('is asked for once more, and not added', async () => {
    const context = await makeContext({ fetcher: createFetcher() });
    const input = { url: urlOf(`${site.origin}/article`), allowHosts: [site.host] };
    const saved = await context.client['clip.fromUrl'](input);
    const before = census(context);
    expect(
      await context.client['clip.fromUrl']({ ...input, url: urlOf(`${input.url}?utm_source=x`) }),
    ).toEqual({ ...saved, status: 'exists' });
    expect(census(context)).toEqual(before);
  });

  it('is recognised behind a redirect', async () => {
    const context = await makeContext({ fetcher: createFetcher() });
    const allowHosts = [site.host];
    const saved = await context.client['clip.fromUrl']({
      url: urlOf(`${site.origin}/article`),
      allowHosts,
    });
    expect(
      await context.client['clip.fromUrl']({
        url: urlOf(`${site.origin}/redirect/chain/2`),
        allowHosts,
      }),
    ).toEqual({ ...saved, status: 'exists' });
  });

  it('is not what a page from elsewhere claims to be', async () => {
    const context = await makeContext({ fetcher: createFetcher() });
    const claims = `<!-- saved from url=(0027)https://example.org/article -->\n${articlePage('Claims')}`;
    site.add({ '/claims': claims });
    const url = urlOf(`${site.origin}/claims`);
    expect(await context.client['clip.fromUrl']({ url, allowHosts: [site.host] })).toMatchObject({
      url,
    });
    expect(
      await clipFile(context, withPicture('Real', 'r'), {
        url: urlOf('https://example.org/article'),
      }),
    ).toMatchObject({ title: 'Real', status: 'saved' });
    // The control: of a file that nobody says more about, its own word is taken.
    expect(await clipFile(context, new Uint8Array(Buffer.from(`${claims} `)))).toMatchObject({
      title: 'Real',
      status: 'exists',
    });
  });

  it('gets the tags of the clip, as a step that can be undone', async () => {
    const context = await makeContext();
    const { uid } = await clipFile(context, withPicture('A', 'a'), { tags: [tag('one')] });
    await clipFile(context, withPicture('A', 'a'), {
      tags: [tag('ONE'), tag('two'), tag('three')],
    });
    const tags = async () => (await context.client['articles.get']({ uid })).tags;
    expect(await tags()).toEqual(['one', 'three', 'two']);
    await context.client['journal.undo']({});
    expect(await tags()).toEqual(['one', 'two']);
  });

  it('comes back from the trash, as a step that can be undone', async () => {
    const context = await makeContext();
    const { uid } = await clipFile(context, withPicture('A', 'a'));
    await context.client['articles.trash']({ uids: [uid], trashed: true });
    context.events.length = 0;
    expect(await clipFile(context, withPicture('A', 'a'))).toMatchObject({ uid, status: 'exists' });
    expect(await context.client['articles.counts']({})).toMatchObject({ all: 1, trash: 0 });
    expect(context.events).toMatchObject([
      { kind: 'clip-started' },
      { kind: 'changed', topics: expect.arrayContaining(['articles', 'counts']) },
      { kind: 'clip-done', result: { status: 'exists' } },
    ]);
    await context.client['journal.undo']({});
    expect(await context.client['articles.counts']({})).toMatchObject({ all: 0, trash: 1 });
  });

  it('stays archived, starred and read', async () => {
    const context = await makeContext();
    const { uid } = await clipFile(context, withPicture('A', 'a'));
    await context.client['articles.archive']({ uids: [uid], archived: true });
    await context.client['articles.setStatus']({ uids: [uid], status: 'finished' });
    const before = await context.client['articles.get']({ uid });
    context.ports.clock.tick();
    await clipFile(context, withPicture('A', 'a'));
    expect(await context.client['articles.get']({ uid })).toEqual(before);
  });
});

describe('at the same moment', () => {
  it('one of many clips of a page wins, and the others say which article it is', async () => {
    const context = await makeContext();
    const clips = await Promise.all(
      Array.from({ length: 8 }, () => clipFile(context, withPicture('A', 'a'))),
    );
    expect(clips.map(({ status }) => status).sort()).toEqual([...Array(7).fill('exists'), 'saved']);
    expect(new Set(clips.map(({ uid }) => uid)).size).toBe(1);
    expect(census(context)).toMatchObject({
      rows: { article: 1, snapshot: 1, asset: 2, search_index: 1 },
      files: { length: 2 },
    });
  });

  it('clips of different bytes with one text at one address leave nothing of those that lost but what the winner needs', async () => {
    const context = await makeContext();
    const url = urlOf('https://example.org/a');
    const clips = await Promise.all(
      ['a', 'b', 'c', 'd'].map((remark) => clipFile(context, remarked(remark), { url })),
    );
    expect(clips.filter(({ status }) => status === 'saved')).toHaveLength(1);
    expect(census(context)).toMatchObject({ rows: { article: 1, asset: 2 }, files: { length: 2 } });
    expect(await context.client['library.check']({})).toMatchObject({ ok: true });
  });

  it('a clip that fails does not take the picture away that another one needs', async () => {
    const slow = { waiting: true };
    const context = await makeContext({
      parser: {
        async read(input, signal) {
          const page = await directParser.read(input, signal);
          // The second one's picture is written while the first still waits for a picture that never comes.
          while (slow.waiting && input.name === 'winner.html') await new Promise(setImmediate);
          return page;
        },
      },
      fetcher: {
        fetch: async () => {
          slow.waiting = false;
          await new Promise((resolve) => setTimeout(resolve, 30));
          caller.abort();
          throw new Error('stopped');
        },
      },
    });
    const caller = new AbortController();
    const loser = context.client['clip.fromFile'](
      {
        name: 'loser.html',
        bytes: bytesOf(
          articlePage(
            'Loser',
            `<figure><img src="data:image/png;base64,${picture}"></figure><figure><img src="https://example.org/b.png"></figure>`,
          ),
        ),
      },
      caller.signal,
    );
    const winner = context.client['clip.fromFile']({
      name: 'winner.html',
      bytes: withPicture('Winner', 'w'),
    });
    await expect(loser).rejects.toMatchObject({ code: 'cancelled' });
    expect(await winner).toMatchObject({ status: 'saved' });
    expect(census(context)).toMatchObject({ rows: { article: 1, asset: 2 }, files: { length: 2 } });
    expect(await context.client['library.check']({})).toMatchObject({ ok: true });
  });
});
