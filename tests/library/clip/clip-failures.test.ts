// Bad input: each has a code and a sentence, and leaves the library as it was, to the last file. What is kept of a page that cannot be
// read is in kept-unread.test.ts.
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import { createFetcher, type FetcherOptions } from '#hosts/fetcher.ts';
import { afterOneClip, census, failsClean } from '../../support/census.ts';
import { articleFile, clipFile } from '../../support/clip-file.ts';
import { type LocalSite, startLocalSite } from '../../support/local-site.ts';
import { makeContext } from '../../support/make-context.ts';
import { directParser } from '../../support/make-ports.ts';
import * as pictures from '../../support/pictures.ts';
import { tempDir } from '../../support/temp-dir.ts';

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
});
afterAll(() => site.close());

const page = articleFile('Dunmore');
const never = new AbortController().signal;

it('A good page does change what the library holds', async () => {
  const context = await makeContext();
  const before = census(context);
  await context.client['clip.fromFile'](page);
  expect(census(context)).toEqual(afterOneClip(before));
});

describe('a path', () => {
  it('to nothing', async () => {
    const context = await makeContext();
    const path = join(tempDir(), 'gone.html');
    await failsClean(
      context,
      () => context.client['clip.fromPath']({ path }),
      'not_found',
      'There is no file “gone.html” there.',
    );
  });

  it('to a folder', async () => {
    const context = await makeContext();
    const path = join(tempDir(), 'folder.html');
    mkdirSync(path);
    await failsClean(
      context,
      () => context.client['clip.fromPath']({ path }),
      'invalid_input',
      '“folder.html” is a folder, not a file.',
    );
  });

  it('to a file of the library itself', async () => {
    const context = await makeContext();
    await failsClean(
      context,
      () => context.client['clip.fromPath']({ path: join(context.dir, 'assets', 'page.html') }),
      'not_allowed',
      'This is a file of the library itself.',
    );
  });

  it('to something within a file', async () => {
    const context = await makeContext();
    const path = join(tempDir(), 'page.html');
    writeFileSync(path, page.bytes);
    await failsClean(
      context,
      () => context.client['clip.fromPath']({ path: join(path, 'inside.html') }),
      'not_found',
      'There is no file “inside.html” there.',
    );
  });

  it.runIf(platform() !== 'win32')('to a device that never ends', async () => {
    const context = await makeContext();
    await failsClean(
      context,
      () => context.client['clip.fromPath']({ path: '/dev/zero' }),
      'invalid_input',
      '“zero” is not a file that can be read.',
    );
  });

  it('to an empty file', async () => {
    const context = await makeContext();
    const path = join(tempDir(), 'empty.html');
    writeFileSync(path, '');
    await failsClean(
      context,
      () => context.client['clip.fromPath']({ path }),
      'nothing_to_read',
      '“empty.html” is empty (0 bytes).',
    );
  });

  it('to an empty picture', async () => {
    const context = await makeContext();
    const path = join(tempDir(), 'photo.jpg');
    writeFileSync(path, '');
    await failsClean(
      context,
      () => context.client['clip.fromPath']({ path }),
      'nothing_to_read',
      '“photo.jpg” is empty (0 bytes).',
    );
  });

  it('to 500 MB, which are not even read', async () => {
    const context = await makeContext();
    const path = join(tempDir(), 'huge.html');
    writeFileSync(path, '<p>');
    truncateSync(path, 500 * 1024 * 1024);
    await failsClean(
      context,
      () => context.client['clip.fromPath']({ path }),
      'too_large',
      '“huge.html” is too large: 500 MB. The limit is 200 MB.',
    );
  });

  it.each([
    ['that is not whole', 'page.html', /^“page\.html” is not a whole path\.$/],
    ['with a NUL in it', '/tmp/a\0b.html', /is not the path of a file/],
    ['that is too long', `/tmp/${'a'.repeat(5000)}.html`, /is not the path of a file/],
  ])('%s', async (_, path, sentence) => {
    const context = await makeContext();
    await failsClean(
      context,
      () => context.client['clip.fromPath']({ path }),
      'invalid_input',
      sentence,
    );
  });

  // Root may read everything.
  it.runIf(platform() !== 'win32' && process.getuid?.() !== 0)(
    'to a file that may not be read',
    async () => {
      const context = await makeContext();
      const path = join(tempDir(), 'secret.html');
      writeFileSync(path, page.bytes, { mode: 0o000 });
      await failsClean(
        context,
        () => context.client['clip.fromPath']({ path }),
        'not_allowed',
        'Lectern is not allowed to read “secret.html”.',
      );
    },
  );
});

