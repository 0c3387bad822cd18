// The ledger of the network, and the switch that shuts the one door to it: against a site that counts what reaches it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFetcher } from '#hosts/fetcher.ts';
import { restoreUnopened } from '#library/restore-unopened.ts';
import { statement } from '#library/storage/database.ts';
import { type LocalSite, startLocalSite } from '../../support/local-site.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { testClock } from '../../support/make-ports.ts';
import * as pictures from '../../support/pictures.ts';

const DAY = 86_400_000;
const words = 'The tide took the pier one night and gave it back in pieces over a year. '.repeat(
  20,
);

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite({
    '/pier': `<title>The pier</title><article><h1>The pier</h1><p>${words}<img src="/pier.png" width="600" height="400"></article>`,
    '/moved': (_, response) => response.writeHead(301, { location: '/pier' }).end(),
    '/pier.png': (_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' }).end(pictures.png(40, 30));
    },
  });
});
afterAll(() => site.close());
let before = 0;
beforeEach(() => {
  before = site.connections();
});

const fetcher = createFetcher({ isOffline: () => false });
const off = { code: 'offline', message: expect.stringContaining('switched off') };

describe('a clip', () => {
  it('leaves a line for each request that it made, and no address', async () => {
    const { client, ports, db } = await makeContext({ fetcher });
    await client['clip.fromUrl']({
      url: `${site.origin}/moved?from=mail`,
      allowHosts: [site.host],
    });

    const { requests } = await client['network.list']({});
    const line = { at: ports.clock.now(), host: site.host, code: null, bytes: expect.any(Number) };
    expect(requests).toEqual([
      { ...line, id: 3, reason: 'picture', status: 200 },
      { ...line, id: 2, reason: 'clip', status: 200 },
      { ...line, id: 1, reason: 'clip', status: 301 },
    ]);
    // As many as reached the site, no more and no fewer.
    expect(site.connections() - before).toBe(3);
    const rows = JSON.stringify(statement(db, 'SELECT * FROM network_request').all());
    expect(rows).toContain(site.host);
    expect(rows).not.toMatch(/pier|moved|mail/);

    const { sums, listedSince, dropped } = await client['network.summary']({});
    const bytes = (reason: string) =>
      requests.reduce((sum, one) => sum + (one.reason === reason ? one.bytes : 0), 0);
    expect(new Set(sums)).toEqual(
      new Set([
        { reason: 'clip', requests: 2, bytes: bytes('clip') },
        { reason: 'picture', requests: 1, bytes: bytes('picture') },
      ]),
    );
    expect(bytes('clip')).toBeGreaterThan(words.length);
    expect({ listedSince, dropped }).toEqual({ listedSince: ports.clock.now(), dropped: 0 });
  });

  it('that fails leaves one as well, with what went wrong', async () => {
    const { client } = await makeContext({ fetcher });
    const url = `${site.origin}/nothing-here`;
    await expect(client['clip.fromUrl']({ url, allowHosts: [site.host] })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(client['clip.fromUrl']({ url: 'http://nowhere.invalid/' })).rejects.toMatchObject({
      code: 'unreachable',
    });
    const { requests } = await client['network.list']({});
    expect(requests.map(({ host, status, code }) => [host, status, code])).toEqual([
      ['nowhere.invalid', null, 'unreachable'],
      [site.host, 404, 'not_found'],
    ]);
  });
});

describe('the ledger', () => {
  const request = (at: number, reason: 'update' | 'capture' = 'update') =>
    ({ at, host: 'lectern.example', reason, bytes: 100, status: 200, code: null }) as const;

  it('takes what hosts have fetched by themselves, and is read page by page', async () => {
    const { client, events } = await makeContext();
    await client['network.record']({ requests: [1, 2, 3, 4, 5].map((at) => request(at)) });
    await client['network.record']({ requests: [request(6, 'capture')] });
    expect(events).toContainEqual({ kind: 'changed', topics: ['network'] });
    const first = await client['network.list']({ limit: 4 });
    expect(first.requests.map(({ at }) => at)).toEqual([6, 5, 4, 3]);
    const rest = await client['network.list']({ limit: 4, before: first.before ?? 0 });
    expect(rest.requests.map(({ at }) => at)).toEqual([2, 1]);
    expect(rest.before).toBeNull();
    const captures = await client['network.list']({ reason: 'capture' });
    expect(captures.requests.map(({ at }) => at)).toEqual([6]);
  });

  it('lists the newest 50,000 of two years, and counts the rest', async () => {
    const clock = testClock();
    const first = await makeContext({ clock });
    const many = (count: number, at: number) =>
      statement(
        first.db,
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
          INSERT INTO network_request (at, host, reason) SELECT ?, 'a.example', 'clip' FROM n`,
      ).run(count, at);
    many(3, clock.now() - 800 * DAY);
    many(50_010, clock.now());
    statement(first.db, `INSERT INTO network_sum VALUES ('clip', 50013, 7)`).run();
    first.close();
    const { client, db } = await makeContext({ dir: first.dir, clock, fetcher });
    expect(await client['network.summary']({})).toEqual({
      sums: [{ reason: 'clip', requests: 50_013, bytes: 7 }],
      listedSince: clock.now(),
      dropped: 13,
      keeps: { requests: 50_000, days: 730 },
    });
    clock.tick(740 * DAY);
    // Rows go while the program runs as well.
    statement(db, `UPDATE sqlite_sequence SET seq = 50999 WHERE name = 'network_request'`).run();
    await expect(client['clip.fromUrl']({ url: 'http://nowhere.invalid/' })).rejects.toMatchObject({
      code: 'unreachable',
    });
    expect((await client['network.summary']({})).dropped).toBe(50_013);
  });

  it('is not brought back to what it was by a backup, and neither is the switch', async () => {
    const { client, ports } = await makeLibrary();
    await client['clip.fromPasted']({ text: 'An owl\nSaid nothing.' });
    const { backup } = await client['backups.make']({});
    await client['network.record']({
      requests: [1, 2].map((at) => request(ports.clock.now() + at)),
    });
    await client['settings.change']({ network: false, theme: 'sepia' });
    await client['backups.restore']({ name: backup.name });
    const { theme, network } = await client['settings.get']({});
    expect({ theme, network }).toEqual({ theme: 'system', network: false });
    expect((await client['network.list']({})).requests).toHaveLength(2);
    expect((await client['network.summary']({})).sums).toEqual([
      { reason: 'update', requests: 2, bytes: 200 },
    ]);
  });

  it.each([
    { state: 'can be read', isGarbage: false, requests: 2, network: false },
    { state: 'is not even a database', isGarbage: true, requests: 0, network: true },
  ])('of a library that was not opened for it, and $state', async (given) => {
    const { client, ports, dir, close } = await makeLibrary();
    await client['clip.fromPasted']({ text: 'An owl\nSaid nothing.' });
    const { backup } = await client['backups.make']({});
    await client['network.record']({
      requests: [1, 2].map((at) => request(ports.clock.now() + at)),
    });
    await client['settings.change']({ network: false });
    await close();
    if (given.isGarbage) writeFileSync(join(dir, 'library.sqlite'), 'x'.repeat(10_000));
    restoreUnopened({ dir, name: backup.name, now: 0 });
    const restored = await makeLibrary({ dir });
    expect((await restored.client['network.list']({})).requests).toHaveLength(given.requests);
    expect((await restored.client['settings.get']({})).network).toBe(given.network);
    expect((await restored.client['articles.list']({})).articles).toHaveLength(1);
  });
});

describe('the switch', () => {
  it('lets nothing out, and leaves what was to be fetched waiting, for as long as it is off', async () => {
    const clock = testClock();
    const { client } = await makeLibrary({ fetcher, clock, runsJobs: true });
    await client['settings.change']({ network: false, allowedHosts: [site.host] });
    const url = `${site.origin}/pier`;
    await expect(client['clip.fromUrl']({ url })).rejects.toMatchObject(off);
    await client['jobs.add']({ urls: [url] });
    // Days on which it looks again and again.
    for (let day = 0; day < 20; day++) {
      clock.tick(DAY);
      await client['jobs.wake']({});
    }
    const { jobs } = await client['jobs.list']({});
    expect(jobs).toMatchObject([{ url, state: 'waiting', tries: 0, problem: off }]);
    // A page that is here comes in without its pictures, which wait as well.
    const html = `<title>Far</title><p>${words}<img src="${site.origin}/pier.png?far" width="600" height="400">`;
    const { uid } = await client['clip.fromPasted']({ html, url: `${site.origin}/far` });
    const missing = () => client['pictures.missing']({ uid });
    expect(await missing()).toMatchObject([{ problem: { code: 'offline' } }]);
    expect(site.connections()).toBe(before);
    expect((await client['network.list']({})).requests).toEqual([]);

    await client['settings.change']({ network: true });
    await expect.poll(async () => (await client['jobs.list']({})).total).toBe(0);
    await expect.poll(missing).toEqual([]);
    const { requests } = await client['network.list']({});
    expect(requests.map(({ reason }) => reason).sort()).toEqual(['clip', 'picture', 'picture']);
  });

  it('ends what is under way', async () => {
    const { client } = await makeContext({ fetcher });
    const clip = client['clip.fromUrl']({ url: `${site.origin}/never`, allowHosts: [site.host] });
    clip.catch(() => undefined);
    await expect.poll(() => site.connections()).toBe(before + 1);
    await client['settings.change']({ network: false });
    await expect(clip).rejects.toMatchObject(off);
    expect((await client['network.list']({})).requests).toMatchObject([
      { host: site.host, status: null, code: 'offline' },
    ]);
  });
});
