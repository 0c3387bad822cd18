// Bad input: each has a code and a sentence, and leaves the library as it was, to the last file. What can be kept of a
// page that cannot be read is kept.
import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import type { HttpUrl } from '#contract/types/ids.ts';
import { createFetcher, type FetcherOptions } from '#hosts/fetcher.ts';
import { clipCommands } from '#library/clip/clip-service.ts';
import type { PageParser } from '#library/ports.ts';
import type { AssetStore } from '#library/storage/asset-store.ts';
import { transaction } from '#library/storage/database.ts';
import { toStorageError } from '#library/storage/storage-error.ts';
import { type Census, census } from '../../support/census.ts';
import { articlePage, type LocalSite, startLocalSite } from '../../support/local-site.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { directParser } from '../../support/make-ports.ts';
import * as pictures from '../../support/pictures.ts';
import { tempDir } from '../../support/temp-dir.ts';

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
});
afterAll(() => site.close());

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const page = bytesOf(articlePage('Dunmore'));
const never = new AbortController().signal;
const file = (bytes: Uint8Array<ArrayBuffer>, name = 'page.html') => ({
  name,
  bytes,
  companions: [],
  tags: [],
  allowHosts: [],
});

/** The clip fails as told, and all that the library holds is what it held before. */
async function failsClean(
  context: TestContext,
  clip: () => unknown,
  code: ErrorCode,
  sentence: string | RegExp,
): Promise<void> {
  const before = census(context);
  await expect((async () => clip())()).rejects.toMatchObject({
    name: 'LibraryError',
    code,
    message: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
  });
  expect(census(context)).toEqual(before);
}

/** The control of every “nothing changed”: a good clip changes this much. */
const afterOneClip = (before: Census): Census => ({
  rows: {
    ...before.rows,
    article: 1,
    asset: 1,
    reader_content: 1,
    search_index: 1,
    snapshot: 1,
  },
  files: [expect.stringMatching(/\.bin$/)],
});

