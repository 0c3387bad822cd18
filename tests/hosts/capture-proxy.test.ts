// The capture window's way into the web: what it lets through, to whom, and what it says where it does not.
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { SentRequest } from '#contract/types/network.ts';
import { type CaptureProxy, PROXY_USER, startCaptureProxy } from '#hosts/capture/capture-proxy.ts';
import { type LocalSite, startLocalSite } from '../support/local-site.ts';

const PASSWORD = 'a password of this test';
const AUTH = `Basic ${Buffer.from(`${PROXY_USER}:${PASSWORD}`).toString('base64')}`;

let site: LocalSite;
let proxy: CaptureProxy;
let allowed: string[] = [];
let isOn = true;
const failed: [string, ErrorCode][] = [];
const used: SentRequest[] = [];
const names: Record<string, string> = {};

beforeAll(async () => {
  site = await startLocalSite({
    '/echo': (asked, answer) => {
      const parts: Buffer[] = [];
      asked.on('data', (part: Buffer) => parts.push(part));
      asked.on('end', () => {
        answer.setHeader('set-cookie', ['one=1', 'two=2']);
        answer.end(JSON.stringify([asked.method, asked.headers, Buffer.concat(parts).toString()]));
      });
    },
  });
  proxy = await startCaptureProxy({
    password: PASSWORD,
    allowHosts: () => allowed,
    isOn: () => isOn,
    onUsed: (request) => used.push(request),
    onFailed: (host, { code }) => failed.push([host, code]),
    lookup: async (name) => {
      const address = names[name];
      if (!address) throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
      return [{ address, family: 4 }];
    },
  });
});
afterAll(async () => {
  proxy.close();
  await site.close();
});

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}
const ask = (url: string, auth: string | null = AUTH, body = ''): Promise<Answer> =>
  new Promise((done, fail) => {
    const headers = { ...(auth && { 'proxy-authorization': auth }), host: 'site.example' };
    const to = { port: proxy.port, path: url, headers, method: body ? 'POST' : 'GET' };
    request(to, (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += String(part);
      });
      // Also where the site broke off in the middle.
      answer.on('close', () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
      );
    })
      .on('error', fail)
      .end(body);
  });

/** The first line of the answer to CONNECT, and what comes through the tunnel for a plain request. */
const tunnel = (host: string, auth: string | null = AUTH): Promise<string> =>
  new Promise((done, fail) => {
    const socket = connect(proxy.port, '127.0.0.1');
    let text = '';
    socket.on('data', (part) => {
      text += String(part);
      if (text.startsWith('HTTP/1.1 200 Connected\r\n\r\n') && text.length < 30)
        socket.write(`GET /article HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
    });
    socket.on('close', () => done(text));
    socket.on('error', fail);
    const line = auth ? `proxy-authorization: ${auth}\r\n` : '';
    socket.write(`CONNECT ${host} HTTP/1.1\r\nhost: ${host}\r\n${line}\r\n`);
  });

describe('the proxy of the capture window', () => {
  it('passes on what is asked of an allowed host, without what is for itself alone', async () => {
    allowed = [site.host];
    const { status, headers, body } = await ask(`${site.origin}/echo`, AUTH, 'some words');
    const [method, seen, sent] = JSON.parse(body) as [string, Record<string, string>, string];
    expect([status, method, sent]).toEqual([200, 'POST', 'some words']);
    expect(headers['set-cookie']).toEqual(['one=1', 'two=2']);
    expect(Object.keys(seen).filter((name) => name.startsWith('proxy-'))).toEqual([]);
    expect(await tunnel(site.host)).toContain('The lighthouse of Dunmore');
  });

  it('answers nobody who does not know its password', async () => {
    allowed = [site.host];
    const before = site.connections();
    for (const auth of [null, 'Basic bGVjdGVybjo=', `${AUTH}x`]) {
      expect((await ask(`${site.origin}/echo`, auth)).status).toBe(407);
      expect(await tunnel(site.host, auth)).toMatch(/^HTTP\/1\.1 407 /);
    }
    // Nor as a web site, to a page in another browser.
    expect((await ask('/', null)).status).toBe(407);
    expect(site.connections()).toBe(before);
  });

  it('reaches nothing private, under whatever name, unless it is allowed', async () => {
    allowed = [];
    failed.length = 0;
    names['rebound.example'] = '127.0.0.1';
    const before = site.connections();
    const hosts = [
      site.host,
      `localhost:${site.port}`,
      `rebound.example:${site.port}`,
      `2130706433:${site.port}`,
      `0x7f.1:${site.port}`,
      `[::1]:${site.port}`,
      `[::ffff:127.0.0.1]:${site.port}`,
      '169.254.169.254:80',
      '192.168.0.1:80',
    ];
    names.localhost = '127.0.0.1';
    for (const host of hosts) {
      const answers = [(await tunnel(host)).slice(9, 12), await ask(`http://${host}/echo`)];
      expect([host, answers]).toMatchObject([host, ['502', { status: 502, body: '' }]]);
    }
    expect(site.connections()).toBe(before);
    expect(new Set(failed.map(([, code]) => code))).toEqual(new Set(['not_allowed']));
    // The control: what is refused is there.
    allowed = [`rebound.example:${site.port}`];
    expect((await ask(`http://rebound.example:${site.port}/article`)).status).toBe(200);
  });

  it('says what came of names and hosts that are not there', async () => {
    const free = await startLocalSite();
    await free.close();
    allowed = [free.host];
    failed.length = 0;
    expect(await tunnel('nowhere.example:443')).toMatch(/^HTTP\/1\.1 502 /);
    expect((await ask(`${free.origin}/`)).status).toBe(502);
    expect(failed.map(([host]) => host)).toEqual(['nowhere.example', free.host]);
    expect(failed.every(([, code]) => code === 'unreachable' || code === 'offline')).toBe(true);
  });

  it('takes nothing but web addresses, and lives on when a site breaks off', async () => {
    allowed = [site.host];
    for (const address of ['ftp://example.org/', 'http://me:secret@127.0.0.1/'])
      expect((await ask(address)).status).toBe(400);
    expect(await tunnel('/')).toMatch(/^HTTP\/1\.1 400 /);
    expect((await ask(`${site.origin}/cut-short`)).body).toBe('<p>Only the beg');
    expect((await ask(`${site.origin}/reset`)).status).toBe(502);
    expect((await ask(`${site.origin}/article`)).status).toBe(200);
  });

  it('says of each connection, once it is over, with whom and how much; of what it refused nothing', async () => {
    allowed = [site.host];
    used.length = 0;
    const { body } = await ask(`${site.origin}/article`);
    await tunnel(site.host);
    allowed = [];
    await tunnel(site.host);
    await expect.poll(() => used.length).toBe(2);
    const of = { host: site.host, reason: 'capture', code: null };
    expect(used).toMatchObject([
      { ...of, status: 200 },
      { ...of, status: null },
    ]);
    for (const { bytes } of used) expect(bytes).toBeGreaterThan(body.length);
  });

  it('lets nothing out while the network is switched off', async () => {
    allowed = [site.host];
    failed.length = 0;
    used.length = 0;
    isOn = false;
    const before = site.connections();
    expect(await tunnel(site.host)).toMatch(/^HTTP\/1\.1 502 /);
    expect((await ask(`${site.origin}/article`)).status).toBe(502);
    expect([site.connections(), used]).toEqual([before, []]);
    expect(failed.map(([, code]) => code)).toEqual(['offline', 'offline']);
    isOn = true;
    expect((await ask(`${site.origin}/article`)).status).toBe(200);
  });
});
