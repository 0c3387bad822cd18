// Pictures that could not be had: told of, asked for again, and in their article as soon as they are there.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleUid } from '#contract/types/ids.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import type { Fetcher } from '#library/ports.ts';
import { openWriter, statement } from '#library/storage/database.ts';
import {
  articlePage,
  type LocalSite,
  type SiteRoute,
  startLocalSite,
} from '../../support/local-site.ts';
import { makeLibrary, type TestLibrary } from '../../support/make-library.ts';
import { testClock } from '../../support/make-ports.ts';
import * as pictures from '../../support/pictures.ts';

const MINUTE = 60_000;
let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
});
afterAll(() => site.close());
beforeEach(() => setRoutes({ '/late.png': failing(503) }));

const setRoutes = (routes: Readonly<Record<string, SiteRoute>>) => site.add(routes);
const failing =
  (status: number, headers = {}): SiteRoute =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end();
  };
const there: SiteRoute = (_, response) => {
  response.writeHead(200, { 'content-type': 'image/png' });
  response.end(pictures.png(300, 200));
};
const asked = (path: string) => site.requests.filter((request) => request.path === path).length;

/** Works through what waits, may reach the site, and lets a test take the network away. */
async function make(given: Parameters<typeof makeLibrary>[0] = {}) {
  const net = { isUp: true };
  const online = createFetcher({ isOffline: () => false });
  const offline = createFetcher({
    lookup: async () => {
      throw Object.assign(new Error('no network'), { code: 'ENOTFOUND' });
    },
    isOffline: () => true,
  });
  const fetcher: Fetcher = {
    fetch: (request, signal) =>
      net.isUp
        ? online.fetch(request, signal)
        : offline.fetch(
            { ...request, url: request.url.replace('127.0.0.1', 'away.example') },
            signal,
          ),
  };
  const library = await makeLibrary({ fetcher, runsJobs: true, clock: testClock(), ...given });
  await library.client['settings.change']({ allowedHosts: [site.host] });
  return { ...library, net };
}

async function clip({ client }: TestLibrary, markup: string): Promise<ArticleUid> {
  const { uid } = await client['clip.fromPasted']({
    html: articlePage('pictures', markup),
    url: `${site.origin}/page-${Math.random()}`,
  });
  return uid;
}

const img = (path: string) => `<p><img src="${site.origin}${path}" alt="A lamp"></p>`;

/** Path, code, state and tries of each. */
async function missingOf({ client }: TestLibrary, uid: ArticleUid) {
  const missing = await client['pictures.missing']({ uid });
  return missing.map(({ url, problem, state, tries }) => {
    const path = url?.startsWith('http') ? new URL(url).pathname : url;
    return `${path} ${problem.code} ${state} ${tries}`;
  });
}

const later = async ({ client, ports }: TestLibrary, ms: number) => {
  ports.clock.tick(ms);
  await client['jobs.wake']({});
};

