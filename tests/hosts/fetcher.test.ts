import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createFetcher } from '#hosts/fetcher.ts';
import type { FetchRequest } from '#library/ports.ts';
import { articlePage, type LocalSite, startLocalSite } from '../support/local-site.ts';
import { pageRequest } from '../support/page-request.ts';
import * as pictures from '../support/pictures.ts';

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
});
afterAll(() => site.close());

const fetcher = createFetcher({ isOffline: () => false, timeoutMs: 10_000 });
const MB = 1024 * 1024;

const fetchPage = (path: string, more: Partial<FetchRequest> = {}, signal?: AbortSignal) =>
  fetcher.fetch(pageRequest(site, path, more), signal ?? new AbortController().signal);
const textOf = async (path: string) => Buffer.from((await fetchPage(path)).bytes).toString('utf8');

describe('a page', () => {
  it('comes with its type and its address', async () => {
    expect(await fetchPage('/article#part')).toEqual({
      url: `${site.origin}/article#part`,
      bytes: new Uint8Array(Buffer.from(articlePage('Dunmore'))),
      mediaType: 'text/html',
      charset: 'utf-8',
    });
  });

  it.each([
    ['/type/none', null, null],
    ['/type/strange', null, null],
    ['/type/xhtml', 'application/xhtml+xml', null],
    ['/article.txt', 'text/plain', 'utf-8'],
    ['/charset/windows-1251', 'text/html', 'windows-1251'],
  ])('at %s has the media type %s and the charset %s', async (path, mediaType, charset) => {
    expect(await fetchPage(path)).toMatchObject({ mediaType, charset });
  });

  it.each(['gzip', 'br', 'twice'])('is unpacked: %s', async (way) => {
    expect(await textOf(`/packed/${way}`)).toContain('The lighthouse of');
  });

  it('is found after five redirects', async () => {
    expect(await fetchPage('/redirect/chain/5')).toMatchObject({ url: `${site.origin}/article` });
  });

  it('is what there is of it when a packed answer breaks off', async () => {
    const { gzipSync } = await import('node:zlib');
    const whole = gzipSync(articlePage('cut'), { level: 0 });
    site.add({
      '/packed/cut': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
        response.end(whole.subarray(0, whole.length / 2));
      },
    });
    expect(await textOf('/packed/cut')).toMatch(/^<!doctype html>/);
  });
});

