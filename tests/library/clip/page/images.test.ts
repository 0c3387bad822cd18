// Pictures: found where pages hide them, told of once, best first.
import { describe, expect, it } from 'vitest';
import { article, fixture, read } from '../../../support/read.ts';

const imagesOf = (markup: string, given = {}) =>
  read(article(markup), { url: 'https://x.example/a/b.html', ...given }).images.map(
    ({ candidates }) => candidates,
  );

describe('lazy pictures', () => {
  it('of every kind are found', () => {
    const { images, html } = read(fixture('lazy-images.html'), {
      url: 'https://lamps.example/wall/',
    });
    expect(
      images.map(({ alt, candidates }) => [
        alt,
        ...candidates.map((address) => address.slice(0, 50)),
      ]),
    ).toEqual([
      ['one', 'https://lamps.example/lamps/one.jpg'],
      [
        'two',
        'https://lamps.example/lamps/two-1800.webp',
        'https://lamps.example/lamps/two-800.jpg',
        'https://lamps.example/lamps/two-100.jpg',
      ],
      ['three', 'https://lamps.example/lamps/three.jpg'],
      ['four', 'https://lamps.example/lamps/four.jpg'],
      ['five', 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAA'],
      ['seven', 'https://lamps.example/lamps/seven.jpg'],
    ]);
    expect([...html.matchAll(/<img[^>]*>/g)].map(([tag]) => tag)).toEqual(
      ['one', 'two', 'three', 'four', 'five', 'seven'].map(
        (alt, at) => `<img src="asset:${at}" alt="${alt}">`,
      ),
    );
  });
});

describe('where a picture can be had', () => {
  it.each<[string, string, string[][]]>([
    [
      'the widest of a srcset up to 2000 pixels',
      '<p><img src=s.jpg srcset="a.jpg 500w, b.jpg 1900w, c.jpg 4000w"></p>',
      [['https://x.example/a/b.jpg', 'https://x.example/a/s.jpg']],
    ],
    [
      'the narrowest where all are wider',
      '<p><img srcset="a.jpg 5000w, b.jpg 3000w"></p>',
      [['https://x.example/a/b.jpg']],
    ],
    [
      'the densest',
      '<p><img src=a.jpg srcset="b.jpg 2x, c.jpg 3x"></p>',
      [['https://x.example/a/c.jpg', 'https://x.example/a/a.jpg']],
    ],
    [
      'addresses with commas',
      '<p><img srcset="https://i.example/w_100,h_50/a.jpg 100w, https://i.example/w_900,h_50/a.jpg 900w"></p>',
      [['https://i.example/w_900,h_50/a.jpg']],
    ],
    [
      'an address without a scheme of its own',
      '<p><img src="//i.example/a.jpg"></p>',
      [['https://i.example/a.jpg']],
    ],
    [
      'not what cannot be fetched',
      '<p><img src="file:///etc/passwd"><img src="javascript:alert(1)"><img src="ftp://x.example/a.png"><img src="blob:https://x.example/1"></p>',
      [],
    ],
    ['not data that is no picture', `<p><img src="data:text/html,${'x'.repeat(300)}"></p>`, []],
    [
      'a placeholder only keeps the place',
      '<p><img src="/img/spacer.gif" data-original="real.jpg"></p>',
      [['https://x.example/a/real.jpg']],
    ],
    [
      'a tracking pixel is none',
      '<p><img src=t.gif width=1 height=1><img src=u.gif width="0"><img src=v.gif style="height: 1px"></p>',
      [],
    ],
    ['nothing without an address', '<p><img alt="x"><img src=""></p>', []],
  ])('%s', (_, markup, candidates) => {
    expect(imagesOf(markup)).toEqual(candidates);
  });

  it('goes by the base of the page', () => {
    const page = read(
      article('<p><img src="a.jpg"></p>', '<base href="/img/"><base href="/second/">'),
      { url: 'https://x.example/a/b.html' },
    );
    expect(page.images).toEqual([{ alt: '', candidates: ['https://x.example/img/a.jpg'] }]);
  });

  it('without any base is beside the page, if the page is a file', () => {
    expect(
      imagesOf('<p><img src="a_files/b%20c.png?x=1#y"></p>', { url: null, name: 'a.html' }),
    ).toEqual([['companion:a_files/b c.png']]);
    expect(imagesOf('<p><img src="a_files/b%20c.png"></p>', { url: null })).toEqual([]);
    expect(imagesOf('<p><img src="100%.png"></p>', { url: null, name: 'a.html' })).toEqual([
      ['companion:100%.png'],
    ]);
  });

  it('puts large data back that was lifted out of the markup', () => {
    const data = `data:image/jpeg;base64,${'QUJD'.repeat(500)}`;
    expect(imagesOf(`<p><img src="${data}"></p><p><img srcset="${data} 2x"></p>`)).toEqual([
      [data],
      [data],
    ]);
  });
});

describe('the lead picture', () => {
  it('is the one that the page names, whatever its size', () => {
    const page = read(
      article(
        '<p><img src="1.jpg"></p><p>And words between.</p><p><img src="2.jpg?w=300"></p>',
        '<meta property="og:image" content="https://cdn.example/2.jpg?w=1200">',
      ),
      { url: 'https://x.example/' },
    );
    expect(page.leadImage).toBe(1);
  });
  it('else is the first that is no icon', () => {
    expect(
      read(article('<p><img src="1.png" width="24"></p><p><img src="2.jpg" width="800"></p>'), {
        url: 'https://x.example/',
      }).leadImage,
    ).toBe(1);
    expect(read(article('<p>none</p>')).leadImage).toBe(-1);
  });
});
