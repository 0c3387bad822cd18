// What a page says of itself: every way of saying it, and which one is believed.
import { describe, expect, it } from 'vitest';
import { prose, read, readWhole } from '../../../../support/read.ts';

const page = (head: string, body = '', given = {}) =>
  read(
    `<!doctype html><html><head>${head}</head><body>${body}<article><p>${prose()}</p></article></body></html>`,
    given,
  );
const ld = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('the title', () => {
  it.each<[string, string, string, string]>([
    [
      'without the site after it',
      '<title>Herons at dawn | The Marsh</title><meta property="og:site_name" content="The Marsh">',
      '',
      'Herons at dawn',
    ],
    [
      'without the site before it',
      '<title>The Marsh: Herons</title><meta property="og:site_name" content="The Marsh">',
      '',
      'Herons',
    ],
    [
      'without what the heading does not say',
      '<title>Herons at dawn - News - Birds</title>',
      '<h1>Herons at dawn</h1>',
      'Herons at dawn',
    ],
    [
      'by the heading that the name of the page begins with',
      '<title>Herons — The great book of birds</title>',
      '<h1>The great book of birds</h1><h1>Herons<a>¶</a></h1>',
      'Herons',
    ],
    [
      'with a dash of its own',
      '<title>Herons - a short history</title>',
      '',
      'Herons - a short history',
    ],
    [
      'by OpenGraph rather than by the tab',
      '<title>(3) Herons</title><meta property="og:title" content="Herons, patiently">',
      '',
      'Herons, patiently',
    ],
    [
      'by JSON-LD',
      `<title>x</title>${ld({ '@type': 'BlogPosting', headline: 'Herons in JSON' })}`,
      '',
      'Herons in JSON',
    ],
    ['by Dublin Core', '<meta name="DC.Title" content="Herons of Dublin">', '', 'Herons of Dublin'],
    ['by the heading alone', '', '<h1>Only a heading</h1>', 'Only a heading'],
    [
      'with entities that were written twice',
      '<title>Herons &amp;amp; egrets &amp;#8211; a walk</title>',
      '',
      'Herons & egrets – a walk',
    ],
    [
      'with tags that it is about',
      '<title>Using &lt;video&gt; well</title>',
      '',
      'Using <video> well',
    ],
    [
      'without tags that format it',
      ld({ '@type': 'Article', headline: 'A <em>very</em> long wait' }).replaceAll(
        '</em>',
        '\\u003c/em>',
      ),
      '',
      'A very long wait',
    ],
    [
      'that the page prints, where it tells networks another',
      '<title>Why herons wait</title><meta property="og:title" content="Herons wait: nine reasons">',
      '<h1>The long patience of herons</h1>',
      'The long patience of herons',
    ],
    [
      'that is told, where what is printed is about something else',
      '<title>Why herons wait</title>',
      '<h1>Latest news</h1>',
      'Why herons wait',
    ],
    [
      'that is told, where several are printed',
      '<title>Why herons wait</title>',
      '<h1>Herons in March</h1><h1>Herons in April</h1>',
      'Why herons wait',
    ],
    [
      'that is told, where what is printed names the site',
      '<title>Why herons wait</title>',
      '<div class="site-title"><h1>All about herons</h1></div>',
      'Why herons wait',
    ],
  ])('%s', (_, head, body, title) => {
    expect(page(head, body).title).toBe(title);
  });

  it('is not the name of the site by its host', () => {
    expect(
      page('<title>Herons · heronry</title>', '', { url: 'https://www.heronry.example/a' }).title,
    ).toBe('Herons');
  });
});

describe('a title that says only the name of the site', () => {
  const head = '<title>The Marsh</title><meta property="og:site_name" content="The Marsh">';
  const body = '<h2>Contact</h2><h2>Herons at dawn</h2>';

  it('gives way to the heading that the address is made from', () => {
    const url = 'https://x.example/2024/herons-at-dawn';
    expect(page(head, body, { url }).title).toBe('Herons at dawn');
  });

  it('stays where there is none, as on a front page', () => {
    expect(page(head, body, { url: 'https://x.example/' }).title).toBe('The Marsh');
  });
});

