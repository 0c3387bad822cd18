// Where each piece of the reader text came from: what the frame paints by must lead back to the very characters.
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { ReaderTextWriter, type TextRun } from '#contract/reader-text.ts';

function write(html: string): { text: string; runs: TextRun[]; sources: string[] } {
  const runs: TextRun[] = [];
  const sources: string[] = [];
  const writer = new ReaderTextWriter(runs);
  const visit = (parent: Tree.ParentNode) => {
    for (const node of parent.childNodes) {
      if (node.nodeName === '#text') {
        sources.push((node as Tree.TextNode).value);
        writer.text((node as Tree.TextNode).value);
      } else if ('tagName' in node) {
        writer.enter(node.tagName);
        visit(node);
        writer.leave(node.tagName);
      }
    }
  };
  visit(parseFragment(html));
  return { text: writer.done(), runs, sources };
}

/** The text as its runs tell it: what stands between two runs must be a break of ours. */
function told({ text, runs, sources }: ReturnType<typeof write>): string {
  let end = 0;
  let out = '';
  for (const { source, from, start, length } of runs) {
    const gap = text.slice(end, start);
    if (!/^[\n\t]*$/.test(gap)) throw new Error(`“${gap}” comes from nowhere`);
    const piece = (sources[source] ?? '').slice(from, from + length);
    if (piece.length !== length) throw new Error('a run reaches beyond its text');
    out += gap + piece;
    end = start + length;
  }
  return out + text.slice(end);
}

const PIECES = [
  ...'<p> </p> <b> </b> <td> <tr> <table> <pre> </pre> <br> <li> word é 👩‍👩‍👧'.split(' '),
  ' ',
  '  ',
  '\n',
  '\t',
  'x ',
  ' y',
  '\u00a0',
];

const blank = (text: string) => text.replace(/\s/g, ' ');

describe('runs of the reader text', () => {
  it.each([
    '<p>  a\n\tb <b> c</b> d\n</p><p>e</p>',
    '<table><tr><th> a </th><th>b</th></tr><tr><td></td><td>d  e</td></tr></table>f',
    '<pre>\na\n  b  \n\n\tc\n</pre><p> y</p>',
    '<ul><li>a</li> <li>b<ul><li>c</li></ul> </li></ul>d <br> e',
    '<p>\u00a0a\u00a0</p>',
  ])('lead back to the characters: %s', (html) => {
    const written = write(html);
    expect(blank(told(written))).toBe(blank(written.text));
  });

  it('lead back to the characters of anything', () => {
    const piece = fc.constantFrom(...PIECES);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const written = write(pieces.join(''));
        expect(blank(told(written))).toBe(blank(written.text));
      }),
    );
  });

  it('gives the same text whether they are asked for or not', () => {
    const html = '<p>a <i> b</i>  c</p><pre> d\n</pre>';
    const { text } = write(html);
    const writer = new ReaderTextWriter();
    writer.enter('p');
    writer.text('a ');
    writer.enter('i');
    writer.text(' b');
    writer.leave('i');
    writer.text('  c');
    writer.leave('p');
    writer.enter('pre');
    writer.text(' d\n');
    writer.leave('pre');
    expect(writer.done()).toBe(text);
  });
});
