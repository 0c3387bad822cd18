// Articles that a site splits over pages: fetched one after the other, joined, kept page by page; and what is not joined.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleUid } from '#contract/types/ids.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import { MAX_JOINED_PAGES } from '#library/clip/limits.ts';
import { statement } from '#library/storage/database.ts';
import { census } from '../../support/census.ts';
import { type LocalSite, type SiteRoute, startLocalSite } from '../../support/local-site.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { directParser, testClock } from '../../support/make-ports.ts';
import * as pictures from '../../support/pictures.ts';

let site: LocalSite;
beforeAll(async () => {
  const picture =
    (shade: number): SiteRoute =>
    (_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      response.end(pictures.png(300, 200, shade));
    };
  site = await startLocalSite({ '/lead.png': picture(1), '/two.png': picture(2) });
});
afterAll(() => site.close());

/** Eight sentences that no other page has. */
const text = (page: string) =>
  Array.from(
    { length: 8 },
    (_, at) =>
      `<p>On page ${page}, in sentence number ${at + 1}, the ${page} tide comes in over the flats and goes out again before the evening, as ${page} tides do.</p>`,
  ).join('');
const LEAD = '<p>How the sea comes and goes, and what the people of the coast have made of it.</p>';

interface Given {
  readonly title?: string;
  readonly inside?: string;
  readonly head?: string;
  readonly links?: string;
}