describe('a missing picture', () => {
  it('is told of, asked for again, and stands in its article without new content', async () => {
    const library = await make();
    const { client, events } = library;
    const uid = await clip(library, img('/late.png'));
    const before = await client['articles.get']({ uid });
    expect(before).toMatchObject({ missingImages: 1, thumbnail: null });
    expect(await client['pictures.missing']({ uid })).toEqual([
      {
        url: `${site.origin}/late.png`,
        problem: { code: 'unreachable', message: expect.stringContaining('(503)') },
        state: 'waiting',
        tries: 1,
        dueAt: library.ports.clock.now() + MINUTE,
      },
    ]);
    const { html, text } = await client['articles.content']({ uid });
    expect(html).toContain('A lamp</span>');

    await later(library, MINUTE);
    await expect.poll(() => missingOf(library, uid)).toEqual(['/late.png unreachable waiting 2']);
    setRoutes({ '/late.png': there });
    events.length = 0;
    await later(library, 2 * MINUTE);
    await expect.poll(() => missingOf(library, uid)).toEqual([]);

    const after = await client['articles.get']({ uid });
    expect(after).toMatchObject({ missingImages: 0, thumbnail: { width: 300 } });
    // Whoever has it open puts the picture in its place, and keeps what is selected.
    expect(after.contentTag).toBe(before.contentTag);
    expect(html).toContain('data-lectern-own="0">A lamp</span>');
    const [picture] = await client['pictures.stored']({ uid });
    expect(picture).toMatchObject({ position: 0, width: 300, height: 200 });
    expect(after.versionCount).toBe(1);
    const shown = await client['articles.content']({ uid });
    expect(shown.html).toMatch(/<img src="asset:[0-9a-f]{64}\.png" width="300" height="200"/);
    expect(shown.text).toBe(text);
    expect(events).toContainEqual({ kind: 'changed', topics: ['articles', 'pictures'] });
    expect(await client['library.check']({})).toMatchObject({ ok: true });
  });

  it('that its site does not have is not asked for again, until somebody wants it', async () => {
    setRoutes({ '/late.png': failing(404) });
    const library = await make();
    const { client } = library;
    const uid = await clip(library, img('/late.png'));
    expect(await missingOf(library, uid)).toEqual(['/late.png not_found failed 1']);
    const before = asked('/late.png');
    await later(library, 24 * 60 * MINUTE);
    // Nor by reading.
    await client['articles.content']({ uid });
    await client['reading.opened']({ uid });
    expect(asked('/late.png')).toBe(before);

    setRoutes({ '/late.png': there });
    await client['pictures.retry']({ uid });
    await expect.poll(() => missingOf(library, uid)).toEqual([]);
    expect(asked('/late.png')).toBe(before + 1);
  });

  it('of a private address is refused, also when it is asked for again', async () => {
    const library = await make();
    const { client } = library;
    const other = await startLocalSite({ '/secret.png': there });
    const uid = await clip(library, `<p><img src="${other.origin}/secret.png"></p>`);
    expect(await missingOf(library, uid)).toEqual(['/secret.png not_allowed failed 1']);
    await client['pictures.retry']({ uid });
    await expect.poll(() => missingOf(library, uid)).toEqual(['/secret.png not_allowed failed 1']);
    expect(other.connections()).toBe(0);
    await other.close();
  });

  it('waits as long as its site asks for', async () => {
    setRoutes({ '/late.png': failing(429, { 'retry-after': '420' }) });
    const library = await make();
    const uid = await clip(library, img('/late.png'));
    const [picture] = await library.client['pictures.missing']({ uid });
    expect(picture).toMatchObject({ state: 'waiting', problem: { code: 'refused_by_site' } });
    expect((picture?.dueAt ?? 0) - library.ports.clock.now()).toBe(7 * MINUTE);
  });

  it('is given up after ten tries', async () => {
    const library = await make();
    const uid = await clip(library, img('/late.png'));
    const pauses: number[] = [];
    for (let tries = 2; tries <= 10; tries++) {
      const [picture] = await library.client['pictures.missing']({ uid });
      const pause = (picture?.dueAt ?? 0) - library.ports.clock.now();
      pauses.push(pause / MINUTE);
      await later(library, pause);
      const state = tries < 10 ? 'waiting' : 'failed';
      await expect
        .poll(() => missingOf(library, uid))
        .toEqual([`/late.png unreachable ${state} ${tries}`]);
    }
    expect(pauses).toEqual([1, 2, 5, 15, 60, 180, 360, 720, 1440]);
  });

  it('beside the page, or in it, is told of and cannot be asked for', async () => {
    const library = await make();
    const { uid } = await library.client['clip.fromFile']({
      name: 'lamps.html',
      bytes: Buffer.from(
        articlePage(
          'lamps',
          `<p><img src="lamps_files/a.png"></p><p><img src="data:image/png;base64,${'QUJD'.repeat(90)}"></p>`,
        ),
      ),
    });
    await library.client['pictures.retry']({ uid });
    expect(await missingOf(library, uid)).toEqual([
      'companion:lamps_files/a.png not_found failed 1',
      'null unsupported_type failed 1',
    ]);
  });
});

