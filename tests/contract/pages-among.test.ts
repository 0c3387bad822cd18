// Which of many files are pages, and which belong to one.
import { expect, it } from 'vitest';
import { pagesAmong } from '#contract/pages-among.ts';

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
      },
      { path: 'in/other/c.md', companions: [] },
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
    },
    { path: 'b/1.html', companions: [] },
    { path: 'b/2.html', companions: [] },
  ]);
  expect(pagesAmong(['index.html', 'style.css', 'index_files/a.png'])).toEqual([
    {
      path: 'index.html',
      companions: [
        { path: 'index_files/a.png', at: 'index_files/a.png' },
        { path: 'style.css', at: 'style.css' },
      ],
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
