// What the fetcher connects to: public addresses, and what a person has named. Nothing else gets as much as a connection.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, platform } from 'node:os';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from '#hosts/fetch/public-address.ts';
import { createFetcher, type FetcherOptions } from '#hosts/fetcher.ts';
import { type LocalSite, startLocalSite } from '../support/local-site.ts';

const hasIPv6 = Object.values(networkInterfaces())
  .flat()
  .some((face) => face?.address === '::1');

/** Listens on every address of this computer. */
let canary: LocalSite;
beforeAll(async () => {
  canary = await startLocalSite({}, { hostname: hasIPv6 ? '::' : '0.0.0.0' });
});
afterAll(() => canary.close());

function get(url: string, allowHosts: string[] = [], options: FetcherOptions = {}) {
  return createFetcher({ timeoutMs: 5000, ...options }).fetch(
    { url, reason: 'clip', accept: 'page', maxBytes: 100_000, allowHosts },
    new AbortController().signal,
  );
}
const at = (host: string, path = '/article') => `http://${host}:${canary.port}${path}`;

const words = (text: string) => text.trim().split(/\s+/);
const loopback = words(`
  127.0.0.1 127.0.0.1. 127.1 127.0.1 127.0.0.01 2130706433 0x7f000001 0X7F.0.0.1 0x7f.1 0177.0.0.1
  0177.00.00.01 017700000001 ①②⑦.⓪.⓪.① 127。0。0。1 %31%32%37.0.0.1 127.255.255.254
  localhost LOCALHOST ｌｏｃａｌｈｏｓｔ
  [::1] [0:0:0:0:0:0:0:1] [0000::0001] [::ffff:127.0.0.1] [::ffff:7f00:1]
`);
const elsewhere = words(`
  0.0.0.0 0 0x0 00000 [::] [0::0]
  10.0.0.1 10.255.255.255 167772161 100.64.0.1 100.127.255.254 172.16.0.1 172.31.255.255
  169.254.169.254 169.254.0.1 0xa9fea9fe 2852039166 0251.0376.0251.0376
  192.168.0.1 192.168.1.1 3232235777 0xc0a80101 192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1
  198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1
  224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
  [::127.0.0.1] [::7f00:1] [::ffff:0:127.0.0.1] [::ffff:10.0.0.1] [::ffff:a9fe:a9fe]
  [64:ff9b::127.0.0.1] [64:ff9b::a00:1] [64:ff9b:1::1] [100::1] [5f00::1]
  [2002:7f00:1::] [2002:c0a8:101::1] [2001::1] [2001:0:4136:e378::1] [2001:2::1] [2001:10::1]
  [2001:db8::1] [3fff::1] [fc00::1] [fd12:3456::1] [fe80::1] [fec0::1] [ff02::1] [4000::1]
`);

describe('private addresses', () => {
  it.each([...loopback, ...elsewhere])('%s is refused without a connection', async (host) => {
    const before = canary.connections();
    await expect(get(at(host))).rejects.toMatchObject({
      code: 'not_allowed',
      message: expect.stringMatching(
        /^“.+” is an address of this computer or of a private network/,
      ),
    });
    expect(canary.connections()).toBe(before);
  });

  // The control: these spellings do lead to the canary, so a refusal is what kept them from it.
  it.each(loopback.filter((host) => hasIPv6 || !host.startsWith('[')))(
    '%s is reached when it is allowed',
    async (host) => {
      const before = canary.connections();
      await get(at(host), [new URL(at(host)).hostname]);
      expect(canary.connections()).toBe(before + 1);
    },
  );

  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '100.63.255.255',
    '100.128.0.0',
    '172.32.0.1',
    '192.0.1.1',
    '198.20.0.1',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    '2606:4700::1111',
    '2001:4860:4860::8888',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '2a00:1450::1',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each(['fe80::1%eth0', '::1%1', 'example.org', '', '127.0.0.1:80', '1.2.3'])(
    '%s is not',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );

  it('an IPv6 address that stands for an IPv4 address is what that one is', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const answers = ['::ffff:', '64:ff9b::', '::', '::ffff:0:'].map((prefix) =>
          isPublicAddress(prefix + address),
        );
        expect(new Set(answers)).toEqual(new Set([isPublicAddress(address)]));
      }),
    );
  });

  it('any IPv6 address is judged, and only those of 2000::/3 or for IPv4 can be public', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(new URL(`http://[${address}]/`).hostname.slice(1), 16);
        expect(isPublicAddress(address) && !/^[23]...$/.test(first.toString(16))).toBe(
          isPublicAddress(address) && (Number.isNaN(first) || first <= 0x64),
        );
      }),
    );
  });
});

