// Who gets into the web host, and who does not.
import { describe, expect, test } from 'vitest';
import { startWebHost } from '../../support/web-host.ts';

describe('getting in', () => {
  test('by the printed address, which gives a cookie and leaves the address bar', async () => {
    const { server, ask, origin } = await startWebHost();
    const url = new URL(server.url);
    expect(url.origin).toBe(origin);
    expect(url.searchParams.get('token')).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const { status, headers } = await ask(`/${url.search}`);
    expect({ status, location: headers.location }).toEqual({ status: 303, location: '/' });
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^lectern-${server.port}=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
      ),
    ]);
    const cookie = String(headers['set-cookie']?.[0]);
    expect(cookie).not.toContain(url.searchParams.get('token'));
    expect(
      (await ask('/', { headers: { cookie: `other=1; ${cookie.split(';')[0]}; x` } })).status,
    ).toBe(200);
  });

  test('by nothing else', async () => {
    const { server, ask, askInside } = await startWebHost();
    const token = new URL(server.url).searchParams.get('token') ?? '';
    const name = `lectern-${server.port}`;
    const paths = [
      '/',
      `/?token=${token.slice(1)}`,
      '/?token=',
      `/?token=${token}x`,
      `/x?token=${token}`,
    ];
    const cookies = [`${name}=`, `${name}=${token}`, `lectern-1=${token}`, `${name}`, '='];
    const refused = await Promise.all([
      ...paths.map((path) => ask(path)),
      ...cookies.map((cookie) => ask('/', { headers: { cookie } })),
      ask('/assets/index-1.js'),
      ask('/events'),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 401));
    expect(refused[0]?.text).toBe(
      'This is Lectern. Open the address with the token that it printed when it started.\n',
    );
    // A window that is in stays in, whatever token an old bookmark has.
    expect((await askInside('/?token=old')).status).toBe(303);
    expect((await askInside('/')).status).toBe(200);
  });

  test('under its own two names only', async () => {
    const { server, askInside, call } = await startWebHost();
    const { port } = server;
    const statusOf = async (host: string) => (await askInside('/', { headers: { host } })).status;
    const foreign = [
      'example.org',
      `example.org:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `localhost.example.org:${port}`,
      `127.0.0.2:${port}`,
      `0.0.0.0:${port}`,
      `[::1]:${port}`,
      `LOCALHOST:${port}`,
      `localhost.:${port}`,
      `2130706433:${port}`,
    ];
    expect(await Promise.all(foreign.map(statusOf))).toEqual(foreign.map(() => 421));
    // What is no host name at all does not get that far.
    expect(await statusOf(`127.0.0.1:${port}.example.org`)).toBe(400);
    expect(await statusOf(`localhost:${port}`)).toBe(200);
    expect(await statusOf(`127.0.0.1:${port}`)).toBe(200);
    expect((await call('library.info', {})).status).toBe(200);
  });
});

test('of 56 kinds of call one is answered: this window’s, as JSON, with the cookie', async () => {
  const { askInside, origin, server } = await startWebHost();
  const origins = [
    origin,
    null,
    'null',
    'https://example.org',
    `http://127.0.0.1:${server.port + 1}`,
    `http://localhost:${server.port}`,
    `https://127.0.0.1:${server.port}`,
  ];
  const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', null];
  const cookies = [undefined, null];
  const answers: [string, number][] = [];
  for (const from of origins) {
    for (const type of types) {
      for (const cookie of cookies) {
        const { status } = await askInside('/rpc', {
          method: 'POST',
          headers: { origin: from, 'content-type': type, ...(cookie === null && { cookie }) },
          body: '{"name":"library.info","input":{}}',
        });
        answers.push([`${from} ${type} ${cookie === null ? 'no cookie' : 'cookie'}`, status]);
      }
    }
  }
  expect(answers).toHaveLength(56);
  expect(answers.filter(([, status]) => status === 200)).toEqual([
    [`${origin} application/json cookie`, 200],
  ]);
  expect(new Set(answers.map(([, status]) => status))).toEqual(new Set([200, 401, 403, 415]));
});

test.each(['cross-site', 'same-site', 'anything'])(
  'a request of another site is refused: %s',
  async (site) => {
    const { askInside, origin } = await startWebHost();
    const headers = { 'sec-fetch-site': site };
    const statuses = [
      (await askInside('/', { headers })).status,
      (await askInside('/events', { headers })).status,
      (await askInside('/assets/index-1.js', { headers })).status,
      (await askInside('/rpc', { method: 'POST', headers, body: '{}' })).status,
      (await askInside('/events', { headers: { origin: 'https://example.org' } })).status,
    ];
    expect(statuses).toEqual([403, 403, 403, 403, 403]);
    const own = { 'sec-fetch-site': 'same-origin', origin };
    expect((await askInside('/', { headers: own })).status).toBe(200);
  },
);
