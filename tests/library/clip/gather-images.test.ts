// Pictures brought home from the network, from beside the page and from within it; and what becomes of those that
// cannot be had.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import { assetKeeper } from '#library/clip/asset-keeper.ts';
import { companionsOf } from '#library/clip/companions.ts';
import { gatherImages, type ImageSources } from '#library/clip/gather-images.ts';
import {
  IMAGES_AT_ONCE,
  MAX_ARTICLE_IMAGES,
  MAX_ARTICLE_IMAGES_BYTES,
  MAX_IMAGE_BYTES,
} from '#library/clip/limits.ts';
import type { Fetcher } from '#library/ports.ts';
import { assetNameOf } from '#library/storage/asset-store.ts';
import { type LocalSite, startLocalSite } from '../../support/local-site.ts';
import { makeContext } from '../../support/make-context.ts';
import * as pictures from '../../support/pictures.ts';

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
});
afterAll(() => site.close());

const never = new AbortController().signal;
const pageUrl = 'http://pages.example/article';

async function gather(
  pages: readonly (string | string[])[],
  given: Partial<ImageSources> = {},
  signal = never,
) {
  const context = await makeContext();
  const images = pages.map((candidates) => ({ candidates: [candidates].flat(), alt: '' }));
  const sources: ImageSources = {
    fetcher: createFetcher({ isOffline: () => false }),
    log: context.ports.log,
    openCompanion: companionsOf([]),
    hold: assetKeeper(context)(),
    pageUrl,
    allowHosts: [site.host],
    ...given,
  };
  return { context, images: await gatherImages(images, sources, signal) };
}

/** A fetcher without a network, that counts. */
function counting(answer: (url: string) => Promise<Uint8Array<ArrayBuffer>>) {
  const urls: string[] = [];
  let [running, most] = [0, 0];
  const fetcher: Fetcher = {
    async fetch({ url }) {
      urls.push(url);
      most = Math.max(most, ++running);
      try {
        const bytes = await answer(url);
        return { url, bytes, mediaType: null, charset: null };
      } finally {
        running--;
      }
    },
  };
  return { fetcher, urls, most: () => most };
}

const missing = (url: string | null, errorCode: string) => ({
  url,
  picture: null,
  errorCode,
  // What it takes to ask for it another time.
  ...(url?.startsWith('http') && { failure: expect.objectContaining({ candidates: [url] }) }),
});
const dataUri = (bytes: Uint8Array, type = 'image/png') =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

