// Which of many files are pages, and which belong to one.
import { expect, it } from 'vitest';
import { namedIn, pagesAmong } from '#contract/pages-among.ts';

it.each(['_files', '.files', '-Dateien', '_soubory', '_ファイル', '_saglabāts'])(
  'the folder of a page is told by its name: %s',
  (end) => {
    const paths = ['in/a.html', `in/a${end}/ad.html`, `in/a${end}/b/p.png`, 'in/other/c.md'];
    expect(pagesAmong(paths)).toEqual([
      {
        path: 'in/a.html',
        companions: [
          { path: `in/a${end}/ad.html`, at: `a${end}/ad.html` },
          { path: `in/a${end}/b/p.png`, at: `a${end}/b/p.png` },
        ],
        nearby: [],
      },
      { path: 'in/other/c.md', companions: [], nearby: [] },
    ]);
  },
);

it('a folder of pages with a like name stays a folder of pages', () => {
  const paths = ['trip.html', 'trip-notes/day.html', 'trip.png', 'lost_files/x.html'];
  expect(pagesAmong(paths).map(({ path }) => path)).toEqual([
    'trip.html',
    'trip-notes/day.html',
    'lost_files/x.html',
  ]);
});

it('other files go with the one page of the nearest folder that has a page', () => {
  const paths = [
    'a/index.html',
    'a/images/x.png',
    'a/deep/er/y.css',
    'b/1.html',
    'b/2.html',
    'b/z.png',
    'c/w.png',
  ];
  expect(pagesAmong(paths)).toEqual([
    {
      path: 'a/index.html',
      companions: [
        { path: 'a/images/x.png', at: 'images/x.png' },
        { path: 'a/deep/er/y.css', at: 'deep/er/y.css' },
      ],
      nearby: [],
    },
    { path: 'b/1.html', companions: [], nearby: [{ path: 'b/z.png', at: 'z.png' }] },
    { path: 'b/2.html', companions: [], nearby: [{ path: 'b/z.png', at: 'z.png' }] },
  ]);
  expect(pagesAmong(['index.html', 'style.css', 'index_files/a.png'])).toEqual([
    {
      path: 'index.html',
      companions: [
        { path: 'index_files/a.png', at: 'index_files/a.png' },
        { path: 'style.css', at: 'style.css' },
      ],
      nearby: [],
    },
  ]);
});

it('what lies in a library was clipped already', () => {
  const inside = ['assets/ab/abc.html', 'notes.txt', 'backups/one.html'];
  const paths = [...inside.map((path) => `in/mine/${path}`), 'in/letter.html', 'in/mine-too/a.md'];
  const outside = ['in/letter.html', 'in/mine-too/a.md'];
  expect(pagesAmong(paths)).toHaveLength(5);
  expect(pagesAmong([...paths, 'in/mine/library.sqlite']).map(({ path }) => path)).toEqual(outside);
  expect(pagesAmong([...inside, 'library.sqlite'])).toEqual([]);
});

it('of files beside several pages each has those that it names', () => {
  const files = [
    'i/a.png',
    'i/b c.png',
    'i/é.jpg',
    'i/d&e.gif',
    'i/100%.png',
    'i/f.css',
    'i/no.png',
  ];
  const markup = `<link href="i/f.css?v=1"><img src="i/a.png"><img srcset="i/b%20c.png 1x, i/e%CC%81.jpg 2x">
    <img src=i/d&amp;e.gif><img src="i/100%.png"><img src="i/xno.png">`;
  expect(
    namedIn(
      markup,
      files.map((at) => ({ at })),
    ).map(({ at }) => at),
  ).toEqual(files.slice(0, -1));
});

it('what a system puts there for itself is no page', () => {
  const paths = ['__MACOSX/._a.html', '__MACOSX/b/._c.html', 'b/._c.html', 'b/.d.html', 'b/c.html'];
  expect(pagesAmong(paths).map(({ path }) => path)).toEqual(['b/c.html']);
});
