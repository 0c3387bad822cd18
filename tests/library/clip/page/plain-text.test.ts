// Plain texts: what is a title, a paragraph, a verse, a list, and what is code.
import { describe, expect, it } from 'vitest';
import { read, readWhole } from '../../../support/read.ts';

const text = (source: string) => {
  const { title, html, readerText, bodyText, kind, warning } = read(source, { kind: 'text' });
  expect(bodyText).toBe(readerText);
  return { title, html, kind, warning };
};

describe('a plain text', () => {
  it('has its title in a first line that stands for itself', () => {
    expect(
      text(
        'On herons\n\nThey wait.\nThen they do not.\n\nThat is all there is to say, and it is quite enough for\nany bird that has learned to be patient in shallow water.',
      ),
    ).toEqual({
      title: 'On herons',
      html: '<p>They wait.<br>Then they do not.</p><p>That is all there is to say, and it is quite enough for any bird that has learned to be patient in shallow water.</p>',
      kind: 'text',
      warning: null,
    });
  });

  it('without a title takes its first sentence, and keeps it in the text', () => {
    const { title, html } = text(
      'The heron waited all morning by the weir. Nothing came.\n\nThen it left.',
    );
    expect(title).toBe('The heron waited all morning by the weir');
    expect(html).toContain('<p>The heron waited all morning by the weir. Nothing came.</p>');
  });

  it.each([
    ['one long sentence without an end', `${'heron '.repeat(60)}`, `${'heron '.repeat(19)}heron…`],
    ['one word without an end', 'x'.repeat(300), `${'x'.repeat(119)}…`],
    ['graphemes at the edge', `${'a'.repeat(117)}👨‍👩‍👧‍👦 and more`, `${'a'.repeat(117)}…`],
    ['Markdown', '# Herons\n\nThey wait.', 'Herons'],
    ['a line drawn under it', 'Herons\n======\nThey wait.', 'Herons'],
    ['a question', 'Why do herons wait?\n\nNobody knows.', 'Why do herons wait?'],
    ['a single short line', 'milk', 'milk'],
    [
      'Japanese',
      '鷺は一日中、堰のそばで待っていた。何も来なかった。',
      '鷺は一日中、堰のそばで待っていた',
    ],
    [
      'an abbreviation',
      'Dr. Lee watched a heron for a year. It did not mind.',
      'Dr. Lee watched a heron for a year',
    ],
    ['a list', '- bread\n- milk\n\n- salt', '- bread - milk'],
  ])('%s', (_, source, title) => {
    expect(text(source).title).toBe(title);
    expect(text(source).title.length).toBeLessThanOrEqual(120);
  });

  it('is never markup', () => {
    expect(text('A & B\n\n<script>alert(1)</script> &amp; <b>x</b>').html).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &lt;b&gt;x&lt;/b&gt;</p>',
    );
  });

  it('keeps verses, lists and code as they are', () => {
    const { html } = text(
      'Title\n\nThe heron stood\nin water still,\nand so it would\nand so it will.\n\n- one\n- two\n\n3. three\n4. four\n\n    if heron:\n        wait()\n',
    );
    expect(html).toBe(
      '<p>The heron stood<br>in water still,<br>and so it would<br>and so it will.</p><ul><li>one</li><li>two</li></ul>' +
        '<ol start="3"><li>three</li><li>four</li></ol><pre>if heron:\n    wait()</pre>',
    );
  });

  it('knows its language, and whichever line ends it has', async () => {
    const source =
      'Der Reiher steht im Wasser und wartet, bis etwas kommt.\r\rDann fliegt er weg, und niemand hat es gesehen.\r\n\r\nSo ist das.';
    expect(await readWhole(source, { kind: 'text' })).toMatchObject({
      lang: 'de',
      dir: 'ltr',
      charset: 'UTF-8',
      wordCount: 22,
    });
  });
});