it('A good page does change what the library holds', async () => {
  const context = await makeContext();
  const before = census(context);
  await context.client['clip.fromFile'](file(page));
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

  it('to something within a file', async () => {
    const context = await makeContext();
    const path = join(tempDir(), 'page.html');
    writeFileSync(path, page);
    await failsClean(
      context,
      () => context.client['clip.fromPath']({ path: join(path, 'inside.html') }),
      'not_found',
      'There is no file “inside.html” there.',
    );
  });

  it.runIf(platform() !== 'win32')('to a pipe that nobody writes to', async () => {
    const context = await makeContext();
    const path = join(tempDir(), 'pipe.html');
    execFileSync('mkfifo', [path]);
    await failsClean(
      context,
      () => context.client['clip.fromPath']({ path }),
      'invalid_input',
      '“pipe.html” is not a file that can be read.',
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
      writeFileSync(path, page, { mode: 0o000 });
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
    ['paper.html', Buffer.from('%PDF-1.7\n%\xe2\xe3'), /looks like a PDF document/],
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
      () => context.client['clip.fromFile'](file(new Uint8Array(bytes), name)),
      'unsupported_type',
      sentence,
    );
  });

  it('that is empty', async () => {
    const context = await makeContext();
    await failsClean(
      context,
      () => context.client['clip.fromFile'](file(new Uint8Array())),
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
  const at = (path: string) => ({ url: (site.origin + path) as HttpUrl, allowHosts: [site.host] });

  it.each<[string, ErrorCode, RegExp]>([
    ['/redirect/ping', 'unreachable', /redirects in a circle/],
    ['/redirect/to?to=file:///etc/passwd', 'not_allowed', /redirects to a “file:” address/],
    ['/status/401', 'login_required', /only after a login/],
    ['/status/403', 'refused_by_site', /refuses to give out this page/],
    ['/status/404', 'not_found', /has no such page/],
    ['/status/500', 'unreachable', /an error of its own/],
    ['/type/pdf', 'unsupported_type', /a PDF document/],
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
      () => context.client['clip.fromUrl']({ url: url as HttpUrl }),
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
      () => context.client['clip.fromUrl']({ url: url as HttpUrl }),
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
    const url = 'https://nowhere.example/a' as HttpUrl;
    await failsClean(context, () => context.client['clip.fromUrl']({ url }), code, sentence);
  });
});

describe('a page that cannot be read is kept', () => {
  const failing = (error: unknown): PageParser => ({ read: () => Promise.reject(error) });

  it.each<[ErrorCode, string]>([
    ['timed_out', 'The page took too long to read.'],
    ['too_large', 'The page is too large to be read.'],
  ])('with its reader’s warning: %s', async (code, message) => {
    const context = await makeContext({ parser: failing(new LibraryError(code, message)) });
    const before = census(context);
    const result = await context.client['clip.fromFile'](file(page, 'a hard page.html'));
    expect(result).toMatchObject({
      title: 'a hard page',
      status: 'saved',
      warning: { code, message },
    });
    expect(census(context)).toEqual(afterOneClip(before));
    expect(await context.client['articles.get']({ uid: result.uid })).toMatchObject({
      warning: { code, message },
      wordCount: 0,
      excerpt: '',
    });
    expect(await context.client['articles.content']({ uid: result.uid })).toMatchObject({
      html: '',
      text: '',
    });
    const { hits } = await context.client['search.run']({ text: 'hard' });
    expect(hits).toHaveLength(1);
  });

  it('after a mistake of ours, which goes to the log', async () => {
    const mistake = new TypeError('x is not a function');
    const context = await makeContext({ parser: failing(mistake) });
    const result = await context.client['clip.fromFile']({
      ...file(page),
      name: '',
      url: 'https://example.org/2024/a-hard_page.html?x=1' as HttpUrl,
    });
    expect(result).toMatchObject({
      title: 'a hard page',
      warning: {
        code: 'bug',
        message: 'Something went wrong while the page was read. It is kept as it was handed in.',
      },
    });
    expect(context.ports.log.lines.filter(({ level }) => level !== 'info')).toEqual([
      { level: 'error', line: 'A page could not be read; it is kept unread', cause: mistake },
    ]);
  });

  it('also when there is nothing to read on it', async () => {
    const context = await makeContext();
    const result = await context.client['clip.fromFile'](
      file(bytesOf('<title>Nothing here</title><script>go()</script>')),
    );
    expect(result).toMatchObject({ status: 'saved', warning: { code: 'nothing_to_read' } });
    expect(await context.client['articles.list']({})).toMatchObject({
      articles: [{ uid: result.uid }],
    });
  });

  it.each([
    ['an unknown charset', Buffer.concat([Buffer.from('<meta charset="klingon">'), page])],
    [
      '50,000 nested elements',
      Buffer.from(`${articlePage('Deep')}${'<div>'.repeat(50_000)}the bottom`),
    ],
    [
      'malformed markup',
      Buffer.from(`<p <p <b></table>${articlePage('Broken')}<<<>></body></html><td>`),
    ],
    [
      'no <html>',
      Buffer.from(
        '<h1>Bare</h1><p>'.concat('Words of an article without anything around it. '.repeat(20)),
      ),
    ],
  ])('and read, with %s', async (_, bytes) => {
    const context = await makeContext();
    expect(await context.client['clip.fromFile'](file(new Uint8Array(bytes)))).toMatchObject({
      status: 'saved',
    });
    expect((await context.client['articles.list']({})).articles).toHaveLength(1);
  });

  it.each<ErrorCode>(['unsupported_type', 'host_gone'])('but not after %s', async (code) => {
    const context = await makeContext({ parser: failing(new LibraryError(code, 'Said so.')) });
    await failsClean(context, () => context.client['clip.fromFile'](file(page)), code, 'Said so.');
  });
});

describe('a clip that is cancelled leaves nothing', () => {
  it('before it began', async () => {
    const context = await makeContext();
    await failsClean(
      context,
      () => context.client['clip.fromFile'](file(page), AbortSignal.abort()),
      'cancelled',
      / was cancelled\.$/,
    );
  });

  it('while the page is read', async () => {
    const caller = new AbortController();
    const parser: PageParser = {
      read: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new LibraryError('cancelled', 'Stopped.')));
          setTimeout(() => caller.abort(), 20);
        }),
    };
    const context = await makeContext({ parser });
    await failsClean(
      context,
      () => context.client['clip.fromFile'](file(page), caller.signal),
      'cancelled',
      'The clip was cancelled.',
    );
    expect(context.events.map(({ kind }) => kind)).toEqual(['clip-started', 'clip-failed']);
  });

  it('while its pictures are fetched', async () => {
    const caller = new AbortController();
    const context = await makeContext({ fetcher: createFetcher() });
    site.add({
      '/one-then-wait': articlePage(
        'Waiting',
        '<figure><img src="/images/png"></figure><figure><img src="/stuck"></figure>',
      ),
      '/stuck': () => void setTimeout(() => caller.abort(), 50),
    });
    const url = `${site.origin}/one-then-wait` as HttpUrl;
    await failsClean(
      context,
      () => context.client['clip.fromUrl']({ url, allowHosts: [site.host] }, caller.signal),
      'cancelled',
      'The clip was cancelled.',
    );
  });
});