describe('missing pictures', () => {
  it('of a page clipped offline come when the network is back', async () => {
    setRoutes({ '/a.png': there, '/b.png': failing(404), '/c.png': there });
    const library = await make();
    library.net.isUp = false;
    const markup = [img('/a.png'), img('/b.png'), img('/c.png'), img('/a.png')].join('');
    const uid = await clip(library, markup);
    expect(await missingOf(library, uid)).toEqual(
      ['a', 'b', 'c'].map((name) => `/${name}.png offline waiting 1`),
    );
    expect(await library.client['articles.get']({ uid })).toMatchObject({ missingImages: 4 });
    library.net.isUp = true;
    await library.client['jobs.wake']({});
    await expect.poll(() => missingOf(library, uid)).toEqual(['/b.png not_found failed 2']);
    expect(await library.client['articles.get']({ uid })).toMatchObject({ missingImages: 1 });
  });

  it('go on after the library was closed in the middle, or died', async () => {
    setRoutes({ '/late.png': failing(503), '/hang.png': () => undefined });
    const library = await make();
    const uid = await clip(library, img('/late.png'));
    setRoutes({ '/late.png': () => undefined });
    const before = asked('/late.png');
    await later(library, MINUTE);
    await expect.poll(() => asked('/late.png')).toBe(before + 1);
    expect(await missingOf(library, uid)).toEqual(['/late.png unreachable fetching 2']);
    await library.close();

    // What a process leaves that is killed.
    const db = openWriter(`${library.dir}/library.sqlite`);
    expect(statement<string>(db, 'SELECT state FROM missing_picture').pluck().all()).toEqual([
      'waiting',
    ]);
    statement(db, "UPDATE missing_picture SET state = 'fetching', tries = 2").run();
    db.close();
    setRoutes({ '/late.png': there });
    const again = await make({ dir: library.dir, clock: library.ports.clock });
    await expect.poll(() => missingOf(again, uid)).toEqual([]);
  });

  it('are left alone by a process that does not stay, and while the article is in the trash', async () => {
    const library = await make({ runsJobs: false });
    const uid = await clip(library, img('/late.png'));
    const before = asked('/late.png');
    await library.client['pictures.retry']({ uid });
    expect(await missingOf(library, uid)).toEqual(['/late.png unreachable waiting 0']);
    await library.client['articles.trash']({ uids: [uid], trashed: true });
    await library.close();
    const again = await make({ dir: library.dir, clock: library.ports.clock });
    expect(await missingOf(again, uid)).toEqual(['/late.png unreachable waiting 0']);
    expect(asked('/late.png')).toBe(before);
    setRoutes({ '/late.png': there });
    await again.client['articles.trash']({ uids: [uid], trashed: false });
    await again.client['pictures.retry']({ uid });
    await expect.poll(() => missingOf(again, uid)).toEqual([]);
  });

  it('survive a reading anew, and are gone when the page was clipped again with them', async () => {
    const library = await make();
    const { client } = library;
    setRoutes({ '/lamps': articlePage('lamps', img('/late.png')) });
    const url = `${site.origin}/lamps` as never;
    const { uid } = await client['clip.fromUrl']({ url });
    await later(library, MINUTE);
    await expect.poll(() => missingOf(library, uid)).toEqual(['/late.png unreachable waiting 2']);
    await client['articles.reread']({ uid });
    expect(await missingOf(library, uid)).toEqual(['/late.png unreachable waiting 2']);
    setRoutes({
      '/late.png': there,
      '/lamps': articlePage('lamps', `<p>One of them is new this year.</p>${img('/late.png')}`),
    });
    await client['clip.fromUrl']({ url });
    expect(await missingOf(library, uid)).toEqual([]);
    const { versionCount } = await client['articles.get']({ uid });
    expect(versionCount).toBe(2);
  });
});
