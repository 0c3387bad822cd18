// Articles that a site splits over pages: fetched one after the other, joined, kept page by page.
import { describe, expect, it } from 'vitest';
import { MAX_JOINED_PAGES } from '#library/clip/limits.ts';
import { statement } from '#library/storage/database.ts';
import { makeOnline, NAMES, pagedSite, textOf } from '../../support/paged-site.ts';

const pages = pagedSite();
const { addArticle, asked, clip } = pages;

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
    const requests = pages.site.requests.length;
    expect(await context.client['articles.reread']({ uid })).toMatchObject({ changed: false });
    expect(await context.client['articles.content']({ uid })).toEqual(before);
    const { blocks } = await context.client['contents.blocks']({ uid });
    expect(new Set(blocks.map(({ number }) => number)).size).toBe(blocks.length);
    expect(pages.site.requests.length).toBe(requests);
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
