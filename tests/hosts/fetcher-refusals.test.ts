// Answers that are none, of a site that answers badly, and addresses to which nobody is sent: each has a code and a sentence.
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LibraryError } from '#contract/errors.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import type { FetchRequest } from '#library/ports.ts';
import { type LocalSite, startLocalSite } from '../support/local-site.ts';
import { pageRequest } from '../support/page-request.ts';

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
});
afterAll(() => site.close());

const fetcher = createFetcher({ isOffline: () => false, timeoutMs: 10_000 });

const fetchPage = (path: string, more: Partial<FetchRequest> = {}) =>
  fetcher.fetch(pageRequest(site, path, more), new AbortController().signal);

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

async function rawServer(answer: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