describe('a picture', () => {
  it.each([
    ['png', 'png', pictures.png(300, 200)],
    ['no-type', 'png', pictures.png(300, 200, 7)],
    ['wrong-type', 'png', pictures.png(300, 200, 8)],
    ['svg', 'svg', pictures.svg(300, 200)],
  ])('comes from the network: %s', async (path, ending, bytes) => {
    const url = `${site.origin}/images/${path}`;
    const { images, context } = await gather([url]);
    const name = assetNameOf(bytes, ending);
    expect(images).toEqual([
      { url, errorCode: null, picture: { name, byteSize: bytes.length, width: 300, height: 200 } },
    ]);
    expect(await context.assets.read(name)).toEqual(bytes);
    expect(site.requests.at(-1)?.headers.referer).toBe('http://pages.example/');
  });

  it('comes from the page itself', async () => {
    const { images } = await gather([dataUri(pictures.gif(3, 2), 'image/png')]);
    expect(images).toMatchObject(
      [{ url: null, picture: { name: /\.gif$/, width: 3 } }].map((image) => ({
        ...image,
        picture: { ...image.picture, name: expect.stringMatching(image.picture.name) },
      })),
    );
  });

  it('comes from beside the page, its address kept for another day', async () => {
    const bytes = new Uint8Array(pictures.png(3, 2));
    const openCompanion = companionsOf([{ path: 'page_files/a.png', bytes }]);
    const { images } = await gather(
      [['companion:page_files/a.png', 'https://example.org/a.png'], 'page_files/a.png'],
      { openCompanion },
    );
    expect(images.map(({ url, picture }) => [url, picture?.name])).toEqual([
      ['https://example.org/a.png', assetNameOf(bytes, 'png')],
      [null, assetNameOf(bytes, 'png')],
    ]);
  });

  it('is the first of its candidates that can be had', async () => {
    const good = `${site.origin}/images/png`;
    const { images } = await gather([
      [
        `${site.origin}/status/404`,
        `${site.origin}/images/broken`,
        'page_files/gone.png',
        good,
        `${site.origin}/images/gif`,
      ],
    ]);
    expect(images).toMatchObject([{ url: `${site.origin}/status/404`, picture: { width: 300 } }]);
    expect(site.requests.at(-1)?.path).toBe('/images/png');
  });

  it('of one dot only counts readers: it is not kept, and nothing is missing', async () => {
    const dot = dataUri(pictures.gif(1, 1), 'image/gif');
    const { images } = await gather([dot, [dot, `${site.origin}/images/gif`]]);
    expect(images).toMatchObject([
      { picture: null, errorCode: null },
      { picture: { width: 300 }, errorCode: null },
    ]);
  });

  it.each([
    ['/images/broken', 'unsupported_type'],
    ['/images/error-page', 'unsupported_type'],
    ['/images/page', 'unsupported_type'],
    ['/images/giant', 'too_large'],
    ['/endless', 'unsupported_type'],
    ['/status/404', 'not_found'],
    ['/status/403', 'refused_by_site'],
    ['/redirect/to?to=file:///etc/passwd', 'not_allowed'],
    ['/redirect/to?to=http://127.0.0.1:1/', 'not_allowed'],
  ])('that cannot be had says why: %s: %s', async (path, errorCode) => {
    const url = site.origin + path;
    expect((await gather([url])).images).toEqual([missing(url, errorCode)]);
  });

  it.each([
    ['http://127.0.0.1/a.png', 'not_allowed'],
    ['http://[::1]/a.png', 'not_allowed'],
    ['http://169.254.169.254/a.png', 'not_allowed'],
  ])('of a page is no way into the private network: %s', async (url, errorCode) => {
    expect((await gather([url])).images).toEqual([missing(url, errorCode)]);
  });

  it.each([
    ['file:///etc/passwd', 'not_found'],
    ['../../etc/passwd', 'not_found'],
    ['data:image/png,nonsense', 'unsupported_type'],
    ['data:image/png;base64', 'invalid_input'],
    [dataUri(pictures.pngHeader(60_000, 60_000)), 'too_large'],
    ['blob:https://example.org/1', 'not_found'],
    ['javascript:alert(1)', 'not_found'],
  ])('without an address of its own says why as well: %.40s: %s', async (candidate, errorCode) => {
    expect((await gather([candidate])).images).toEqual([missing(null, errorCode)]);
  });
});

