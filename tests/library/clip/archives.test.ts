// MHTML and web archives of Safari: what they bring along, and what becomes of damaged ones.
import { describe, expect, it } from 'vitest';
import { clip, hashOf, hit, isRefused } from '../../support/clip-and-find.ts';
import { articlePage } from '../../support/local-site.ts';
import { makeContext } from '../../support/make-context.ts';
import * as pictures from '../../support/pictures.ts';
import { binaryPlist, mhtml, xmlPlist } from '../../support/saved-pages.ts';

const SAVED = Date.UTC(2021, 4, 3, 8, 30);
const picture = pictures.png(300, 200);
const other = pictures.jpeg(320, 240);

describe('MHTML', () => {
  const chromium = (
    main = articlePage(
      'Wrack line',
      '<p>Naïve käferlein: a quincunx — of shells.</p><img src="cid:shell-1@mhtml.blink" alt="Shell"><img src="https://cdn.example/b.jpg" alt="Beach" srcset="https://cdn.example/b-2000.jpg 2000w">',
    ),
  ) =>
    mhtml({
      head: [
        'From: <Saved by Blink>',
        'Snapshot-Content-Location: https://shore.example/wrack',
        'Subject: =?utf-8?Q?Wrack=20line?=',
        'Date: Mon, 3 May 2021 10:30:00 +0200',
      ],
      parts: [
        {
          type: 'text/html',
          encoding: 'quoted-printable',
          location: 'https://shore.example/wrack',
          id: 'frame-0@mhtml.blink',
          body: Buffer.from(main),
        },
        {
          type: 'text/css',
          encoding: 'quoted-printable',
          location: 'cid:css-1@mhtml.blink',
          body: Buffer.from('p { color: red }'),
        },
        {
          type: 'image/png',
          encoding: 'base64',
          location: 'https://shore.example/shell.png',
          id: 'shell-1@mhtml.blink',
          body: picture,
        },
        {
          type: 'image/jpeg',
          encoding: 'base64',
          location: 'https://cdn.example/b.jpg',
          body: other,
        },
      ],
    });

  it('of Chromium brings address, date and pictures along', async () => {
    const context = await makeContext();
    const { result, article, content } = await clip(context, 'wrack.mhtml', chromium());
    expect(result).toMatchObject({ title: 'Wrack line', url: 'https://shore.example/wrack' });
    expect(result.warning).toBeUndefined();
    expect(article).toMatchObject({ savedAt: SAVED, missingImages: 0 });
    expect(content.text).toContain('Naïve käferlein: a quincunx — of shells.');
    expect(content.html).toContain(`asset:${hashOf(picture)}.png`);
    expect(content.html).toContain(`asset:${hashOf(other)}.jpg`);
    expect(await hit(context, 'quincunx')).toEqual([['Wrack line', ['quincunx']]]);
    expect(await hit(context, 'boundary')).toEqual([]);
    // Read again from what was kept, it is the same article.
    expect(await context.client['articles.reread']({ uid: result.uid })).toMatchObject({
      changed: false,
    });
    expect(await context.client['articles.get']({ uid: result.uid })).toMatchObject({
      missingImages: 0,
    });
  });

  it('of old browsers has relative addresses, other charsets and bytes as they are', async () => {
    const context = await makeContext();
    const page = Buffer.from(
      articlePage('Привет', '<p>Ищейка нашла след.</p><img src="img/a.gif" alt="A">').replace(
        '<meta charset="utf-8">',
        '',
      ),
      'utf8',
    );
    const windows1251 = Buffer.from(
      [...page.toString('utf8')].map((c) => {
        const code = c.charCodeAt(0);
        return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code & 0xff;
      }),
    );
    const file = mhtml({
      head: ['From: "Saved by Windows Internet Explorer 8"', 'Date: Mon, 3 May 2021 08:30:00 GMT'],
      parts: [
        {
          type: 'text/html; charset="windows-1251"',
          encoding: '8bit',
          location: 'http://old.example/dir/page.htm',
          body: windows1251,
        },
        {
          type: 'image/gif',
          encoding: 'base64',
          location: 'http://old.example/dir/img/a.gif',
          body: pictures.gif(300, 200),
        },
      ],
    });
    const { result, content } = await clip(context, 'old.mht', file);
    expect(result).toMatchObject({ title: 'Привет', url: 'http://old.example/dir/page.htm' });
    expect(content.html).toMatch(/asset:[0-9a-f]{64}\.gif/);
    expect(await hit(context, 'ищейка')).toEqual([['Привет', ['Ищейка']]]);
  });

  it('that breaks off is kept as far as it goes, and says so', async () => {
    const context = await makeContext();
    const whole = chromium();
    const { result, article } = await clip(
      context,
      'wrack.mhtml',
      whole.subarray(0, whole.length - 700),
    );
    expect(result).toMatchObject({
      title: 'Wrack line',
      warning: { code: 'nothing_to_read', message: expect.stringContaining('breaks off') },
    });
    expect(article.warning).toMatchObject({ code: 'nothing_to_read' });
    expect(await hit(context, 'quincunx')).toHaveLength(1);
  });

  it('without a page is refused', async () => {
    await isRefused('cut.mhtml', chromium().subarray(0, 260), 'unsupported_type');
    const pictureOnly = mhtml({
      head: ['From: <Saved by Blink>'],
      parts: [
        {
          type: 'image/png',
          encoding: 'base64',
          location: 'https://x.example/a.png',
          body: picture,
        },
      ],
    });
    await isRefused('picture.mhtml', pictureOnly, 'unsupported_type');
  });
});

