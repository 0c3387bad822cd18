// Reader content to text: one function, two texts.
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { textOf } from '#library/clip/page/text-of.ts';

const reader = (html: string): string => textOf(parseFragment(html), 'reader');
const body = (html: string): string => textOf(parseFragment(html), 'body');

describe('the text of reader content', () => {
  it.each([
    ['paragraphs are lines', '<p>a</p><p>b</p>', 'a\nb'],
    [
      'words are not glued together',
      '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>d',
      'a\nb\nc\nd',
    ],
    ['white space as a browser shows it', '<p>  a\n\tb <b> c</b> d\n</p>', 'a b c d'],
    ['inline elements add nothing', '<p>a<b>b</b><i>c</i></p>', 'abc'],
    ['br is a line break', '<p>a<br>b<br><br>c</p>', 'a\nb\nc'],
    [
      'cells are parted by tabs',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td></td><td>d</td></tr></table>',
      'a\tb\nc\td',
    ],
    [
      'pre keeps its white space',
      '<p>x</p><pre>\na\n  b\n\n\tc\n</pre><p>y</p>',
      'x\na\n  b\n\n\tc\ny',
    ],
    ['no-break spaces stay', '<p>a&nbsp;b</p>', 'a\u00a0b'],
    ['pictures have no text', '<p>a<img src="asset:0" alt="x">b</p>', 'ab'],
    ['nothing', '<p> </p><div><br></div>', ''],
    ['definitions and headings', '<h2>a</h2><dl><dt>b</dt><dd>c</dd></dl><hr>d', 'a\nb\nc\nd'],
    [
      'quotes within paragraphs of any depth',
      '<blockquote><div><p>a</p>b</div></blockquote>',
      'a\nb',
    ],
  ])('%s', (_, html, text) => {
    expect(reader(html)).toBe(text);
    expect(body(html)).toBe(text);
  });

  it('body text leaves out what is marked, and joins nothing over it', () => {
    const html =
      '<p>a</p><figure><img src="asset:0" alt=""><figcaption data-lectern="caption">b <i>c</i></figcaption></figure><p>d <span data-lectern="byline">e</span> f</p>';
    expect(reader(html)).toBe('a\nb c\nd e f');
    expect(body(html)).toBe('a\nd\nf');
  });

  it('does not mind depth', () => {
    expect(reader(`${'<div>'.repeat(5000)}x`)).toBe('x');
  });
});
