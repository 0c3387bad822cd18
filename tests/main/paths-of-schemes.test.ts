// Paths of the app's schemes: what they mean, and that no spelling names a file elsewhere.
import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articlePath } from '../../electron/main/article-paths.ts';
import { windowPath } from '../../electron/main/window-paths.ts';

const hash = 'a'.repeat(64);
const uid = '01J0000000000000000000000A';

test('an article has a document, one to be printed, pictures and fonts', () => {
  expect(articlePath(`/${uid}`)).toEqual({ kind: 'document', uid });
  expect(articlePath(`/print/${uid}`)).toEqual({ kind: 'print', uid });
  expect(articlePath(`/asset/${hash}.png`)).toEqual({ kind: 'picture', name: `${hash}.png` });
  expect(articlePath('/font/literata-latin-wght-normal-Ab_1.woff2')).toEqual({
    kind: 'font',
    file: 'literata-latin-wght-normal-Ab_1.woff2',
  });
});

test('an article has its page as it was saved, and what was left out of it', () => {
  expect(articlePath(`/original/${uid}`)).toEqual({ kind: 'original', uid });
  expect(articlePath(`/left-out/${uid}`)).toEqual({ kind: 'left-out', uid });
});

test('a PDF has a document of its pages, itself, and the tables it is drawn with', () => {
  expect(articlePath(`/pages/${uid}`)).toEqual({ kind: 'pages', uid });
  expect(articlePath(`/pdf/${uid}`)).toEqual({ kind: 'pdf', uid });
  for (const path of ['cmaps/UniJIS-UCS2-H.bcmap', 'wasm/jbig2.wasm', 'standard_fonts/F.pfb']) {
    expect(articlePath(`/table/${path}`)).toEqual({ kind: 'table', path });
  }
});

test('the window has its assets; every other path is a place inside it', () => {
  expect(windowPath('/assets/index-C-m_1.js')).toEqual({
    kind: 'file',
    file: 'index-C-m_1.js',
    mediaType: 'text/javascript; charset=utf-8',
  });
  const places = ['/', '/tag/node.js', '/article/x', '/../etc/passwd'];
  expect(places.map(windowPath)).toEqual(places.map(() => ({ kind: 'page' })));
});

test.each([
  '',
  '/',
  '/x',
  '/../library.sqlite',
  `/${uid}/`,
  `/${uid}/x`,
  '/print/',
  `/print/${uid}/`,
  `/print/../${uid}`,
  `/print/${hash}.png`,
  `/${uid.toLowerCase()}`,
  `/asset/${hash}`,
  `/asset/${hash}.bin`,
  `/asset/${hash}.html`,
  `/asset/${hash}.png/`,
  `/asset/${hash}.png%00`,
  `/asset/${hash}.png\n`,
  `/asset/${hash.toUpperCase()}.png`,
  `/asset/../${hash}.png`,
  '/asset/../library.sqlite',
  '/asset/..\\..\\library.sqlite',
  '/asset/%2e%2e%2flibrary.sqlite',
  '/font/../index.html',
  '/font/..\\..\\main\\index.woff2',
  '/font/.woff2',
  '/font/C:evil.woff2',
  '/font//etc/x.woff2',
  `/picture/${hash}.png`,
  '/pages/',
  '/original/',
  `/original/${uid}/x`,
  `/original/${hash}.bin`,
  `/pages/${hash}.bin`,
  `/pdf/${hash}.bin`,
  `/pdf/../${uid}`,
  '/table/cmaps',
  '/table/cmaps/',
  '/table/cmaps/..',
  '/table/cmaps/../../main/index.js',
  '/table/cmaps/..\\index.js',
  '/table/cmaps/a/b',
  '/table/../cmaps/a',
  '/table/main/index.js',
  '/table/cmaps/a\n',
])('article://a%s is nothing', (path) => {
  expect(articlePath(path)).toBeNull();
});

test.each([
  '/assets/',
  '/assets/index.html',
  '/assets/../index.js',
  '/assets/../../main/index.js',
  '/assets/..\\..\\main\\index.js',
  '/assets/%2e%2e/index.js',
  '/assets/a/b.js',
  '/assets/.hidden.js',
  '/assets/C:x.js',
  '/assets/x.js%00.png',
  '/assets/x',
  '/assets/constructor',
  '/assets/x.constructor',
])('app://lectern%s is nothing', (path) => {
  expect(windowPath(path)).toBeNull();
});

test('whatever the path, the name that reaches the file system stays in its folder', () => {
  const piece = fc.constantFrom(
    ...'.. . / \\ %2e %5c %00 \0 : C: a index .js .woff2 asset/ font/ assets/ //host/ ~'.split(' '),
    `${hash}.png`,
    `${hash}.bin`,
    uid,
  );
  let named = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      for (const start of ['/', '/asset/', '/font/', '/assets/']) {
        const pathname = start + pieces.join('');
        const inArticle = articlePath(pathname);
        const inWindow = windowPath(pathname);
        const names = [
          inArticle?.kind === 'picture' ? inArticle.name : null,
          inArticle?.kind === 'font' ? inArticle.file : null,
          inWindow?.kind === 'file' ? inWindow.file : null,
        ].filter((name) => name !== null);
        for (const name of names) {
          named++;
          expect(posix.join('/folder', name)).toBe(`/folder/${name}`);
          expect(win32.join('C:\\folder', name)).toBe(`C:\\folder\\${name}`);
        }
      }
    }),
    { numRuns: 3000, examples: [[['a', '.js']], [[`${hash}.png`]]] },
  );
  expect(named).toBeGreaterThan(50);
});