describe('the author', () => {
  it.each<[string, string, string, string | null]>([
    [
      'one person',
      ld({ '@type': 'NewsArticle', author: { '@type': 'Person', name: 'Ann Lee' } }),
      '',
      'Ann Lee',
    ],
    [
      'several people',
      ld({ '@type': 'NewsArticle', author: [{ name: 'Ann Lee' }, 'Bo Ek'] }),
      '',
      'Ann Lee, Bo Ek',
    ],
    [
      'a person elsewhere in the graph',
      ld({
        '@graph': [
          { '@type': 'Person', '@id': '#a', name: 'Ann Lee' },
          { '@type': 'Article', author: { '@id': '#a' } },
        ],
      }),
      '',
      'Ann Lee',
    ],
    [
      'a list of graphs',
      ld([
        { '@type': 'WebSite', name: 'x' },
        { '@type': ['Article', 'TechArticle'], author: 'Ann Lee' },
      ]),
      '',
      'Ann Lee',
    ],
    [
      'a block with slips',
      '<script type="application/ld+json">\n//<![CDATA[\n{"@type":"Article","author":{"name":"Ann\nLee",},}\n//]]>\n</script>',
      '',
      'Ann Lee',
    ],
    [
      'nothing in a block that is no JSON',
      '<script type="application/ld+json">{oops</script><meta name=author content="Ann Lee">',
      '',
      'Ann Lee',
    ],
    ['meta', '<meta name="author" content="By Ann Lee">', '', 'Ann Lee'],
    [
      'a profile is no name',
      '<meta property="article:author" content="https://x.example/ann"><meta name="dc.creator" content="Ann Lee">',
      '',
      'Ann Lee',
    ],
    [
      'itemprop',
      '',
      '<span itemprop="author"><span itemprop="name">Ann Lee</span></span>',
      'Ann Lee',
    ],
    ['rel=author', '', '<h1>T</h1><a rel="author" href="/a">Ann Lee</a>', 'Ann Lee'],
    [
      'a byline near the title',
      '',
      '<h1>T</h1><p class="byline">By <b>Ann Lee</b> and Bo Ek, updated 3 May</p>',
      'Ann Lee, Bo Ek',
    ],
    ['a line of words', '', '<h1>T</h1><p>Von Ann Lee</p>', 'Ann Lee'],
    [
      'not the site',
      '<meta property="og:site_name" content="The Marsh"><meta name="author" content="The Marsh">',
      '',
      null,
    ],
    ['not an address', '<meta name="author" content="ann@x.example">', '', null],
    [
      'not a sentence that begins like one',
      '',
      '<h1>T</h1><p>By March the herons are gone.</p>',
      null,
    ],
    ['nobody', '', '', null],
  ])('%s', (_, head, body, author) => {
    expect(page(head, body).author).toBe(author);
  });
});