describe('many pictures', () => {
  it('of the same address are asked for once, those of the same content stored once', async () => {
    const net = counting(async () => new Uint8Array(pictures.png(3, 2)));
    const { images, context } = await gather(
      ['https://a.example/1', 'https://a.example/1', 'https://a.example/2'],
      { fetcher: net.fetcher },
    );
    expect(net.urls).toEqual(['https://a.example/1', 'https://a.example/2']);
    expect(new Set(images.map(({ picture }) => picture?.name)).size).toBe(1);
    expect(context.assets).toBeDefined();
  });

  it(`are fetched ${IMAGES_AT_ONCE} at once, ${MAX_ARTICLE_IMAGES} at most`, async () => {
    const net = counting(async (url) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return new Uint8Array(pictures.png(2, 2, Number(url.slice(-3)) % 256));
    });
    const urls = Array.from(
      { length: MAX_ARTICLE_IMAGES + 2 },
      (_, at) => `https://a.example/${1000 + at}`,
    );
    const { images } = await gather(urls, { fetcher: net.fetcher });
    expect(net.most()).toBe(IMAGES_AT_ONCE);
    expect(net.urls).toHaveLength(MAX_ARTICLE_IMAGES);
    expect(images.filter(({ picture }) => picture)).toHaveLength(MAX_ARTICLE_IMAGES);
    expect(images.slice(MAX_ARTICLE_IMAGES)).toEqual(
      urls.slice(MAX_ARTICLE_IMAGES).map((url) => missing(url, 'too_large')),
    );
  });

  it('are kept as long as they are not too large together', async () => {
    const large = (at: number) => {
      const bytes = new Uint8Array(MAX_IMAGE_BYTES);
      bytes.set(pictures.png(2, 2, at));
      return bytes;
    };
    const fitting = Math.floor(MAX_ARTICLE_IMAGES_BYTES / MAX_IMAGE_BYTES);
    const net = counting(async (url) => large(Number(url.slice(-1))));
    const urls = Array.from({ length: fitting + 1 }, (_, at) => `https://a.example/${at}`);
    const { images } = await gather(urls, { fetcher: net.fetcher });
    expect(images.filter(({ picture }) => picture)).toHaveLength(fitting);
    expect(images.filter(({ errorCode }) => errorCode === 'too_large')).toHaveLength(1);
  });

  it('of a host that does not answer are not asked for again; those of others are', async () => {
    const net = counting(async (url) => {
      if (url.includes('dead.example'))
        throw new LibraryError('unreachable', 'It does not answer.');
      return new Uint8Array(pictures.png(2, 2));
    });
    const urls = Array.from({ length: 40 }, (_, at) =>
      at === 39 ? 'https://living.example/a' : `https://dead.example/${at}`,
    );
    const { images } = await gather(urls, { fetcher: net.fetcher });
    expect(net.urls.length).toBeLessThanOrEqual(IMAGES_AT_ONCE + 1);
    expect(images).toMatchObject([
      ...urls.slice(0, 39).map((url) => missing(url, 'unreachable')),
      { url: 'https://living.example/a', errorCode: null },
    ]);
  });

  it('of a host that has one not are asked for all the same', async () => {
    const net = counting(async (url) => {
      if (url.endsWith('/0')) throw new LibraryError('not_found', 'Not there.');
      return new Uint8Array(pictures.png(2, 2));
    });
    const { images } = await gather(['https://a.example/0', 'https://a.example/1'], {
      fetcher: net.fetcher,
    });
    expect(images.map(({ errorCode }) => errorCode)).toEqual(['not_found', null]);
  });

  it('go on after a mistake of ours with one of them, which goes to the log', async () => {
    const mistake = new TypeError('x is not a function');
    const net = counting(async (url) => {
      if (url.endsWith('/0')) throw mistake;
      return new Uint8Array(pictures.png(2, 2));
    });
    const { images, context } = await gather(['https://a.example/0', 'https://a.example/1'], {
      fetcher: net.fetcher,
    });
    expect(images.map(({ errorCode }) => errorCode)).toEqual(['bug', null]);
    expect(context.ports.log.lines).toContainEqual({
      level: 'error',
      line: 'A picture could not be brought home',
      cause: mistake,
    });
  });

  it('stop when the library cannot take them, and none is still on its way then', async () => {
    let running = 0;
    const net = counting(async () => new Uint8Array(pictures.png(2, 2)));
    const hold: ImageSources['hold'] = {
      async put() {
        running++;
        await new Promise((resolve) => setTimeout(resolve, 10 * running));
        running--;
        throw new LibraryError('disk_full', 'The disk is full.');
      },
      release: async () => undefined,
      claim: () => {},
    };
    const urls = Array.from({ length: 40 }, (_, at) => `https://a.example/${at}`);
    await expect(gather(urls, { fetcher: net.fetcher, hold })).rejects.toMatchObject({
      code: 'disk_full',
    });
    expect(running).toBe(0);
    expect(net.urls.length).toBeLessThan(40);
  });

  it('stop when the caller gives up', async () => {
    const caller = new AbortController();
    const net = counting(async () => {
      caller.abort();
      throw new LibraryError('cancelled', 'Stopped.');
    });
    await expect(
      gather(['https://a.example/0'], { fetcher: net.fetcher }, caller.signal),
    ).rejects.toMatchObject({ code: 'cancelled' });
  });
});
