// Highlights to take along: whatever words a page has, they stay words in the file.
import { describe, expect, it } from 'vitest';
import { markdownText } from '#library/highlights/markdown-text.ts';
import { markedArticle } from './marks.ts';

describe('Markdown', () => {
  it('is grouped by article, with source, colour, note and date', async () => {
    const { client, mark, uid } = await markedArticle({
      author: 'Ann Author',
      siteName: 'The Barn',
      sourceUrl: 'https://example.com/owls?a=(1)&b=<x>',
    });
    await mark('the mice were quick.\nIn the morning', { note: 'Poor *mice*.' });
    await mark('The owl', { colour: 'pink' });
    const { text, count } = await client['highlights.export']({ format: 'markdown' });
    expect(count).toBe(2);
    expect(text).toBe(`## Of owls

Ann Author · The Barn · <https://example.com/owls?a=(1)&b=%3Cx%3E>

> The owl

*pink, 2026-01-02*

> the mice were quick.
> In the morning

Poor *mice*.

*yellow, 2026-01-02*
`);
    const others = { filter: { article: uid, text: 'mice' }, format: 'markdown' } as const;
    expect((await client['highlights.export'](others)).count).toBe(1);
  });

  it('keeps hostile words within their place', async () => {
    const text =
      'x <script>alert(1)</script>\n\n# No heading\r\u2028- [a](javascript:b) ![c](d) `e` | f &lt; $g$';
    const { client, mark } = await markedArticle({
      text,
      title: 'Two\n# lines [x](y) <img src=x>',
      author: '> *Ann*',
    });
    await mark(text);
    const exported = (await client['highlights.export']({ format: 'markdown' })).text;
    expect(exported).toBe(
      `## Two \\# lines \\[x\\](y) &lt;img src=x>

\\> \\*Ann\\*

> x &lt;script>alert(1)&lt;/script>
>
> \\# No heading
>
> \\- \\[a\\](javascript:b) !\\[c\\](d) \\\`e\\\` \\| f \\&lt; \\$g\\$

*yellow, 2026-01-02*
`,
    );
  });

  it.each([
    ['1. no list', '1\\. no list'],
    ['2) no list', '2\\) no list'],
    ['1.5 litres', '1\\.5 litres'],
    ['--- no rule', '\\--- no rule'],
    ['=== no heading', '\\=== no heading'],
    ['+ no list', '\\+ no list'],
    ['AT&T, R&D', 'AT&T, R&D'],
    ['snake_case', 'snake\\_case'],
    ['C:\\dir', 'C:\\\\dir'],
    ['plain – “words”, 5 - 3 = 2.', 'plain – “words”, 5 - 3 = 2.'],
  ])('escapes “%s”', (line, escaped) => {
    expect(markdownText(line)).toBe(escaped);
  });
});

describe('a quotation', () => {
  it('names its source as far as it is known', async () => {
    const { client, mark } = await markedArticle({
      author: 'Ann Author',
      title: 'Of  owls\nand men',
      siteName: 'The Barn',
      canonicalUrl: 'https://example.com/owls',
    });
    const { highlight } = await mark('sat still');
    const uids = [highlight.uid, highlight.uid];
    expect(await client['highlights.export']({ uids, format: 'quote' })).toEqual({
      text: '“sat still” — Ann Author, Of owls and men, The Barn, https://example.com/owls\n',
      count: 1,
    });
  });

  it('of a selection comes in its order', async () => {
    const { client, mark } = await markedArticle();
    const one = (await mark('The owl')).highlight.uid;
    const two = (await mark('mice')).highlight.uid;
    const { text } = await client['highlights.export']({ uids: [two, one], format: 'quote' });
    expect(text).toBe('“mice” — Of owls\n\n“The owl” — Of owls\n');
    expect(await client['highlights.export']({ uids: [], format: 'quote' })).toEqual({
      text: '',
      count: 0,
    });
  });
});

describe('a table', () => {
  it('takes no cell for a formula, and breaks at no comma or line', async () => {
    const text = '=HYPERLINK("http://x") and more, of it';
    const { client, mark } = await markedArticle({
      text,
      title: '+1',
      author: '\t=cmd',
      siteName: '@SUM(A1)',
    });
    const { highlight } = await mark(text, { note: '-1\nsecond "line"' });
    const csv = (await client['highlights.export']({ format: 'csv' })).text;
    expect(csv).toBe(
      `Title,Author,Site,URL,Quote,Note,Colour,Date,UID\r\n'+1,'\t=cmd,'@SUM(A1),,"'=HYPERLINK(""http://x"") and more, of it","'-1\nsecond ""line""",yellow,2026-01-02T03:04:05.678Z,${highlight.uid}\r\n`,
    );
  });
});

describe('JSON', () => {
  it('holds everything that is known of a highlight', async () => {
    const { client, mark, uid } = await markedArticle();
    const { highlight } = await mark('mice', { note: 'n' });
    const { text } = await client['highlights.export']({ format: 'json' });
    expect(JSON.parse(text)).toEqual([
      {
        uid: highlight.uid,
        quote: 'mice',
        note: 'n',
        colour: 'yellow',
        createdAt: '2026-01-02T03:04:05.678Z',
        updatedAt: '2026-01-02T03:04:05.678Z',
        anchor: { prefix: highlight.prefix, suffix: highlight.suffix, range: highlight.range },
        article: { uid, title: 'Of owls', author: null, siteName: null, url: null, trashed: false },
      },
    ]);
  });
});

describe('keeping a highlight as a note', () => {
  it('adds its words and its note below what the note says', async () => {
    const { client, uid, mark } = await markedArticle();
    await client['notes.save']({ uid, markdown: 'Mine.\n' });
    const first = (await mark('still.\nIt had', { note: 'Hm.' })).highlight;
    const second = (await mark('mice')).highlight;
    await client['highlights.keepAsNote']({ uid: first.uid });
    await client['highlights.keepAsNote']({ uid: second.uid });
    const note = await client['notes.get']({ uid });
    expect(note?.markdown).toBe('Mine.\n\n> still.\n> It had\n\nHm.\n\n> mice');
    expect(await client['highlights.ofArticle']({ uid })).toEqual({ highlights: [], lost: [] });
  });

  it('is refused where the note would become too long, and nothing is lost', async () => {
    const { client, uid, mark } = await markedArticle();
    await client['notes.save']({ uid, markdown: 'x'.repeat(1024 * 1024) });
    const { highlight } = await mark('mice');
    await expect(client['highlights.keepAsNote']({ uid: highlight.uid })).rejects.toMatchObject({
      code: 'too_large',
    });
    expect((await client['highlights.ofArticle']({ uid })).highlights).toEqual([highlight]);
  });
});