const pageOf = (
  name: string,
  { title = 'Tides of the coast', inside = '', head = '', links = '' }: Given = {},
) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>
<article><h1>Tides of the coast</h1><p class="byline">By Ann Author</p>${LEAD}<figure><img src="/lead.png" alt="Lead"></figure>
${text(name)}${inside}</article><div class="pages">${links}</div></body></html>`;

const pager = (base: string, at: number, of: number) =>
  Array.from({ length: of }, (_, n) =>
    n + 1 === at ? `<b>${at}</b>` : `<a href="${base}/${n + 1}">${n + 1}</a>`,
  ).join(' ') + (at < of ? ` <a href="${base}/${at + 1}">Next</a>` : '');

const NAMES = ['first', 'second', 'third', 'fourth'];

function addArticle(base: string, of: number, change: (at: number) => Given = () => ({})) {
  const routes = Object.fromEntries(
    Array.from({ length: of }, (_, n) => [
      n === 0 ? base : `${base}/${n + 1}`,
      pageOf(NAMES[n] ?? `number-${n + 1}`, { links: pager(base, n + 1, of), ...change(n + 1) }),
    ]),
  );
  site.add(routes);
}

const broken: SiteRoute = (_, response) => {
  response.writeHead(500, { 'content-type': 'text/html' });
  response.end();
};

const makeOnline = () => makeContext({ fetcher: createFetcher({ isOffline: () => false }) });

const clip = ({ client }: TestContext, path: string) =>
  client['clip.fromUrl']({ url: `${site.origin}${path}` as never, allowHosts: [site.host] });

async function textOf({ client }: TestContext, uid: ArticleUid) {
  return (await client['articles.content']({ uid })).text;
}

const asked = (path: string) => site.requests.filter((request) => request.path === path).length;

describe('an article of several pages', () => {
  it('is one, in order, its title and lead-in once, with the pictures of all', async () => {
    addArticle('/tides', 3, (at) =>
      at === 2
        ? {
            inside:
              '<figure><img src="/two.png" alt="Two"></figure><p>A <a href="#n">note</a>.</p><p id="n">The note itself.</p>',
          }
        : {},
    );
    const context = await makeOnline();
    const { uid, title } = await clip(context, '/tides');
    expect(title).toBe('Tides of the coast');
    const joined = await textOf(context, uid);
    const places = NAMES.slice(0, 3).flatMap((name) => [
      joined.indexOf(`On page ${name}, in sentence number 1,`),
      joined.indexOf(`On page ${name}, in sentence number 8,`),
    ]);
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(joined.split('How the sea comes and goes')).toHaveLength(2);
    expect(joined).not.toMatch(/Next|1 2 3/);
    const { html } = await context.client['articles.content']({ uid });
    expect([...html.matchAll(/<img [^>]*alt="([^"]*)"/g)].map(([, alt]) => alt)).toEqual([
      'Lead',
      'Two',
    ]);
    const [, place] = /href="#(page-\d+)"/.exec(html) ?? [];
    expect(html).toContain(`id="${place}"`);
    expect(await context.client['articles.get']({ uid })).toMatchObject({
      warning: null,
      missingImages: 0,
      versionCount: 1,
    });
    expect(await context.client['library.check']({})).toMatchObject({ ok: true });
  });

  it('is the same when it is read anew, without a request', async () => {
    addArticle('/again', 3);
    const context = await makeOnline();
    const { uid } = await clip(context, '/again');
    const before = await context.client['articles.content']({ uid });
    const requests = site.requests.length;
    expect(await context.client['articles.reread']({ uid })).toMatchObject({ changed: false });
    expect(await context.client['articles.content']({ uid })).toEqual(before);
    const { blocks } = await context.client['contents.blocks']({ uid });
    expect(new Set(blocks.map(({ number }) => number)).size).toBe(blocks.length);
    expect(site.requests.length).toBe(requests);
    expect(await clip(context, '/again')).toMatchObject({ uid, status: 'exists' });
  });

  it('keeps what its reader takes out of a later page', async () => {
    addArticle('/edits', 2);
    const context = await makeOnline();
    const { uid } = await clip(context, '/edits');
    const { blocks } = await context.client['contents.blocks']({ uid });
    const block = blocks.find(({ text: words }) =>
      words.includes('page second, in sentence number 3,'),
    );
    await context.client['contents.removeBlock']({ uid, blocks: block?.addresses ?? [] });
    expect(await textOf(context, uid)).not.toContain('page second, in sentence number 3,');
    await context.client['articles.reread']({ uid });
    const left = await textOf(context, uid);
    expect(left).not.toContain('page second, in sentence number 3,');
    expect(left).toContain('page second, in sentence number 4,');
    await context.client['journal.undo']({});
    expect(await textOf(context, uid)).toContain('page second, in sentence number 3,');
  });

  it('gets a further version when one of its pages has changed', async () => {
    addArticle('/changed', 2);
    const context = await makeOnline();
    const { uid } = await clip(context, '/changed');
    addArticle('/changed', 2, (at) => ({
      inside: `<p>Page ${at} was revised in the spring of the year.</p>`,
    }));
    expect(await clip(context, '/changed')).toMatchObject({
      uid,
      version: { number: 2, shown: true },
    });
    expect(await textOf(context, uid)).toContain('Page 2 was revised');
  });

  it('gets a further version when a later page alone has changed', async () => {
    addArticle('/later', 3);
    const context = await makeOnline();
    const { uid } = await clip(context, '/later');
    expect(await clip(context, '/later')).not.toHaveProperty('version');
    addArticle('/later', 3, (at) =>
      at === 2 ? { inside: '<p>This page was revised in the spring of the year.</p>' } : {},
    );
    expect(await clip(context, '/later')).toMatchObject({
      uid,
      status: 'exists',
      version: { number: 2, shown: true },
    });
    expect(await textOf(context, uid)).toContain('This page was revised');
    expect(await context.client['library.check']({})).toMatchObject({ ok: true });
  });

  it('loses no page that cannot be had when it is clipped again', async () => {
    addArticle('/fewer', 3);
    const context = await makeOnline();
    const { uid } = await clip(context, '/fewer');
    site.add({
      '/fewer/3': (_, response) => {
        response.writeHead(500, { 'content-type': 'text/html' });
        response.end();
      },
    });
    expect(await clip(context, '/fewer')).not.toHaveProperty('version');
    expect(await textOf(context, uid)).toContain('On page third,');
    expect(await context.client['articles.get']({ uid })).toMatchObject({ versionCount: 1 });
  });

  it('gets the page that was missing when it is clipped again', async () => {
    addArticle('/late', 2);
    site.add({
      '/late/2': (_, response) => {
        response.writeHead(500, { 'content-type': 'text/html' });
        response.end();
      },
    });
    const context = await makeOnline();
    const { uid, warning } = await clip(context, '/late');
    expect(warning?.message).toMatch(/^Page 2 of this article is missing/);
    addArticle('/late', 2);
    expect(await clip(context, '/late')).toMatchObject({ uid, version: { shown: true } });
    expect(await textOf(context, uid)).toContain('On page second,');
    expect((await context.client['articles.get']({ uid })).warning).toBeNull();
  });

  it('is not hidden by a newer version of which fewer pages were to be had', async () => {
    addArticle('/revised', 3);
    const context = await makeOnline();
    const { uid } = await clip(context, '/revised');
    const revise = () =>
      addArticle('/revised', 3, (at) => (at === 1 ? { inside: '<p>Revised in spring.</p>' } : {}));
    revise();
    site.add({ '/revised/3': broken });
    const cut = await clip(context, '/revised');
    expect(cut).toMatchObject({ uid, version: { number: 2, shown: false } });
    expect(cut.warning?.message).toMatch(/not all pages of the article were to be had/);
    expect(await textOf(context, uid)).toContain('On page third,');
    revise();
    expect(await clip(context, '/revised')).toMatchObject({ version: { number: 3, shown: true } });
    const whole = await textOf(context, uid);
    expect(whole).toContain('Revised in spring.');
    expect(whole).toContain('On page third,');
  });

  it('is asked for again by itself until all of it is there', async () => {
    addArticle('/waits', 3);
    site.add({ '/waits/3': broken });
    const clock = testClock();
    const library = await makeLibrary({
      fetcher: createFetcher({ isOffline: () => false }),
      parser: directParser,
      clock,
      runsJobs: true,
    });
    const { client } = library;
    await client['settings.change']({ allowedHosts: [site.host] });
    const waiting = async () =>
      (await client['jobs.list']({})).jobs.map(({ state, tries, dueAt }) => [
        state,
        tries,
        Math.round((dueAt - clock.now()) / 60_000),
      ]);
    const { uid, awaitsPages } = await client['clip.fromUrl']({
      url: `${site.origin}/waits` as never,
    });
    expect(awaitsPages?.message).toMatch(/^Page 3 of this article is missing/);
    expect(await waiting()).toEqual([['waiting', 1, 1]]);
    await client['jobs.wake']({});
    await expect.poll(waiting).toEqual([['waiting', 2, 2]]);
    expect(await client['articles.get']({ uid })).toMatchObject({ versionCount: 1 });

    // Nobody wants an article back that was thrown away.
    await client['articles.trash']({ uids: [uid], trashed: true });
    expect(await waiting()).toEqual([]);
    await client['articles.trash']({ uids: [uid], trashed: false });

    addArticle('/waits', 3);
    await client['jobs.wake']({});
    await expect.poll(waiting).toEqual([]);
    expect((await client['articles.content']({ uid })).text).toContain('On page third,');
    expect((await client['articles.get']({ uid })).warning).toBeNull();
  });

  it('says that it is asked for again, and is saved together with what asks for it, or not at all', async () => {
    addArticle('/bound', 3);
    site.add({ '/bound/3': broken });
    const context = await makeOnline();
    const before = census(context);
    const refuse = `CREATE TEMP TRIGGER no_jobs BEFORE INSERT ON clip_job
      BEGIN SELECT RAISE(ABORT, 'No job is put.'); END`;
    context.db.exec(refuse);
    await expect(clip(context, '/bound')).rejects.toThrow('No job is put.');
    expect(census(context)).toEqual(before);

    context.db.exec('DROP TRIGGER no_jobs');
    const { uid, warning } = await clip(context, '/bound');
    expect(warning?.message).toMatch(
      /What came before is here, and the rest is asked for again by itself\.$/,
    );
    const { jobs } = await context.client['jobs.list']({});
    expect(jobs.map(({ url }) => url)).toEqual([`${site.origin}/bound`]);

    // A further version likewise.
    await context.client['jobs.drop']({ uids: jobs.map((job) => job.uid) });
    addArticle('/bound', 3, (at) => (at === 1 ? { inside: '<p>Revised in spring.</p>' } : {}));
    site.add({ '/bound/3': broken });
    context.db.exec(refuse);
    await expect(clip(context, '/bound')).rejects.toThrow('No job is put.');
    expect(await context.client['articles.get']({ uid })).toMatchObject({ versionCount: 1 });
    context.db.exec('DROP TRIGGER no_jobs');
    expect(await clip(context, '/bound')).toMatchObject({ version: { number: 2 } });
    expect(await context.client['jobs.list']({})).toMatchObject({ total: 1 });
  });

  it('is not asked for again where a page is gone for good', async () => {
    addArticle('/gone', 2);
    site.add({
      '/gone/2': (_, response) => {
        response.writeHead(404, { 'content-type': 'text/html' });
        response.end();
      },
    });
    const context = await makeOnline();
    const { warning, awaitsPages } = await clip(context, '/gone');
    expect(warning?.message).toMatch(/^Page 2 of this article is missing/);
    expect(awaitsPages).toBeUndefined();
    expect(await context.client['jobs.list']({})).toEqual({ jobs: [], total: 0 });
  });

  it('is kept as far as it came, and says so', async () => {
    const context = await makeOnline();
    addArticle('/broken', 4);
    site.add({ '/broken/3': broken });
    const { uid, warning } = await clip(context, '/broken');
    expect(warning?.message).toMatch(
      /^Page 3 of this article is missing\. .*What came before is here, and/,
    );
    const joined = await textOf(context, uid);
    expect(joined).toContain('On page second,');
    expect(joined).not.toContain('On page fourth,');
    expect((await context.client['articles.get']({ uid })).warning).toEqual(warning);

    addArticle('/first-only', 2);
    site.add({ '/first-only/2': broken });
    const alone = await clip(context, '/first-only');
    expect(alone.warning?.message).toMatch(/^Page 2 of this article is missing/);
    addArticle('/walled', 2);
    site.add({
      '/walled/2':
        '<title>Log in</title><h1>Log in to continue reading</h1><form action="/login"><input name="user"><input type="password"><button>Log in</button></form>',
    });
    expect((await clip(context, '/walled')).warning?.message).toMatch(
      /^Page 2 of this article was not given out/,
    );
  });

  it(`has ${MAX_JOINED_PAGES} pages at most`, async () => {
    addArticle('/long', MAX_JOINED_PAGES + 2);
    const context = await makeOnline();
    const { uid, warning } = await clip(context, '/long');
    expect(warning).toMatchObject({ code: 'too_large' });
    const joined = await textOf(context, uid);
    expect(joined).toContain(`On page number-${MAX_JOINED_PAGES},`);
    expect(joined).not.toContain(`On page number-${MAX_JOINED_PAGES + 1},`);
    expect(asked(`/long/${MAX_JOINED_PAGES + 1}`)).toBe(0);
    const parts = statement<number>(context.db, 'SELECT count(*) FROM snapshot_part').pluck().get();
    expect(parts).toBe(MAX_JOINED_PAGES - 1);
  });
});

describe('not joined', () => {
  it.each<[string, string, () => void]>([
    [
      'a page that says the same again, for ever',
      '/loop',
      () => {
        for (const at of [1, 2, 3]) {
          const links = `<a rel="next" href="/loop?page=${at + 1}">Next</a>`;
          site.add({ [at === 1 ? '/loop' : `/loop?page=${at}`]: pageOf('looping', { links }) });
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
        site.add({
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
    const before = site.requests.length;
    await context.client['clip.fromFile']({
      name: 'tides.html',
      bytes: Buffer.from(
        pageOf('first', { links: pager('/filed', 1, 2) }).replace(/<figure>.*?<\/figure>/, ''),
      ),
      url: `${site.origin}/filed` as never,
    });
    expect(site.requests.length).toBe(before);
  });
});