describe('names', () => {
  const answering = (...addresses: string[]): FetcherOptions => ({
    lookup: async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  });

  it.each([
    ['a private address', ['127.0.0.1']],
    ['a private address after a public one', ['93.184.216.34', '127.0.0.1']],
    ['a private address before a public one', ['::1', '2606:2800:220:1::1']],
    ['a mapped address', ['::ffff:127.0.0.1']],
  ])('that lead to %s are refused without a connection', async (_, addresses) => {
    const before = canary.connections();
    await expect(get(at('harmless.example'), [], answering(...addresses))).rejects.toMatchObject({
      code: 'not_allowed',
    });
    expect(canary.connections()).toBe(before);
    await get(at('harmless.example'), ['harmless.example'], answering('127.0.0.1'));
    expect(canary.connections()).toBe(before + 1);
  });

  // Other systems than Linux have 127.0.0.1 alone.
  it.runIf(platform() === 'linux')(
    'are looked up once, and that very address is connected to',
    async () => {
      // A name server that answers differently the second time: two sites on one port of two addresses.
      const first = await startLocalSite({}, { hostname: '127.0.0.1' });
      const second = await startLocalSite({}, { hostname: '127.0.0.2', port: first.port });
      const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.2', '127.0.0.2'];
      let asked = 0;
      const lookup = async () => [{ address: answers[asked++] ?? '', family: 4 }];
      const url = `http://rebound.example:${first.port}/article`;
      await get(url, ['rebound.example'], { lookup });
      expect(asked).toBe(1);
      expect(first.requests).toMatchObject([
        { headers: { host: `rebound.example:${first.port}` } },
      ]);
      expect(second.connections()).toBe(0);
      await get(url, ['rebound.example'], { lookup });
      expect([first.connections(), second.connections()]).toEqual([1, 1]);
      await Promise.all([first.close(), second.close()]);
    },
  );

  it('that have no address are unknown', async () => {
    await expect(
      get('http://empty.example/', [], { ...answering(), isOffline: () => false }),
    ).rejects.toMatchObject({
      code: 'unreachable',
      message: 'There is no site “empty.example”, or its name could not be looked up.',
    });
  });

  it('are tried at their next address when the first does not answer', async () => {
    const site = await startLocalSite();
    const lookup = async () => [
      { address: '127.0.0.9', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    await get(`http://two.example:${site.port}/article`, ['two.example'], { lookup });
    expect(site.connections()).toBe(1);
    await site.close();
  });
});

describe('allowed hosts', () => {
  const withPort = (entry: string) => entry.replace('PORT', String(canary.port));

  it.each(words('127.0.0.1 127.0.0.1:PORT'))('%s opens the way', async (entry) => {
    expect(await get(at('127.0.0.1'), [withPort(entry)])).toMatchObject({ url: at('127.0.0.1') });
  });

  it.each([
    ...words(
      '127.0.0.1:1 127.0.0.2 localhost 27.0.0.1 127.0.0.1.example.org x@127.0.0.1 127.0.0.1/ *',
    ),
    '',
    ' ',
  ])('“%s” does not', async (entry) => {
    await expect(get(at('127.0.0.1'), [withPort(entry)])).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });

  it.runIf(hasIPv6).each(['[::1]', '::1', '[::1]:PORT', '0:0:0:0:0:0:0:1'])(
    'an IPv6 address as %s',
    async (entry) => {
      expect(await get(at('[::1]'), [withPort(entry)])).toMatchObject({
        url: at('[::1]'),
      });
    },
  );

  it('hold for their port alone where one is named, redirects included', async () => {
    const other = await startLocalSite();
    const to = encodeURIComponent(`${other.origin}/article`);
    const url = at('127.0.0.1', `/redirect/to?to=${to}`);
    await expect(get(url, [`127.0.0.1:${canary.port}`])).rejects.toMatchObject({
      code: 'not_allowed',
      message: expect.stringContaining(`“${other.host}” is an address of this computer`),
    });
    expect(other.connections()).toBe(0);
    expect(await get(url, ['127.0.0.1'])).toMatchObject({ url: `${other.origin}/article` });
    expect(other.connections()).toBe(1);
    await other.close();
  });
});

describe('certificates', () => {
  it('that nobody vouches for are not accepted, and the site is asked for by its name', async () => {
    const folder = new URL('../fixtures/certificates/', import.meta.url);
    const names: string[] = [];
    const server = createServer({
      key: readFileSync(new URL('self-signed.key.pem', folder)),
      cert: readFileSync(new URL('self-signed.pem', folder)),
      SNICallback: (name, done) => {
        names.push(name);
        done(null);
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const lookup = async () => [{ address: '127.0.0.1', family: 4 }];
    await expect(
      get(`https://tls.example:${port}/`, ['tls.example'], { lookup }),
    ).rejects.toMatchObject({
      code: 'unreachable',
      message: `The certificate of “tls.example:${port}” cannot be trusted, so nothing was fetched from it.`,
    });
    expect(names).toEqual(['tls.example']);
    server.close();
  });

  it('are missed where a site does not speak TLS at all', async () => {
    await expect(get(`https://127.0.0.1:${canary.port}/`, ['127.0.0.1'])).rejects.toMatchObject({
      code: 'unreachable',
      message: `No safe connection to “127.0.0.1:${canary.port}” came about.`,
    });
  });
});
