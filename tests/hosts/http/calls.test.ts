// What a window in a browser asks: its page, calls, events.
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readBody } from '#hosts/http/rpc-route.ts';
import { startWebServer } from '#hosts/http/web-server.ts';
import { decodeMessage, encodeMessage } from '#hosts/json-message.ts';
import { png } from '../../support/pictures.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { startWebHost } from '../../support/web-host.ts';

describe('the window', () => {
  test('is told where articles and pictures are, and loads its files from the root', async () => {
    const host = await startWebHost();
    const { text } = await host.askInside('/some/route');
    expect(
      text
        .replaceAll(/\/(article|asset|pages|original|left-out)\/[A-Za-z0-9_-]{43}\//g, '/$1/CAP/')
        .replace(/content='[A-Za-z0-9_-]{22}'/, "content='N'"),
    ).toBe(`<!doctype html>
<html lang="en"><head>
<meta name="lectern-host" content='{"articleBase":"/article/CAP/","assetBase":"/asset/CAP/","pagesBase":"/pages/CAP/","originalBase":"/original/CAP/","leftOutBase":"/left-out/CAP/"}'>
<meta property="csp-nonce" content='N'><title>Lectern</title><script type="module" src="/assets/index-1.js"></script></head><body></body></html>
`);
    const nonceOf = async () =>
      /csp-nonce" content='([^']+)'/.exec((await host.askInside('/')).text)?.[1];
    expect(await nonceOf()).not.toBe(await nonceOf());
    const { headers, text: page } = await host.askInside('/');
    expect(headers['content-security-policy']).toContain(
      `'nonce-${/csp-nonce" content='([^']+)'/.exec(page)?.[1]}'`,
    );
  });
});

describe('calls', () => {
  test('bytes go in, values come out', async () => {
    const { askInside, call } = await startWebHost();
    const bytes = Buffer.from(articlePage('The lamp', 'A quincunx of moths.'));
    const body = encodeMessage({
      name: 'clip.fromFile',
      input: {
        name: 'lamp.html',
        bytes,
        companions: [{ path: 'lamp_files/a.png', bytes: png(2, 2) }],
      },
    });
    const clipped = await askInside('/rpc', { method: 'POST', body });
    expect(decodeMessage(clipped.text)).toEqual({
      ok: true,
      value: { uid: expect.any(String), title: 'The lamp', url: null, status: 'saved' },
    });
    const found = JSON.parse((await call('search.run', { text: 'quincunx' })).text);
    expect(found).toMatchObject({ ok: true, value: { total: 1 } });
    expect(
      JSON.parse((await call('reading.opened', { uid: found.value.hits[0].article.uid })).text),
    ).toEqual({
      ok: true,
    });
  });

  test('errors are replies, refusals have a status', async () => {
    const { askInside, call } = await startWebHost();
    const reply = async (answer: Promise<{ status: number; text: string }>) => {
      const { status, text } = await answer;
      const { ok, error } = JSON.parse(text);
      return [status, ok, error.code];
    };
    const post = (body: string) => askInside('/rpc', { method: 'POST', body });
    const uid = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    expect(await reply(call('articles.get', { uid }))).toEqual([200, false, 'not_found']);
    expect(await reply(call('articles.get', { uid: 1 }))).toEqual([200, false, 'invalid_input']);
    expect(await reply(call('constructor', {}))).toEqual([200, false, 'invalid_input']);
    expect(await reply(post('{"name":5}'))).toEqual([400, false, 'invalid_input']);
    expect(await reply(post('[]'))).toEqual([400, false, 'invalid_input']);
    expect(await reply(post(''))).toEqual([400, false, 'invalid_input']);
    expect(await reply(post('{"name":"x","input":{"$bytes":"!!"}}'))).toEqual([
      400,
      false,
      'invalid_input',
    ]);
    expect(await reply(call('clip.fromPath', { path: '/etc/hostname' }))).toEqual([
      403,
      false,
      'not_allowed',
    ]);
    // The control: the same file by its content is clipped.
    const bytes = { $bytes: readFileSync(import.meta.filename).toString('base64') };
    expect(JSON.parse((await call('clip.fromFile', { name: 'a.txt', bytes })).text).ok).toBe(true);
  });

  test('one that claims to be too large is refused before it is read', async () => {
    const { askInside } = await startWebHost();
    const { status } = await askInside('/rpc', {
      method: 'POST',
      headers: { 'content-length': String(300 * 1024 * 1024), expect: '100-continue' },
    });
    expect(status).toBe(413);
  });

  test('a window that gives up aborts the call', async () => {
    const { promise: aborted, resolve } = Promise.withResolvers<string>();
    const { promise: started, resolve: start } = Promise.withResolvers<void>();
    const { askInside, origin, server } = await startWebHost({
      fetcher: {
        fetch: (_, signal) =>
          new Promise((__, reject) => {
            start();
            signal.addEventListener('abort', () => {
              resolve('aborted');
              reject(new Error('aborted'));
            });
          }),
      },
    });
    const cookie = (await askInside('/?token=any')).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const call = request({
      port: server.port,
      host: '127.0.0.1',
      path: '/rpc',
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
    });
    call.on('error', () => undefined);
    call.end(JSON.stringify({ name: 'clip.fromUrl', input: { url: 'https://example.org/' } }));
    await started;
    call.destroy();
    expect(await aborted).toBe('aborted');
  });
});

test('events come as they happen, and end when the host closes', async () => {
  const { askInside, origin, server, client } = await startWebHost();
  const cookie = (await askInside('/?token=any')).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  let text = '';
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  const { promise: ended, resolve: isEnded } = Promise.withResolvers<void>();
  const stream = request({
    port: server.port,
    host: '127.0.0.1',
    path: '/events',
    headers: { cookie },
  });
  stream.on('response', (response) => {
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      isReady();
    });
    response.on('end', isEnded);
  });
  stream.end();
  await ready;
  await client['settings.change']({ theme: 'dark' });
  await expect.poll(() => text).toContain('data: ');
  await server.close();
  await ended;
  expect(text).toBe(
    `retry: 500\n: ready\n\ndata: ${JSON.stringify({ kind: 'changed', topics: ['settings'] })}\n\n`,
  );
  await expect(fetch(origin)).rejects.toThrow('fetch failed');
});

test('a body is read up to the limit, whatever length it claims', async () => {
  const bodyOf = (body: string) =>
    new Request('http://127.0.0.1/rpc', {
      method: 'POST',
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);
  expect(await readBody(bodyOf('0123456789'), 10)).toBe('0123456789');
  await expect(readBody(bodyOf('0123456789x'), 10)).rejects.toMatchObject({
    status: 413,
    code: 'too_large',
  });
});

test('a port that is taken is said to be', async () => {
  const { server } = await startWebHost();
  const options = {
    library: {} as never,
    libraryDir: '',
    files: {} as never,
    onBug: () => undefined,
  };
  const second = startWebServer(options, server.port);
  onTestFinished(() =>
    second.then(
      ({ close }) => close(),
      () => undefined,
    ),
  );
  await expect(second).rejects.toMatchObject({
    code: 'conflict',
    message: `Port ${server.port} is used by another program.`,
  });
});