describe('what is asked', () => {
  const lastHeaders = () => site.requests.at(-1)?.headers ?? {};

  it('says who asks, and no more', async () => {
    await fetchPage('/article');
    expect(lastHeaders()).toEqual({
      host: site.host,
      connection: 'keep-alive',
      'user-agent': expect.stringMatching(/^Mozilla\/5\.0 \(compatible; Lectern\/\d/),
      accept: expect.stringMatching(/^text\/html,/),
      'accept-language': '*',
      'accept-encoding': 'gzip, br',
    });
  });

  it('carries no cookies, whatever was set before', async () => {
    expect(await textOf('/cookie-jar')).toBe('cookie: none');
    expect(await textOf('/cookie-jar')).toBe('cookie: none');
  });

  it('names the page on which a picture stands, whole on the same site only', async () => {
    const image = { accept: 'image', maxBytes: MB } as const;
    await fetchPage('/images/png', { ...image, referrer: `${site.origin}/pictures?page=2#here` });
    expect(lastHeaders().referer).toBe(`${site.origin}/pictures?page=2`);
    await fetchPage('/images/png', { ...image, referrer: 'http://example.org/secret/page' });
    expect(lastHeaders().referer).toBe('http://example.org/');
    await fetchPage('/images/png', { ...image, referrer: 'https://example.org/secret/page' });
    expect(lastHeaders().referer).toBeUndefined();
    await fetchPage('/images/png', { ...image, referrer: 'file:///home/me/page.html' });
    expect(lastHeaders().referer).toBeUndefined();
  });
});

describe('a picture', () => {
  it.each(['png', 'no-type', 'wrong-type', 'error-page'])(
    'is fetched, whatever its type: %s',
    async (name) => {
      const { bytes } = await fetchPage(`/images/${name}`, { accept: 'image' });
      expect(bytes.byteLength).toBeGreaterThan(20);
    },
  );

  it('is not what a page is', async () => {
    await expect(fetchPage('/images/page', { accept: 'image' })).rejects.toMatchObject({
      code: 'unsupported_type',
    });
  });

  it('is no page', async () => {
    await expect(fetchPage('/images/png')).rejects.toMatchObject({
      code: 'unsupported_type',
      message: `“${site.host}” answered with a picture (image/png). Lectern clips web pages, PDFs and plain text.`,
    });
    expect((await fetchPage('/images/png', { accept: 'image' })).bytes).toEqual(
      new Uint8Array(pictures.png(300, 200)),
    );
  });
});

describe('time', () => {
  const hasty = createFetcher({ timeoutMs: 400 });
  const request = (path: string) =>
    ({
      url: site.origin + path,
      reason: 'clip',
      accept: 'page',
      maxBytes: MB,
      allowHosts: [site.host],
    }) as const;

  it.each(['/never', '/slow-drip'])('is limited: %s', async (path) => {
    await expect(hasty.fetch(request(path), new AbortController().signal)).rejects.toMatchObject({
      code: 'timed_out',
      message: expect.stringContaining(`“${site.host}” took longer than`),
    });
  });

  it('is 20 seconds where nobody says otherwise', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    const limits = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(50));
    onTestFinished(() => limits.mockRestore());
    await expect(
      createFetcher().fetch(request('/never'), new AbortController().signal),
    ).rejects.toMatchObject({
      code: 'timed_out',
      message: expect.stringMatching(/ 20 seconds\.$/),
    });
    expect(limits.mock.calls).toContainEqual([20_000]);
  });

  it('is limited for the resolver as well', async () => {
    const stuck = createFetcher({ timeoutMs: 200, lookup: () => new Promise(() => undefined) });
    await expect(
      stuck.fetch({ ...request('/'), url: 'http://slow.example/' }, new AbortController().signal),
    ).rejects.toMatchObject({ code: 'timed_out' });
  });

  it.each(['/never', '/slow-drip', '/endless'])(
    'is over when the caller gives up: %s',
    async (path) => {
      const caller = new AbortController();
      const answer = fetchPage(path, { maxBytes: 10_000 * MB }, caller.signal);
      setTimeout(() => caller.abort(), 100);
      await expect(answer).rejects.toMatchObject({ code: 'cancelled' });
    },
  );

  it('is not even begun for a caller who gave up before', async () => {
    const before = site.connections();
    await expect(fetchPage('/article', {}, AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(site.connections()).toBe(before);
  });
});

describe('no network', () => {
  const failing = (code: string, isOffline: boolean) =>
    createFetcher({
      isOffline: () => isOffline,
      lookup: () => Promise.reject(Object.assign(new Error(code), { code })),
    }).fetch(
      { url: 'http://example.org/', reason: 'clip', accept: 'page', maxBytes: MB, allowHosts: [] },
      new AbortController().signal,
    );

  it.each(['ENOTFOUND', 'EAI_AGAIN'])(
    '%s means offline without a network, an unknown site with one',
    async (code) => {
      await expect(failing(code, true)).rejects.toMatchObject({
        code: 'offline',
        message: 'This computer is not connected to the internet.',
      });
      await expect(failing(code, false)).rejects.toMatchObject({
        code: 'unreachable',
        message: 'There is no site “example.org”, or its name could not be looked up.',
      });
    },
  );

  it('ENETUNREACH means offline', async () => {
    await expect(failing('ENETUNREACH', false)).rejects.toMatchObject({ code: 'offline' });
  });

  it('leaves what it does not know as it is: a bug, not a failure of the network', async () => {
    await expect(failing('ERR_ASSERTION', false)).rejects.toThrow('ERR_ASSERTION');
  });
});
