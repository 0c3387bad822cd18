// Pictures: found where pages hide them, told of once, best first.
import { describe, expect, it } from 'vitest';
import { pictureName } from '#library/clip/page/image-sources.ts';
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
      [
        'three',
        'https://lamps.example/lamps/three-1200.jpg',
        'https://lamps.example/lamps/three.jpg',
      ],
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

const X = 'https://x.example/a/';

describe('the largest that is of use', () => {
  it.each<[string, string, string[]]>([
    [
      'is looked for in all sets of a picture together',
      '<picture><source srcset="m.webp 1600w"><img srcset="s.jpg 320w" src="s.jpg"></picture>',
      ['m.webp', 's.jpg'],
    ],
    [
      'is not one for small windows where there is one for large',
      '<picture><source media="(max-width: 600px)" srcset="narrow.jpg"><source media="(min-width: 1200px)" srcset="wide.jpg"><img src="s.jpg"></picture>',
      ['wide.jpg', 'narrow.jpg', 's.jpg'],
    ],
    [
      'is of a kind that is stored',
      '<picture><source type="image/jxl" srcset="a.jxl 1800w"><source type="image/avif" srcset="a.avif 900w"><img src="a.jpg"></picture>',
      ['a.avif', 'a.jpg'],
    ],
    [
      'is not the one for dark windows, nor for paper',
      '<picture><source media="(prefers-color-scheme: dark)" srcset="dark.png 1800w"><source media="print" srcset="paper.png 1900w"><img src="light.png"></picture>',
      ['light.png'],
    ],
    [
      'goes by the width given where the set tells densities',
      '<img width=900 src=a.jpg srcset="a.jpg, b.jpg 2x,c.jpg 3x">',
      ['b.jpg', 'a.jpg'],
    ],
    [
      'may stand in a set of any lazy loader',
      '<img src=a.jpg data-lazy-load-srcset="b.jpg 800w, c.jpg 1600w">',
      ['c.jpg', 'a.jpg'],
    ],
    [
      'is the one that it leads to',
      '<a href="heron.jpg"><img src="heron-300x200.jpg"></a>',
      ['heron.jpg', 'heron-300x200.jpg'],
    ],
    [
      'is not another picture that it leads to',
      '<a href="stork.jpg"><img src="heron-300x200.jpg"></a>',
      ['heron-300x200.jpg'],
    ],
  ])('%s', (_, markup, files) => {
    expect(imagesOf(`<p>${markup}</p>`)).toEqual([files.map((file) => X + file)]);
  });

  it('is found in time in a hostile list', () => {
    const words = 'a'.repeat(200_000);
    expect(imagesOf(`<p><img src="a.jpg" srcset="${words} b c ${words}"></p>`)).toEqual([
      [`${X}a.jpg`],
    ]);
    expect(imagesOf(`<p><img src="/x${'-'.repeat(4000)}!.gif"></p>`)).toHaveLength(1);
  });
});

describe('a lazy picture', () => {
  it.each<[string, string, string[]]>([
    ['Cloudflare', '<img data-cfsrc="/b.jpg">', ['/b.jpg']],
    [
      'an attribute of its own',
      '<img src="/blank.gif" data-some-img="/b.webp?w=1">',
      ['/b.webp?w=1'],
    ],
    ['no data- at all', '<img src="/loading.gif" file="/b.png">', ['/b.png']],
    [
      'a width to be filled in',
      '<img data-src="/b_{width}x.jpg" data-widths="[360, 1080, 2048]">',
      ['/b_1080x.jpg'],
    ],
    ['no width given', '<img data-src="/b/{width}.jpg">', ['/b/1200.jpg']],
    [
      'JSON',
      `<img src="/blank.gif" data-src='{"default":{"load":"default","w":"80","src":"\\/b.img?h=1"}}'>`,
      ['/b.img?h=1'],
    ],
    ['a template that is none of ours', '<img src="/s.jpg" data-src="/b/{size}.jpg">', ['/s.jpg']],
    [
      'a blurred preview inside the page',
      `<img src="data:image/jpeg;base64,${'QUJD'.repeat(300)}" data-src="/b.jpg">`,
      ['/b.jpg', 'data:'],
    ],
    [
      'not a preview, an avatar, or a name',
      '<img src="/b.jpg" data-thumb="/t/1.jpg" data-avatar="/t/2.jpg" data-file-name="/t/3.jpg">',
      ['/b.jpg'],
    ],
  ])('%s', (_, markup, files) => {
    expect(
      imagesOf(`<p>${markup}</p>`).map((list) =>
        list.map((address) => address.replace(/^https:..x.example|(?<=^data:).*/g, '')),
      ),
    ).toEqual([files]);
  });

  it('is no placeholder by half of its name', () => {
    const names = [
      'grey-heron.jpg',
      'x-ray.png',
      'clear-sky.webp',
      'empty-chairs.jpg',
      'pixel.art.gif',
    ];
    const markup = names.map((name) => `<p><img src="${name}"></p>`).join('');
    expect(imagesOf(markup)).toEqual(names.map((name) => [X + name]));
    const placeholders = [
      'blank.gif',
      'lazy-placeholder.png',
      'grey.gif',
      'img/1x1.png',
      'spacer_10x10.gif',
    ];
    expect(imagesOf(placeholders.map((name) => `<p><img src="${name}"></p>`).join(''))).toEqual([]);
  });

  it('is no placeholder where the page says what it shows and names no other', () => {
    const described = (src: string, more = '') =>
      `<p><img src="${src}" alt="A wall at noon" ${more}></p>`;
    expect(imagesOf(described('white.jpg') + described('photos/x.png'))).toEqual([
      [`${X}white.jpg`],
      [`${X}photos/x.png`],
    ]);
    expect(imagesOf(described('white.jpg', 'data-src="wall.jpg"'))).toEqual([[`${X}wall.jpg`]]);
    expect(imagesOf('<p><img src="white.jpg" alt=""></p>')).toEqual([]);
    expect(imagesOf(described('blank.jpg') + described('white.gif'))).toEqual([]);
  });
});

