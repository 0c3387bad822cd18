// Books that epubcheck finds nothing wrong with, whatever pages did with their elements.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sanitizeHtml } from '#library/clip/page/sanitize.ts';
import { statement } from '#library/storage/database.ts';
import { toXhtml } from '#library/transfer/out/formats/epub/xhtml.ts';
import { epubcheck, hasEpubcheck } from '../../../support/epubcheck.ts';
import { insertWholeArticle } from '../../../support/insert-article.ts';
import { makeContext } from '../../../support/make-context.ts';
import { payloads } from '../../../support/payloads.ts';
import { avif, png, svg, webp } from '../../../support/pictures.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { wholeLibrary } from '../../../support/transfer/whole-library.ts';

/** What browsers forgive, and a schema does not. */
const ODD = [
  '<ul>loose<p>in a list</p><li value="3">three</li></ul><ol reversed start="5" type="a"><li value="2">two</li></ol>',
  '<dl><dd>no term</dd></dl><dl><dt>term<h2>within</h2></dt><dd><p>said</p></dd><div><dt>a</dt><dd>b</dd></div></dl>',
  '<b><p>bold</p></b><span><div>block<table><tr><td colspan="0" rowspan="2">1</td></table></div></span>',
  '<h2><div>a block in a heading</div></h2><pre><div>code</div></pre>',
  '<a href="https://a.example/x y?q=[1]|^`{}%zz#a#b">link <div>and block</div></a><a href="#page-9">nowhere</a>',
  '<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby><ruby><rt>alone</rt></ruby>',
  '<figure><figcaption>one</figcaption>x<figcaption>two</figcaption></figure><figcaption>three</figcaption>',
  '<details open><p>first</p><summary>late <h3>summary</h3></summary></details>',
  '<math><mfrac><mi>a</mi></mfrac></math><math display="block" alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup><mo stretchy="false">=</mo><mtable><mtr><mtd columnalign="left"><mn>4</mn></mtd></mtr></mtable></math>',
  '<p id="page-1">one</p><p id="page-1">again</p><a href="#page-1">to it</a><bdo>no way</bdo><time datetime="3 June">then</time>',
  '<main><header><h1>in</h1><footer>foot</footer></header><address><section>where</section></address></main>',
  '<p lang="en-x-odd">a\u0001b</p><table><caption><p>of it</p></caption><thead><tr><th scope="col"><div>h</div></th></tr></thead><tfoot><tr><td>f</td></tr></tfoot><tr><td>b</td></tr></table>',
];

const AT_ONCE = 30;

test.skipIf(!hasEpubcheck)('epubcheck finds nothing in a book of everything', async () => {
  const context = await wholeLibrary();
  // Few chapters with much in each: a checker takes its time for every file.
  const all = [...ODD, ...payloads];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE);
    insertWholeArticle(context, {
      title: some.join(' '),
      author: some[1] ?? null,
      html: sanitizeHtml(some.map((html) => `<div>${html}</div>`).join('')).html,
      text: `odd ${at}`,
      sourceUrl: `https://a.example/${at}?a=1&b=[2]`,
    });
  }
  statement(context.db, 'UPDATE article SET trashed_at = NULL').run();
  const to = join(tempDir(), 'book.epub');
  const { articles } = await context.client['exports.run']({
    articles: 'everything',
    format: 'epub',
    to,
    title: '<script>alert(1)</script> & “all”',
  });
  const files = unzipSync(readFileSync(to));
  expect(Object.keys(files)[0]).toBe('mimetype');
  expect(Object.keys(files).filter((path) => path.endsWith('.xhtml'))).toHaveLength(articles + 1);
  expect(epubcheck(to)).toMatch(/No errors or warnings detected/);
});

test('no word is lost on the way to XHTML', () => {
  for (const html of ODD) {
    const clean = sanitizeHtml(html).html;
    const wordsOf = (markup: string) =>
      markup
        .replace(/<[^>]*>|\p{Cc}/gu, (sign) => (sign.startsWith('<') ? ' ' : ''))
        .replace(/&[a-z#\d]+;/g, ' ')
        .split(/\s+/)
        .filter(Boolean)
        .sort();
    expect(wordsOf(toXhtml(clean).markup)).toEqual(wordsOf(clean));
  }
});

test('pictures that a book can hold are in it, and of others it is said that they are not', async () => {
  const context = await makeContext();
  const files = {
    'a.webp': webp(30, 20),
    'b.svg': svg(30, 20),
    'c.avif': avif(30, 20),
    'd.png': png(30, 20),
  };
  const pictures = Object.keys(files).map(
    (name) =>
      `<p>${'It sat still in the old tree. '.repeat(9)}</p><img src="p/${name}" alt="${name}">`,
  );
  await context.client['clip.fromFile']({
    name: 'owl.html',
    bytes: new TextEncoder().encode(
      `<title>The owl</title><article>${pictures.join('')}</article>`,
    ),
    companions: Object.entries(files).map(([name, bytes]) => ({
      path: `p/${name}`,
      bytes: new Uint8Array(bytes),
    })),
  });
  const to = join(tempDir(), 'book.epub');
  const { problems } = await context.client['exports.run']({
    articles: 'everything',
    format: 'epub',
    to,
  });
  expect(problems).toMatchObject([{ name: 'The owl', problem: { code: 'unsupported_type' } }]);
  expect(problems[0]?.problem.message).toMatch(/^2 pictures are not in the book.* AVIF or SVG/);
  const book = unzipSync(readFileSync(to));
  const endings = Object.keys(book).flatMap((path) => /pictures\/.*\.(\w+)$/.exec(path)?.[1] ?? []);
  expect(endings.sort()).toEqual(['png', 'png', 'webp']);
  const chapter = Buffer.from(book['EPUB/text/1.xhtml'] ?? []).toString();
  expect(chapter).toMatch(/<img src="[^"]+\.webp" alt="a\.webp"/);
  if (hasEpubcheck) expect(epubcheck(to)).toMatch(/No errors or warnings detected/);
});
