// Articles of several pages of which some cannot be had: what was there stays, and the rest is asked for again.
import { describe, expect, it } from 'vitest';
import { createFetcher } from '#hosts/fetcher.ts';
import { census } from '../../support/census.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { directParser, testClock } from '../../support/make-ports.ts';
import { broken, makeOnline, pagedSite, textOf } from '../../support/paged-site.ts';

const pages = pagedSite();
const { addArticle, clip } = pages;

describe('an article of several pages', () => {
  it('loses no page that cannot be had when it is clipped again', async () => {
    addArticle('/fewer', 3);
    const context = await makeOnline();
    const { uid } = await clip(context, '/fewer');
    pages.site.add({
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
    pages.site.add({
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
    pages.site.add({ '/revised/3': broken });
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
    pages.site.add({ '/waits/3': broken });
    const clock = testClock();
    const library = await makeLibrary({
      fetcher: createFetcher({ isOffline: () => false }),
      parser: directParser,
      clock,
      runsJobs: true,
    });
    const { client } = library;
    await client['settings.change']({ allowedHosts: [pages.site.host] });
    const waiting = async () =>
      (await client['jobs.list']({})).jobs.map(({ state, tries, dueAt }) => [
        state,
        tries,
        Math.round((dueAt - clock.now()) / 60_000),
      ]);
    const { uid, awaitsPages } = await client['clip.fromUrl']({
      url: `${pages.site.origin}/waits` as never,
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
    pages.site.add({ '/bound/3': broken });
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
    expect(jobs.map(({ url }) => url)).toEqual([`${pages.site.origin}/bound`]);

    // A further version likewise.
    await context.client['jobs.drop']({ uids: jobs.map((job) => job.uid) });
    addArticle('/bound', 3, (at) => (at === 1 ? { inside: '<p>Revised in spring.</p>' } : {}));
    pages.site.add({ '/bound/3': broken });
    context.db.exec(refuse);
    await expect(clip(context, '/bound')).rejects.toThrow('No job is put.');
    expect(await context.client['articles.get']({ uid })).toMatchObject({ versionCount: 1 });
    context.db.exec('DROP TRIGGER no_jobs');
    expect(await clip(context, '/bound')).toMatchObject({ version: { number: 2 } });
    expect(await context.client['jobs.list']({})).toMatchObject({ total: 1 });
  });

  it('is not asked for again where a page is gone for good', async () => {
    addArticle('/gone', 2);
    pages.site.add({
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
    pages.site.add({ '/broken/3': broken });
    const { uid, warning } = await clip(context, '/broken');
    expect(warning?.message).toMatch(
      /^Page 3 of this article is missing\. .*What came before is here, and/,
    );
    const joined = await textOf(context, uid);
    expect(joined).toContain('On page second,');
    expect(joined).not.toContain('On page fourth,');
    expect((await context.client['articles.get']({ uid })).warning).toEqual(warning);

    addArticle('/first-only', 2);
    pages.site.add({ '/first-only/2': broken });
    const alone = await clip(context, '/first-only');
    expect(alone.warning?.message).toMatch(/^Page 2 of this article is missing/);
    addArticle('/walled', 2);
    pages.site.add({
      '/walled/2':
        '<title>Log in</title><h1>Log in to continue reading</h1><form action="/login"><input name="user"><input type="password"><button>Log in</button></form>',
    });
    expect((await clip(context, '/walled')).warning?.message).toMatch(
      /^Page 2 of this article was not given out/,
    );
  });
});