describe('noscript', () => {
  it.each<[string, string, string[][]]>([
    [
      'with a counter takes no picture away',
      '<p><img src="a.jpg"><noscript><img src="https://count.example/pixel?id=1" width=1 height=1></noscript></p>',
      [['a.jpg']],
    ],
    [
      'with another picture takes none away',
      '<p><img src="a.jpg"><noscript><img src="b.jpg"></noscript></p>',
      [['a.jpg'], ['b.jpg']],
    ],
    [
      'with the same picture in large',
      '<p><img src="max/60/heron.jpg"><noscript><img src="max/1000/heron.jpg" srcset="max/1600/heron.jpg 1600w"></noscript></p>',
      [['max/1600/heron.jpg', 'max/1000/heron.jpg', 'max/60/heron.jpg']],
    ],
    [
      'behind a box',
      '<div><div class=box><img src="data:image/gif;base64,R0lG" data-src="a-800.jpg"></div><noscript><img src="a.jpg" alt="Heron"></noscript></div>',
      [['a-800.jpg', 'a.jpg']],
    ],
    [
      'before the picture',
      '<p><noscript><img src="a.jpg"></noscript><img class=lazy src="blank.gif" data-src="a.jpg"></p>',
      [['a.jpg']],
    ],
    [
      'with a picture and its sources',
      '<div><noscript><picture><source srcset="a.webp 1500w"><img src="a.jpg"></picture></noscript></div>',
      [['a.webp', 'a.jpg']],
    ],
    [
      'with several',
      '<div><noscript><img src="a.jpg"><img src="b.jpg"></noscript></div>',
      [['a.jpg'], ['b.jpg']],
    ],
    ['with words', '<p><noscript>Switch on JavaScript! <img src="a.jpg"></noscript></p>', []],
  ])('%s', (_, markup, files) => {
    expect(imagesOf(markup)).toEqual(files.map((list) => list.map((file) => X + file)));
  });
});

describe('a counter', () => {
  it('is told by its address where nothing is said of its size', () => {
    const counters = [
      'https://w.example/pixel.gif?id=4&u=1',
      'https://w.example/tr?id=4&ev=view',
      'https://w.example/collect?v=1',
      'https://w.example/matomo.php?idsite=2',
    ];
    expect(imagesOf(counters.map((src) => `<p><img src="${src}"></p>`).join(''))).toEqual([]);
    const pictures = [
      'https://w.example/pixels.jpg?w=4',
      'https://w.example/chart?id=4',
      'https://w.example/tracks/img.php?id=4',
    ];
    expect(imagesOf(pictures.map((src) => `<p><img src="${src}"></p>`).join(''))).toEqual(
      pictures.map((src) => [src]),
    );
  });
  it('is not what has words, or a proportion for its size', () => {
    expect(
      imagesOf(
        '<p><img src="/stats?id=4" alt="Rain by month"></p><p><amp-img src="/b.jpg" width="1.33" height="1" layout="responsive"></amp-img></p>',
      ),
    ).toEqual([['https://x.example/stats?id=4'], ['https://x.example/b.jpg']]);
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

describe('the name of a picture', () => {
  it('is what is left without its size', () => {
    const names = ['/a/heron-300x200.jpg', '/a/heron_x2.jpg?v=1', '/a/heron-640w-large.jpg'];
    expect(names.map(pictureName)).toEqual(['heron', 'heron', 'heron']);
    expect(pictureName('/a/heron-2.jpg')).toBe('heron-2');
  });

  // With two ways to read each size, thirty of them do not end within a test.
  it('may be one size after the other', () => {
    const name = `heron${'-0x-large'.repeat(30)}-!`;
    expect(pictureName(`/a/${name}.jpg`)).toBe(name);
  });
});