describe('a file', () => {
  it.each([
    ['photo.html', pictures.png(30, 20), /^“photo\.html” looks like a PNG image/],
    ['photo.jpg', pictures.jpeg(30, 20), /^“photo\.jpg” looks like a JPEG image/],
    ['drawing.svg', pictures.svg(30, 20), /^“drawing\.svg” looks like an SVG image/],
    ['paper.html', Buffer.from('%PDF-1.7\n%\xe2\xe3'), /begins like a PDF, but no page of it/],
    ['book.epub', Buffer.from('PK\x03\x04rest of it'), /looks like a zip archive/],
    [
      'noise.txt',
      Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)),
      /looks like a binary file/,
    ],
  ])('that is none to read: %s', async (name, bytes, sentence) => {
    const context = await makeContext();
    await failsClean(
      context,
      () => context.client['clip.fromFile'](clipFile(bytes, name)),
      'unsupported_type',
      sentence,
    );
  });

  it('that is empty', async () => {
    const context = await makeContext();
    await failsClean(
      context,
      () => context.client['clip.fromFile'](clipFile('')),
      'nothing_to_read',
      /^“page\.html” is empty/,
    );
  });
});

describe('pasted', () => {
  it.each([{}, { text: '' }, { text: ' \n\t ' }, { html: '  ', text: '\u00a0' }])(
    'nothing: %j',
    async (input) => {
      const context = await makeContext();
      await failsClean(
        context,
        () => context.client['clip.fromPasted'](input),
        'nothing_to_read',
        'What was pasted is empty.',
      );
    },
  );
});

describe('an address', () => {
  const online = (options: FetcherOptions = {}) =>
    makeContext({ fetcher: createFetcher({ isOffline: () => false, ...options }) });
  const at = (path: string) => ({ url: site.origin + path, allowHosts: [site.host] });

  it.each<[string, ErrorCode, RegExp]>([
    ['/redirect/ping', 'unreachable', /redirects in a circle/],
    ['/redirect/to?to=file:///etc/passwd', 'not_allowed', /redirects to a “file:” address/],
    ['/status/401', 'login_required', /only after a login/],
    ['/status/403', 'refused_by_site', /refuses to give out this page/],
    ['/status/404', 'not_found', /has no such page/],
    ['/status/500', 'unreachable', /an error of its own/],
    ['/type/pdf', 'unsupported_type', /begins like a PDF, but no page of it/],
    ['/empty', 'nothing_to_read', /answered with an empty page\.$/],
    ['/bomb/br', 'too_large', /is larger than 50 MB/],
  ])('%s: %s', async (path, code, sentence) => {
    const context = await online();
    await failsClean(context, () => context.client['clip.fromUrl'](at(path)), code, sentence);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://example.org/',
    'data:text/html,hello',
    'example.org',
    '',
  ])('%s is none', async (url) => {
    const context = await online();
    await failsClean(
      context,
      () => context.client['clip.fromUrl']({ url }),
      'invalid_input',
      /is not an http or https address/,
    );
  });

  it.each([
    'http://127.0.0.1/',
    'http://[::1]:8080/',
    'http://169.254.169.254/latest/',
    'http://192.168.1.1/',
  ])('%s is private', async (url) => {
    const context = await online();
    await failsClean(
      context,
      () => context.client['clip.fromUrl']({ url }),
      'not_allowed',
      /of this computer or of a private network/,
    );
  });

  it('that takes too long', async () => {
    const context = await online({ timeoutMs: 200 });
    await failsClean(
      context,
      () => context.client['clip.fromUrl'](at('/slow-drip')),
      'timed_out',
      /took longer than/,
    );
  });

  it.each<[boolean, ErrorCode, RegExp]>([
    [true, 'offline', /not connected to the internet/],
    [false, 'unreachable', /There is no site “nowhere\.example”/],
  ])('that is unknown (without a network: %s)', async (offline, code, sentence) => {
    const lookup = () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
    const context = await online({ isOffline: () => offline, lookup });
    const url = 'https://nowhere.example/a';
    await failsClean(context, () => context.client['clip.fromUrl']({ url }), code, sentence);
  });
});

it('The reader that stands in for the process is the real one', async () => {
  await expect(
    directParser.read(
      { bytes: page.bytes, kind: 'auto', charset: null, url: null, name: null },
      never,
    ),
  ).resolves.toMatchObject({ title: 'Dunmore' });
});