describe('the day of publishing', () => {
  it.each<[string, string, string, string | null]>([
    [
      'with its offset',
      ld({ '@type': 'Article', datePublished: '2024-03-09T07:30:00+0100' }),
      '',
      '2024-03-09T07:30:00+01:00',
    ],
    [
      'in UTC',
      '<meta property="article:published_time" content="2024-03-09T07:30:00.000Z">',
      '',
      '2024-03-09T07:30:00Z',
    ],
    [
      'without a zone none is made up',
      '<meta name="date" content="2024-03-09 07:30">',
      '',
      '2024-03-09T07:30:00',
    ],
    ['a day alone', '<meta name="dc.date" content="2024-03-09">', '', '2024-03-09'],
    [
      'as mail writes it',
      '<meta name="pubdate" content="Sat, 09 Mar 2024 07:30:00 GMT">',
      '',
      '2024-03-09T07:30:00Z',
    ],
    ['as a number', '<meta name="publishdate" content="1709969400">', '', '2024-03-09T07:30:00Z'],
    [
      'a time element near the title',
      '',
      '<time datetime="2001-01-01">old</time><div></div><div></div><h1>T</h1><time class="published" datetime="2024-03-09">today</time>',
      '2024-03-09',
    ],
    ['in English', '', '<h1>T</h1><p class="date">Published March 9th, 2024</p>', '2024-03-09'],
    ['in German', '', '<h1>T</h1><p>Stand: 9. März 2024</p>', '2024-03-09'],
    ['in French', '', '<h1>T</h1><p class="date">Publié le 1er août 2024</p>', '2024-08-01'],
    ['in Russian', '', '<h1>T</h1><p class="date">9 марта 2024</p>', '2024-03-09'],
    ['in Japanese', '', '<h1>T</h1><p class="date">2024年3月9日</p>', '2024-03-09'],
    ['with points', '', '<h1>T</h1><p class="date">09.03.2024, 07:30</p>', '2024-03-09'],
    ['with slashes, where they tell', '', '<h1>T</h1><p class="date">25/03/2024</p>', '2024-03-25'],
    ['not with slashes that may mean either', '', '<h1>T</h1><p class="date">03/04/2024</p>', null],
    ['not a day that does not exist', '<meta name="date" content="2024-02-31">', '', null],
    [
      'not when it was changed or copied',
      '',
      '<h1>T</h1><footer class="footer">© 2024</footer>',
      null,
    ],
    ['never today', '', '<h1>T</h1><p class="date">Today, 3 hours ago</p>', null],
  ])('%s', (_, head, body, published) => {
    expect(page(head, body).publishedAt).toBe(published);
  });

  it('is in many an address', () => {
    expect(page('', '', { url: 'https://x.example/2024/03/09/herons' }).publishedAt).toBe(
      '2024-03-09',
    );
  });
});

describe('language and direction', () => {
  it.each<[string, string, string | null]>([
    ['html lang', '<html lang="pt_br">', 'pt-BR'],
    ['og:locale', '<meta property="og:locale" content="de_AT">', 'de-AT'],
    ['content-language', '<meta http-equiv="Content-Language" content="fr, en">', 'fr'],
    ['the text itself', '', 'en'],
    ['the text where what is declared is none', '<html lang="{{lang}}">', 'en'],
  ])('by %s', async (_, head, lang) => {
    const { lang: found } = await readWhole(
      `<!doctype html>${head}<article><p>${prose()}</p></article>`,
    );
    expect(found).toBe(lang);
  });

  it('the direction is that of the letters, else what is declared', () => {
    expect(page('', '', {}).dir).toBe('ltr');
    expect(read(`<html dir="rtl"><p>${prose()}</p>`).dir).toBe('ltr');
    expect(read('<html dir="rtl"><p>12</p>').dir).toBe('rtl');
    expect(read('<p>12</p>').dir).toBeNull();
  });
});

describe('addresses', () => {
  it.each<[string, string, string | null, string | null]>([
    [
      'canonical link',
      '<link rel="canonical" href="/a#b">',
      'https://x.example/a?b=c',
      'https://x.example/a',
    ],
    [
      'og:url',
      '<meta property="og:url" content="https://x.example/d">',
      null,
      'https://x.example/d',
    ],
    [
      'not the front page of the site',
      '<link rel="canonical" href="https://x.example/">',
      'https://x.example/a',
      null,
    ],
    [
      'nothing that is no address of the web',
      '<link rel="canonical" href="javascript:alert(1)">',
      null,
      null,
    ],
  ])('%s', (_, head, url, canonical) => {
    expect(page(head, '', { url })).toMatchObject({ sourceUrl: url, canonicalUrl: canonical });
  });
});

describe('the site', () => {
  it.each([
    ['<meta property="og:site_name" content="The Marsh">', 'The Marsh'],
    [
      ld({ '@type': 'Article', publisher: { '@type': 'Organization', name: 'Marsh Press' } }),
      'Marsh Press',
    ],
    ['<meta name="application-name" content="Marsh">', 'Marsh'],
    ['', null],
  ])('%s', (head, site) => {
    expect(page(head).siteName).toBe(site);
  });
});
