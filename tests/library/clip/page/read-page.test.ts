// Whole pages, from bytes to everything that is known of them.
import { describe, expect, it } from 'vitest';
import { fixture, prose, read, readWhole } from '../../../support/read.ts';

/** White space between tags is nothing that a test should hang on. */
const compact = (html: string): string => html.replace(/>\s+</g, '><').trim();

describe('a page of a newspaper', () => {
  const page = read(fixture('newspaper.html'), {
    url: 'https://observer.example/2024/03/09/weir-vote?utm_source=x',
  });
  const { html, readerText, bodyText, ...rest } = page;

  it('gives its metadata', () => {
    expect(rest).toEqual({
      kind: 'html',
      charset: 'UTF-8',
      title: 'River town votes to let its weir go',
      author: 'Ina Holloway, Tomas Beck',
      siteName: 'The Marsh Observer',
      publishedAt: '2024-03-09T07:30:00+01:00',
      lang: 'en-GB',
      dir: 'ltr',
      sourceUrl: 'https://observer.example/2024/03/09/weir-vote?utm_source=x',
      canonicalUrl: 'https://observer.example/2024/03/09/weir-vote',
      excerpt:
        'After two years of argument, Aldermere decided by forty-one votes that its old weir will not be rebuilt.',
      wordCount: 210,
      images: [
        {
          alt: 'Water over a low wall',
          candidates: [
            'https://img.observer.example/weir-1200.jpg',
            'https://img.observer.example/weir-600.jpg',
          ],
        },
      ],
      leadImage: 0,
      links: [],
      warning: null,
    });
  });

  it('gives the article, its lead picture, and nothing around it', () => {
    expect(compact(html).replace(/<p>[^<]*<\/p>/g, '<p>…</p>')).toBe(
      '<figure><img src="asset:0" alt="Water over a low wall">' +
        '<figcaption data-lectern="caption">The weir at low water, photographed in February. Photo: Lena Ostrow / Observer</figcaption></figure>' +
        '<p>…</p><p>…</p><p>…</p><h2>What is lost</h2><p>…</p><blockquote><p>…</p></blockquote><p>…</p>',
    );
  });

  it('keeps captions out of the body text alone', () => {
    expect(readerText).toBe(
      `The weir at low water, photographed in February. Photo: Lena Ostrow / Observer\n${bodyText}`,
    );
    expect(bodyText.split('\n').map((line) => line.slice(0, 20))).toEqual([
      'The meeting lasted u',
      'For two centuries th',
      'Engineers had put th',
      'What is lost',
      '“You cannot row on g',
      'The river was here b',
      'The bathing place wi',
    ]);
  });
});

describe('a page whose tags are left out', () => {
  it('is read as a browser reads it', () => {
    const page = read(fixture('omitted-tags.html'));
    expect(page.title).toBe('Notes on a winter garden');
    expect(page.author).toBeNull();
    expect(page.bodyText.split('\n').map((line) => line.slice(0, 16))).toEqual([
      'Nothing grows in',
      'Snowdrops first,',
      'The list of what',
      'sharpen the kniv',
      'read the catalog',
      'leave the seed h',
      'By February the ',
    ]);
  });

  it.each([
    ['no html element', `<title>T</title><p>${prose()}</p>`],
    ['a fragment', `<p>${prose()}</p>`],
    ['nothing closed', `<html><body><div><section><p>${prose()}`],
    ['closed twice', `<html><body><p>${prose()}</p></body></html></body></html>`],
    ['crossed', `<b><p>${prose()}</b></p></i>`],
    ['text in a table', `<table>${prose()}<tr><td>x</table>`],
    ['attributes without end', `<p class="a>x</p><p>${prose()}</p><p title=">${prose()}</p>`],
  ])('%s', (_, markup) => {
    expect(read(markup).readerText).toContain('Sentence number 3 says something about herons');
  });
});

describe('a page with notes', () => {
  it('links them both ways under names that cannot clash with ours', () => {
    const { html, links } = read(fixture('footnotes.html'), {
      url: 'https://archiv.example/texte/zettel.html',
    });
    expect([...html.matchAll(/<(?:a|li)\b[^>]*>/g)].map(([tag]) => tag)).toEqual([
      '<a href="#page-1" id="page-3">',
      '<a href="#page-2" id="page-4">',
      '<a href="https://archiv.example/texte/kasten.html">',
      '<li id="page-1">',
      '<a href="#page-3">',
      '<li id="page-2">',
      '<a href="#page-4">',
    ]);
    expect(links).toEqual([
      { url: 'https://archiv.example/texte/kasten.html', text: 'Kapitel über Kästen' },
    ]);
  });

  it('keeps the words of links that lead nowhere', () => {
    expect(read(fixture('footnotes.html')).bodyText).toContain('und hier steht gar nichts');
  });
});