describe('web archives of Safari', () => {
  const contents = (main: Buffer | null) => ({
    ...(main && {
      WebMainResource: {
        WebResourceData: main,
        WebResourceFrameName: '',
        WebResourceMIMEType: 'text/html',
        WebResourceTextEncodingName: 'UTF-8',
        WebResourceURL: 'https://shore.example/dunes/',
      },
    }),
    WebSubresources: [
      {
        WebResourceData: picture,
        WebResourceMIMEType: 'image/png',
        WebResourceURL: 'https://shore.example/dunes/ä.png',
      },
    ],
    WebSubframeArchives: [],
  });
  const page = Buffer.from(
    articlePage('Dünen', '<p>A quincunx of marram grass.</p><img src="ä.png" alt="A">'),
  );

  it.each([
    ['binary', binaryPlist],
    ['XML', xmlPlist],
  ])('%s', async (_kind, plist) => {
    const context = await makeContext();
    const { result, article, content } = await clip(
      context,
      'dunes.webarchive',
      plist(contents(page)),
    );
    expect(result).toMatchObject({
      title: 'Dünen',
      url: 'https://shore.example/dunes/',
      status: 'saved',
    });
    expect(article.missingImages).toBe(0);
    expect(content.html).toContain(`asset:${hashOf(picture)}.png`);
    expect(await hit(context, 'quincunx')).toEqual([['Dünen', ['quincunx']]]);
  });

  it.each([
    ['binary', binaryPlist],
    ['XML', xmlPlist],
  ])('%s without a main resource are refused', async (_kind, plist) => {
    await isRefused('empty.webarchive', plist(contents(null)), 'unsupported_type');
  });

  it('that break off are refused where nothing can be had of them, and kept where something can', async () => {
    await isRefused(
      'cut.webarchive',
      binaryPlist(contents(page)).subarray(0, -40),
      'unsupported_type',
    );
    const context = await makeContext();
    const { result } = await clip(
      context,
      'cut.webarchive',
      xmlPlist(contents(page)).subarray(0, -300),
    );
    expect(result).toMatchObject({ title: 'Dünen', warning: { code: 'nothing_to_read' } });
    expect(await hit(context, 'quincunx')).toHaveLength(1);
  });

  it('that name themselves as their own content come to an end', async () => {
    const trailer = Buffer.alloc(32);
    trailer[6] = 1;
    trailer[7] = 1;
    trailer.writeBigUInt64BE(1n, 8);
    trailer.writeBigUInt64BE(10n, 24);
    const loop = Buffer.concat([Buffer.from('bplist00'), Buffer.from([0xa1, 0x00, 8]), trailer]);
    await isRefused('loop.webarchive', loop, 'unsupported_type');
  });
});
