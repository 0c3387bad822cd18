// What is noted of each request, before it is sent and when it is answered.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import { articlePage, type LocalSite, startLocalSite } from '../support/local-site.ts';
import { pageRequest } from '../support/page-request.ts';

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
});
afterAll(() => site.close());

const fetcher = createFetcher({ isOffline: () => false, timeoutMs: 10_000 });
const MB = 1024 * 1024;

const requestOf = (path: string) => pageRequest(site, path, { maxBytes: MB });
const never = new AbortController().signal;

async function noted(path: string) {
  const hops: unknown[] = [];
  const code = await fetcher
    .fetch(requestOf(path), never, (host) => {
      const hop: unknown[] = [host];
      hops.push(hop);
      return ({ bytes, status }) => void hop.push(status, bytes);
    })
    .then(
      () => null,
      (error: LibraryError) => error.code,
    );
  return { hops, code };
}

it('each request that comes of one is noted, with what came of it', async () => {
  const { hops } = await noted('/redirect/chain/2');
  const more = expect.any(Number);
  expect(hops).toEqual([
    [site.host, 302, more],
    [site.host, 302, more],
    [site.host, 200, more],
  ]);
  const page = (hops as [string, number, number][]).at(-1)?.[2] ?? 0;
  // Headers come over the wire as well.
  expect(page).toBeGreaterThan(articlePage('Dunmore').length);
});

it('what is packed is noted as it came', async () => {
  const { hops } = await noted('/packed/twice');
  const [hop] = hops as [string, number, number][];
  const unpacked = (await fetcher.fetch(requestOf('/packed/twice'), never)).bytes.length;
  expect(hop?.[2]).toBeGreaterThan(100);
  expect(hop?.[2]).toBeLessThan(unpacked + 300);
});

it('a request is noted as well where no page comes of it', async () => {
  expect(await noted('/nothing-here')).toEqual({
    hops: [[site.host, 404, expect.any(Number)]],
    code: 'not_found',
  });
  expect(await noted('http://nowhere.invalid/')).toEqual({
    hops: [['nowhere.invalid', null, 0]],
    code: 'unreachable',
  });
});

it('the note comes before the request: what cannot be noted is not sent', async () => {
  const before = site.connections();
  const full = () => {
    throw new LibraryError('disk_full', 'There is no room.');
  };
  await expect(fetcher.fetch(requestOf('/article'), never, full)).rejects.toMatchObject({
    code: 'disk_full',
  });
  expect(site.connections()).toBe(before);
});
