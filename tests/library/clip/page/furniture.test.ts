// What belongs to the page rather than to the text, told by general rules; and that text is not taken for it.
import { describe, expect, it } from 'vitest';
import { article, prose, read } from '../../../support/read.ts';

const longest = prose(8);

/** Lines of the reader text that body text leaves out. */
function marked(content: string, given = {}): string[] {
  const { readerText, bodyText } = read(article(content), given);
  const kept = new Set(bodyText.split('\n'));
  return readerText.split('\n').filter((line) => !kept.has(line));
}

describe('left out of body text', () => {
  it.each<[string, string, string[]]>([
    [
      'captions',
      '<figure><img src="https://x.example/a.jpg"><figcaption>A heron in <b>March</b></figcaption></figure>',
      ['A heron in March'],
    ],
    [
      'credits beside captions',
      '<figure><img src="https://x.example/a.jpg"><div>Photo: Ann Lee</div></figure>',
      ['Photo: Ann Lee'],
    ],
    [
      'what is called a caption',
      `<div class="wp-caption"><img src="https://x.example/a.jpg"><p class="wp-caption-text">Herons at dawn</p></div>`,
      ['Herons at dawn'],
    ],
    [
      'a line alone with a picture',
      `<div><img src="https://x.example/a.jpg"><p>Two of them, at low water</p></div><p>${longest}</p>`,
      ['Two of them, at low water'],
    ],
    ['credit lines', '<p>© Ann Lee / Getty Images</p>', ['© Ann Lee / Getty Images']],
    ['counters of pictures', '<p>3 of 12</p>', ['3 of 12']],
    [
      'lines that lead to other pages',
      '<p>Read more: <a href="https://x.example/1">How herons hunt in the dark</a></p>',
      ['Read more: How herons hunt in the dark'],
    ],
    [
      'lines that are nothing but a link',
      '<p><a href="https://x.example/1">Ten birds that you mistake for a heron</a></p>',
      ['Ten birds that you mistake for a heron'],
    ],
    [
      'boxes of related articles, with their heading',
      '<h3>You may also like</h3><p><a href="https://x.example/1">Egrets and where they sleep</a></p>',
      ['You may also like', 'Egrets and where they sleep'],
    ],
  ])('%s', (_, content, lines) => {
    expect(marked(content)).toEqual(lines);
  });

  it('the title said again, dates and bylines at the head', () => {
    const { bodyText } = read(
      `<title>A day with herons</title><meta name=author content="Ann Lee"><div class=post><h2>A day with herons</h2><p>By Ann Lee</p><p>March 3, 2024 at 10:30 am</p><p>5 min read</p><p>${longest}</p><p>${longest}</p></div>`,
    );
    expect(bodyText).toBe(`${longest}\n${longest}`);
  });

  it('invitations and rights at the end', () => {
    const { bodyText } = read(
      `<article><p>${longest}</p><p>${longest}</p><p><a href="https://x.example/n">Sign up for our newsletter</a> and never miss a heron.</p><p>Copyright 2024 The Marsh. All rights reserved.</p></article>`,
    );
    expect(bodyText).toBe(`${longest}\n${longest}`);
  });

  it('articles inside or after the article', () => {
    const { bodyText } = read(
      `<main><article><p>${longest}</p><p>${longest}</p><article class=next><p>${prose(3)}</p></article></article></main>`,
    );
    expect(bodyText).toBe(`${longest}\n${longest}`);
  });
});

describe('left out of the reader content as well', () => {
  it.each([
    [
      'buttons for sharing',
      '<ul class="share-buttons"><li><a href="https://s.example">Facebook</a></li><li><a href="https://t.example">X</a></li></ul>',
    ],
    [
      'forms',
      '<div class="newsletter-signup"><p>Get it by mail</p><input><button>Go</button></div>',
    ],
    [
      'the way to the page',
      '<div class="breadcrumbs"><a href="https://x.example/">Home</a> › Birds</div>',
    ],
    [
      'what is hidden',
      '<p hidden>secret</p><p style="display: none">secret</p><div aria-hidden="true">secret</div>',
    ],
    ['navigation', '<nav>Menu</nav><div role="navigation">Menu</div>'],
  ])('%s', (_, content) => {
    const { readerText } = read(article(content));
    expect(readerText).toBe(`${prose()}\n${prose(6)}`);
  });
});

describe('not mistaken for it', () => {
  it.each<[string, string]>([
    ['lists', '<ul><li>Bring a coat</li><li>Bring a chair</li></ul>'],
    ['headings', '<h2>Waiting</h2><p>Words that follow.</p>'],
    ['quotes', '<blockquote><p>Stand still.</p></blockquote>'],
    [
      'tables, their captions included',
      '<table><caption>Counts</caption><tr><td>2019</td><td>14</td></tr></table>',
    ],
    ['code in a figure', '<figure><pre>let heron = 1</pre></figure>'],
    [
      'links among words',
      '<p>It is <a href="https://x.example/1">said</a> that herons are patient.</p>',
    ],
    ['dates in the middle', '<p>On 3 March 2024 nothing happened.</p>'],
    [
      'a link under a heading',
      '<h2><a href="https://x.example/1">The second heron of the day</a></h2><p>'.concat(
        longest,
        '</p>',
      ),
    ],
  ])('%s', (_, content) => {
    expect(marked(content)).toEqual([]);
  });

  it('a page of links', () => {
    const links = Array.from(
      { length: 30 },
      (_, at) => `<li><a href="https://x.example/${at}">A long name of heron number ${at}</a></li>`,
    ).join('');
    const { bodyText } = read(`<article><p>Some words first.</p><ul>${links}</ul></article>`);
    expect(bodyText.split('\n')).toHaveLength(31);
  });

  it('a page whose every part calls itself something else', () => {
    const parts = Array.from(
      { length: 9 },
      () => `<div class="teaser promo-box related"><p>${prose(4)}</p></div>`,
    ).join('');
    expect(read(`<main>${parts}</main>`).bodyText).toContain('Sentence number 4');
  });

  it('text that a page marks itself', () => {
    expect(read(article('<p data-lectern="caption">The text goes on.</p>')).bodyText).toContain(
      'The text goes on.',
    );
  });

  it('a page saved while a dialog was open', () => {
    expect(
      read(
        `<body><div aria-hidden="true"><article><p>${longest}</p></article></div><div role="dialog">Cookies?</div>`,
      ).bodyText,
    ).toBe(longest);
  });
});
