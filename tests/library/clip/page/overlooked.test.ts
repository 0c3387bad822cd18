// Passages that the extractor leaves behind come back in their places, whole; and nothing from around the article does.
import { parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '#library/clip/page/blocks.ts';
import { buildTree } from '#library/clip/page/build-tree.ts';
import { placesOf } from '#library/clip/page/judge/match.ts';
import { findOverlooked, passagesOf, putBack } from '#library/clip/page/overlooked.ts';
import { prose, read } from '../../../support/read.ts';

const known = { title: 'Herons', author: null, description: null };
const paragraph = (start: string) => `<p>${start} ${prose(4)}</p>`;

/** What an article is with what its page had more of. */
function completed(page: string, article: string): string {
  const document = buildTree(`<!doctype html><body>${page}</body>`);
  const tree = parseFragment(article);
  putBack(tree, findOverlooked(document, tree, known));
  return serialize(tree);
}

describe('an overlooked paragraph', () => {
  const [one, two, three, four] = ['One.', 'Two.', 'Three.', 'Four.'].map(paragraph) as [
    string,
    string,
    string,
    string,
  ];

  it.each([
    ['between two others', `${one}${two}${four}`, `${one}${two}${three}${four}`],
    ['at the end', `${one}${two}${three}`, `${one}${two}${three}${four}`],
  ])('%s comes back there', (_, found, whole) => {
    expect(completed(`<main><article>${one}${two}${three}${four}</article></main>`, found)).toBe(
      whole,
    );
  });

  it('comes back outside of the list before it', () => {
    const list = '<ul><li>Bring a warm coat, and a chair.</li><li>Bring time, and tea.</li></ul>';
    const page = `<main><article>${one}${list}${two}${three}</article></main>`;
    expect(completed(page, `<div>${one}${list}${three}</div>`)).toBe(
      `<div>${one}${list}${two}${three}</div>`,
    );
  });

  it('keeps what is inside of it', () => {
    const linked = `<p>Two, as <a href="/x">is said</a>. ${prose(4)}</p>`;
    expect(
      completed(`<main><article>${one}${linked}${three}</article></main>`, `${one}${three}`),
    ).toContain('<a href="/x">is said</a>');
  });
});

it('passages of one gap keep their order, whatever of it stays out', () => {
  const [one, two, three] = ['One.', 'Two.', 'Three.'].map(paragraph) as [string, string, string];
  const page = buildTree(`<body>${one}<p>Left.</p>${two}<p>Out.</p>${three}</body>`);
  const article = parseFragment(one + three);
  const blocks = blocksOf(page);
  const own = blocksOf(article);
  const isMissing = blocks.map(({ text }) => text === 'Left.' || text === 'Out.');
  putBack(article, passagesOf(own, blocks, { places: placesOf(own, blocks), isMissing }));
  expect(serialize(article)).toBe(`${one}<p>Left.</p><p>Out.</p>${three}`);
});

describe('what is not overlooked', () => {
  it('menus, teasers and footers', () => {
    const own = paragraph('One.') + paragraph('Two.');
    const page = `<ul><li><a href="/a">Birds</a></li><li><a href="/b">Fish</a></li></ul><main><article>${own}</article></main>
      <aside class="related"><h3>Related</h3><ul><li><a href="/c">Ten birds you mistake for herons</a></li></ul></aside>
      <footer><p>© The Marsh. <a href="/i">Imprint</a></p></footer>`;
    expect(completed(page, own)).toBe(own);
  });

  it('anything, where the article is another page', () => {
    const page = `<main>${paragraph('One.')}</main>`;
    expect(completed(page, '<p>Nothing of it.</p>')).toBe('<p>Nothing of it.</p>');
  });

  it('the title', () => {
    const own = paragraph('One.') + paragraph('Two.');
    const { readerText } = read(
      `<title>A day with herons</title><main><article><h1>A day with herons</h1>${own}</article></main>`,
    );
    expect(readerText).not.toContain('A day with herons');
    expect(readerText).toContain('One.');
  });
});

describe('posts of networks', () => {
  it('stay as quotes, out of a box that the extractor would drop', () => {
    const post = (words: string) =>
      `<div class="social-media-embed"><blockquote class="twitter-tweet"><p lang="en" dir="ltr">${words}</p>— Ann (@ann) <a href="https://t.example/1">3 May 2021</a></blockquote><script src="https://t.example/w.js"></script></div>`;
    const { html, bodyText } = read(
      `<title>Herons</title><main><article>${paragraph('One.')}${post('Seen at the weir, and standing still.')}${paragraph('Two.')}</article></main>`,
    );
    expect(html).toContain('<blockquote><p lang="en" dir="ltr">Seen at the weir');
    expect(bodyText).toContain('Seen at the weir, and standing still.');
  });
});