describe('a page in a language from right to left', () => {
  it('is known by its text, as nothing declares it', async () => {
    const { lang, dir, wordCount } = await readWhole(fixture('rtl.html'));
    expect({ lang, dir, wordCount }).toEqual({ lang: 'ar', dir: 'rtl', wordCount: 82 });
  });
});

describe('a page with code', () => {
  const { html, bodyText } = read(fixture('code.html'));
  it('keeps white space, line breaks and the name of the language', () => {
    expect(html).toContain(
      '<pre class="language-python"><code>for item in items:\n    if item:\n        print(item)\n\n    # done\n</code></pre>',
    );
    expect(html).toContain(
      '<pre><code class="language-js">while (i &lt; n) {\n\tuse(list[i++]);\n\n}</code></pre>',
    );
    expect(bodyText).toContain(
      'for item in items:\n    if item:\n        print(item)\n\n    # done\n',
    );
  });
  it('keeps tables', () => {
    expect(bodyText).toContain('\nLoop\tSteps\nfirst\t12\nsecond\t7\n');
  });
});

describe('a page that a browser saved', () => {
  const page = read(fixture('saved-by-browser.html'), { name: 'The long ridge.html' });
  it('knows where it came from, and has its pictures beside it', () => {
    expect(page.sourceUrl).toBe('https://walks.example/2022/08/the-long-ridge/');
    expect(page.images).toEqual([
      {
        alt: 'The ridge in cloud',
        candidates: [
          'companion:The long ridge_files/ridge 1.jpg',
          'https://walks.example/img/ridge-1600.jpg',
          'https://walks.example/2022/08/the-long-ridge/The%20long%20ridge_files/ridge%201.jpg',
        ],
      },
    ]);
  });
  it('is told where it came from by SingleFile as well', () => {
    const header =
      '<!--\n Page saved with SingleFile \n url: https://walks.example/a?b=c \n saved date: Mon\n-->';
    expect(read(`<!DOCTYPE html> <html>${header}<p>${prose()}`).sourceUrl).toBe(
      'https://walks.example/a?b=c',
    );
  });
  it('believes no comment that names anything but an address of the web', () => {
    expect(
      read(`<!-- saved from url=(0018)javascript:alert(1) --><p>${prose()}`).sourceUrl,
    ).toBeNull();
  });
});

describe('a page with nothing to read', () => {
  const warning = {
    code: 'nothing_to_read',
    message: 'No text was found on this page. The page itself is kept as it is.',
  };
  it.each([
    [
      'an app that needs its script',
      '<!doctype html><title>App</title><div id=root></div><script>start()</script>',
      {},
      'App',
    ],
    ['no title, but a file', '<html><body></body></html>', { name: 'My page.htm' }, 'My page'],
    [
      'no title, but an address',
      '<html><body></body></html>',
      { url: 'https://x.example/notes/on-herons.html' },
      'on herons',
    ],
    [
      'an address without a path',
      '<html><body></body></html>',
      { url: 'https://x.example/' },
      'x.example',
    ],
    ['nothing at all', '<html></html>', {}, 'Untitled'],
    ['white space', ' \n\t ', { name: 'blank.txt' }, 'blank'],
  ])('%s', (_, markup, given, title) => {
    const page = read(markup, given);
    expect({
      title: page.title,
      text: page.readerText,
      words: page.wordCount,
      warning: page.warning,
    }).toEqual({
      title,
      text: '',
      words: 0,
      warning,
    });
  });

  it('is not what a short page is', () => {
    expect(read('<title>A</title><p>One sentence is enough.</p>')).toMatchObject({
      bodyText: 'One sentence is enough.',
      warning: null,
    });
  });
});

describe('hostile words in metadata', () => {
  it('are text', () => {
    const evil = '</title><script>alert(1)</script>';
    const page = read(
      `<!doctype html><title>A <b>title & &lt;img src=x onerror=alert(1)&gt;</title><meta name="author" content="Eve &lt;script&gt;alert(1)&lt;/script&gt; Ng">` +
        `<meta property="og:site_name" content="&quot;&gt;&lt;svg onload=alert(1)&gt;"><script type="application/ld+json">{"@type":"Article","headline":${JSON.stringify(evil).replaceAll('<', '\\u003c')}}</script><article><p>${prose()}</p></article>`,
    );
    expect(page.title).toBe(evil);
    expect(page.siteName).toBe('"><svg onload=alert(1)>');
    expect(page.html).not.toContain('script');
  });

  it('cannot turn the words around them, and end somewhere', () => {
    const page = read(`<title>abc\u202Edef \n ghi ${'x'.repeat(5000)}</title><p>${prose()}`);
    expect(page.title.startsWith('abcdef ghi xxx')).toBe(true);
    expect(page.title.length).toBeLessThanOrEqual(500);
  });
});