describe('a library that cannot be written', () => {
  /** The real store until its disk is full: the n-th file fails. */
  const fullAt = (assets: AssetStore, nth: number, code: string): AssetStore => {
    let files = 0;
    return {
      ...assets,
      put(bytes, ending) {
        if (++files < nth) return assets.put(bytes, ending);
        const error = Object.assign(new Error(code), { code });
        return Promise.reject(toStorageError(error, 'a file of the library'));
      },
    };
  };
  const withPictures = bytesOf(
    articlePage(
      'Pictures',
      [1, 2, 3]
        .map(
          (shade) =>
            `<figure><img src="data:image/png;base64,${pictures.png(300, 200, shade).toString('base64')}"></figure>`,
        )
        .join(''),
    ),
  );

  it.each<[number, string, ErrorCode]>([
    [1, 'ENOSPC', 'disk_full'],
    [3, 'ENOSPC', 'disk_full'],
    [1, 'EROFS', 'read_only'],
    [2, 'EDQUOT', 'disk_full'],
  ])('at file %i (%s): %s, and nothing is left', async (nth, code, ours) => {
    const context = await makeContext();
    const clips = clipCommands({ ...context, assets: fullAt(context.assets, nth, code) });
    await failsClean(
      context,
      () => clips['clip.fromFile'](file(withPictures), never),
      ours,
      /Nothing was changed\.$/,
    );
    await clipCommands(context)['clip.fromFile'](file(withPictures), never);
    expect(census(context).files).toHaveLength(4);
  });

  it('in its database: disk_full, and nothing is left', async () => {
    const context = await makeContext();
    const pages = context.db.pragma('page_count', { simple: true }) as number;
    context.db.pragma(`max_page_count = ${pages}`);
    // Made of words that do not pack well, so that it needs pages of its own.
    const words = Array.from({ length: 40_000 }, (_, at) => ((at * 2654435761) >>> 0).toString(36));
    const text = bytesOf(words.join(' '));
    await failsClean(
      context,
      () => context.client['clip.fromFile'](file(text, 'words.txt')),
      'disk_full',
      /The disk is full/,
    );
    context.db.pragma(`max_page_count = ${pages + 100_000}`);
    await context.client['clip.fromFile'](file(text, 'words.txt'));
    expect(census(context).files).toHaveLength(1);
  });

  it('by a mistake in the middle of the transaction: nothing is left', async () => {
    const context = await makeContext();
    context.db.exec(`CREATE TEMP TRIGGER fault BEFORE INSERT ON reader_content
      BEGIN SELECT raise(ABORT, 'fault'); END`);
    const before = census(context);
    await expect(context.client['clip.fromFile'](file(page))).rejects.toThrow('fault');
    expect(census(context)).toEqual(before);
    transaction(context.db, () => context.db.exec('DROP TRIGGER fault'));
    await context.client['clip.fromFile'](file(page));
    expect(census(context)).toEqual(afterOneClip(before));
  });
});

it('The reader that stands in for the process is the real one', async () => {
  await expect(
    directParser.read({ bytes: page, kind: 'auto', charset: null, url: null, name: null }, never),
  ).resolves.toMatchObject({ title: 'Dunmore' });
});
