// Fetching from a site that does what sites do: answers well, badly, slowly, endlessly, or with something else.
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LibraryError } from '#contract/errors.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import type { FetchRequest } from '#library/ports.ts';
import { articlePage, type LocalSite, startLocalSite } from '../support/local-site.ts';
import * as pictures from '../support/pictures.ts';

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
});
afterAll(() => site.close());

const fetcher = createFetcher({ isOffline: () => false, timeoutMs: 10_000 });
const MB = 1024 * 1024;

function fetchPage(path: string, more: Partial<FetchRequest> = {}, signal?: AbortSignal) {
  const url = path.startsWith('/') ? site.origin + path : path;
  return fetcher.fetch(
    { url, reason: 'clip', accept: 'page', maxBytes: 5 * MB, allowHosts: [site.host], ...more },
    signal ?? new AbortController().signal,
  );
}
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

describe('an answer that is none', () => {
  it.each([
    ['/status/401', 'login_required', 'shows this page only after a login'],
    ['/status/403', 'refused_by_site', 'refuses to give out this page (403)'],
    ['/status/404', 'not_found', 'has no such page (404)'],
    ['/status/410', 'not_found', 'has no such page (410)'],
    ['/status/418', 'refused_by_site', 'refuses to give out this page (418)'],
    ['/status/429', 'refused_by_site', 'was asked too often'],
    ['/status/451', 'refused_by_site', 'refuses to give out this page (451)'],
    ['/status/500', 'unreachable', 'answered with an error of its own (500)'],
    ['/status/503', 'unreachable', 'answered with an error of its own (503)'],
    ['/status/304', 'unreachable', 'answered with an error of its own (304)'],
    ['/redirect/silent', 'unreachable', 'answered with an error of its own (302)'],
    ['/redirect/self', 'unreachable', 'redirects in a circle'],
    ['/redirect/ping', 'unreachable', 'redirects in a circle'],
    ['/cookies', 'unreachable', 'redirects in a circle'],
    ['/redirect/chain/6', 'unreachable', 'was redirected more than 5 times'],
    ['/redirect/nowhere', 'unreachable', 'redirects to an address that is none'],
    ['/type/json', 'unsupported_type', 'answered with data (JSON)'],
    ['/type/feed', 'unsupported_type', 'answered with a feed'],
    ['/type/octets', 'unsupported_type', 'answered with a file of type application/octet-stream'],
    ['/packed/not-really', 'unreachable', 'was damaged on the way'],
    ['/packed/unknown', 'unreachable', 'answered in an encoding that nobody asked for'],
    ['/reset', 'unreachable', 'broke off the connection'],
    ['/cut-short', 'unreachable', 'broke off the connection'],
    ['/claims-much', 'too_large', 'is larger than 5 MB'],
    ['/endless', 'too_large', 'is larger than 5 MB'],
    ['/bomb/gzip', 'too_large', 'is larger than 5 MB'],
    ['/bomb/br', 'too_large', 'is larger than 5 MB'],
  ])('%s: %s', async (path, code, sentence) => {
    await expect(fetchPage(path)).rejects.toMatchObject({
      name: 'LibraryError',
      code,
      message: expect.stringContaining(sentence),
    });
  });

  it.each<[number, string, number | undefined]>([
    [429, '120', 120_000],
    [503, ' 7 ', 7_000],
    [429, 'Wed, 21 Oct 2015 07:28:00 GMT', 0],
    [503, 'soon', 0],
    [403, '120', undefined],
  ])('%i with “Retry-After: %s” asks for a pause of %s ms', async (status, pause, ms) => {
    site.add({
      '/pause': (_, response) => {
        response.writeHead(status, { 'retry-after': pause });
        response.end();
      },
    });
    const failed = await fetchPage('/pause').catch((error: LibraryError) => error);
    expect((failed as LibraryError).details).toEqual({
      status,
      ...(ms !== undefined && { retryAfterMs: ms }),
    });
  });

  it('that names an hour to ask again asks for the pause until then', async () => {
    site.add({
      '/pause': (_, response) => {
        const then = new Date(Date.now() + 3_600_000).toUTCString();
        response.writeHead(503, { 'retry-after': then });
        response.end();
      },
    });
    const failed = await fetchPage('/pause').catch((error: LibraryError) => error);
    const { retryAfterMs } = (failed as LibraryError).details;
    expect(Math.round(Number(retryAfterMs) / 60_000)).toBe(60);
  });

  it.each([
    'file:///etc/passwd',
    'ftp://127.0.0.1/x',
    'data:text/html,hello',
    'javascript:alert(1)',
    'blob:x',
  ])('a redirect to %s is not followed', async (to) => {
    await expect(fetchPage(`/redirect/to?to=${encodeURIComponent(to)}`)).rejects.toMatchObject({
      code: 'not_allowed',
      message: expect.stringContaining('which Lectern does not follow'),
    });
  });

  it('a redirect to an address with a password is not followed', async () => {
    const to = encodeURIComponent(`http://me:secret@${site.host}/article`);
    await expect(fetchPage(`/redirect/to?to=${to}`)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it.each([
    ['file:///etc/passwd', 'not_allowed'],
    ['javascript:alert(1)', 'not_allowed'],
    ['http://me:secret@example.org/', 'not_allowed'],
    ['not an address', 'invalid_input'],
  ])('%s is refused: %s', async (url, code) => {
    await expect(fetchPage(url)).rejects.toMatchObject({ code });
  });

  it('what is not HTTP is said to be none', async () => {
    const noHttp = await rawServer('SSH-2.0-OpenSSH_9.2\r\n');
    const { port } = noHttp.address() as { port: number };
    await expect(
      fetchPage(`http://127.0.0.1:${port}/`, { allowHosts: ['127.0.0.1'] }),
    ).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('no web page'),
    });
    noHttp.close();
  });

  it('nobody listening: unreachable', async () => {
    const gone = await startLocalSite();
    await gone.close();
    await expect(fetchPage(gone.origin, { allowHosts: [gone.host] })).rejects.toMatchObject({
      code: 'unreachable',
      message: `“${gone.host}” refuses connections.`,
    });
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

async function rawServer(answer: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
