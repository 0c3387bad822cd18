// PDFs written for the purpose, from their bytes to text: what a page draws is put together to what its writer wrote.
import { describe, expect, it } from 'vitest';
import { type PageInput, ParsedPage } from '#contract/page.ts';
import { tablesInPackage } from '#hosts/pdf-tables.ts';
import { readAny } from '#library/clip/page/read-page.ts';
import { line, lines, makePdf, type PdfParts, wrapped } from '../../../../support/make-pdf.ts';
import { pageInput } from '../../../../support/read.ts';

const around = { tables: tablesInPackage(), isTimeUp: () => false };

const readBytes = async (bytes: Uint8Array, given: Partial<PageInput> = {}) =>
  ParsedPage.parse(await readAny(pageInput(bytes, given), around));

const read = (parts: PdfParts, given?: Partial<PageInput>) => readBytes(makePdf(parts), given);

/** Pages of one column of running text, with the same texts on their edges. */
const page = (texts: readonly string[], number = 1) => ({
  content:
    line('Annals of the Tide', 72, 760, 8) +
    lines(texts, 72, 700) +
    line(`Page ${number} of 2`, 290, 30, 8),
});

const HERON =
  'The heron stands in shallow water for most of the morning and waits. It does not look at the ' +
  'fish, which is why the fish come near; when one of them is near enough, it is over in the time ' +
  'of a breath, and the bird stands again as if nothing had been.';
const EGRET =
  'An egret is less patient. It walks, it stirs the mud with a yellow foot, and it takes what ' +
  'comes out of the mud. Nobody has ever seen it stand for a whole morning anywhere.';

describe('a page of one column', () => {
  it('is paragraphs again, with the title out of its largest line', async () => {
    const { title, html, bodyText, kind, lang, dir, warning, charset } = await read({
      pages: [
        {
          content:
            line('On Waiting Birds', 72, 720, 20, 'F2') +
            lines([...wrapped(HERON, 460), ...wrapped(EGRET, 460)], 72, 680) +
            line('What they eat', 72, 560, 14, 'F2') +
            lines(
              wrapped('Fish, mostly. Now and then a frog, which is eaten head first.', 460),
              72,
              540,
            ),
        },
      ],
    });
    expect({ title, kind, lang, dir, warning, charset }).toEqual({
      title: 'On Waiting Birds',
      kind: 'pdf',
      lang: 'en',
      dir: 'ltr',
      warning: null,
      charset: 'binary',
    });
    expect(html).toBe(
      `<p>${HERON}</p><p>${EGRET}</p><h2>What they eat</h2>` +
        '<p>Fish, mostly. Now and then a frog, which is eaten head first.</p>',
    );
    expect(bodyText).not.toContain('On Waiting Birds');
  });

  it('tells paragraphs by their first line standing in, or out', async () => {
    const [first = '', ...rest] = wrapped(HERON, 300);
    const indented = line(first, 90, 700) + lines(rest, 72, 688);
    const top = 688 - rest.length * 12;
    const [second = '', ...more] = wrapped(EGRET, 300);
    const { html } = await read({
      pages: [{ content: indented + line(second, 90, top) + lines(more, 72, top - 12) }],
    });
    expect(html.match(/<p>/g)).toHaveLength(2);
    expect(html).toContain(`<p>${HERON}</p>`);
    const hanging = await read({
      pages: [
        {
          content: [HERON, EGRET, HERON]
            .map((text, at) => {
              const [start = '', ...others] = wrapped(`[${at + 1}] ${text}`, 300);
              const y = 700 - at * 120;
              return line(start, 72, y) + lines(others, 90, y - 12);
            })
            .join(''),
        },
      ],
    });
    expect(hanging.html.match(/<p>\[\d\]/g)).toHaveLength(3);
    expect(hanging.html.match(/<p>/g)).toHaveLength(3);
  });

  it('keeps lists and code as they are', async () => {
    const { html } = await read({
      pages: [
        {
          content:
            lines(wrapped(HERON, 460), 72, 720) +
            lines(['• Grey heron', '• Night heron, which', '• Bittern'], 90, 640) +
            lines(['if (fish.near) {', '  strike();', '}'], 72, 560, { face: 'F3' }) +
            lines(wrapped(EGRET, 460), 72, 480),
        },
      ],
    });
    expect(html).toContain(
      '<ul><li>Grey heron</li><li>Night heron, which</li><li>Bittern</li></ul>',
    );
    expect(html).toContain('<pre><code>if (fish.near) {\n  strike();\n}</code></pre>');
    expect(html.match(/<p>/g)).toHaveLength(2);
  });
});

describe('over lines, columns and pages', () => {
  it('words are mended, and hyphens kept that the document itself writes', async () => {
    // Every line is drawn by itself, so that each break is where it is wanted.
    const drawn = [
      'The corre-',
      'spondence was long-winded in its well-known way. A well-',
      'known answer came of it, and the correspondence ended. Anglo-',
      'Saxon letters, some of them pre-',
      'and some post-war, were found in the years 1910-',
      '1914 by an accident that nobody at the muse-',
      'um could explain to anybody who asked about it then.',
    ];
    const { bodyText } = await read({ pages: [{ content: lines(drawn, 72, 700) }] });
    expect(bodyText).toBe(
      'The correspondence was long-winded in its well-known way. A well-known answer came of it, and ' +
        'the correspondence ended. Anglo-Saxon letters, some of them pre- and some post-war, were found ' +
        'in the years 1910-1914 by an accident that nobody at the museum could explain to anybody who ' +
        'asked about it then.',
    );
  });

  it('a paragraph goes on over the page, past what is printed on the edges and in small print', async () => {
    const all = wrapped(`${HERON} ${EGRET} ${HERON}`, 300);
    const first = page(all.slice(0, 8), 1);
    const { bodyText, html } = await read({
      pages: [
        { content: first.content + line('1. A footnote of the editor.', 72, 60, 7) },
        page(all.slice(8), 2),
      ],
    });
    expect(html).toContain(`<p>${HERON} ${EGRET} ${HERON}</p>`);
    expect(bodyText).toContain('1. A footnote of the editor.');
    expect(bodyText).not.toContain('Annals of the Tide');
    expect(bodyText).not.toMatch(/Page \d/);
  });

  it('what counts with the pages is no text, and what does not is', async () => {
    const { bodyText } = await read({
      pages: ['Chapter 7', 'Chapter 9', 'Chapter 12'].map((chapter, at) => ({
        content:
          line(chapter, 72, 740) +
          lines(wrapped([HERON, EGRET, `No. ${HERON}`][at] ?? '', 300), 72, 700) +
          line(`${at + 41}`, 300, 30),
      })),
    });
    for (const chapter of ['Chapter 7', 'Chapter 9', 'Chapter 12']) {
      expect(bodyText).toContain(chapter);
    }
    expect(bodyText).not.toMatch(/\b4[123]\b/);
  });

  it('columns are read one after the other, under what stands across', async () => {
    const left = wrapped(`${HERON} ${EGRET}`, 220);
    const right = wrapped(`${EGRET.replace('An egret', 'Another')} ${HERON}`, 220);
    const abstract = wrapped(`Abstract. ${HERON}`, 468);
    const { bodyText, title } = await read({
      pages: [
        {
          content:
            line('Two Birds Compared', 180, 730, 22, 'F2') +
            lines(abstract, 72, 690) +
            lines(left, 72, 620) +
            // Its lines stand a little lower than their neighbours.
            lines(right, 320, 617),
        },
      ],
    });
    expect(title).toBe('Two Birds Compared');
    expect(bodyText.replace(/\s+/g, ' ')).toBe(
      `Abstract. ${HERON} ${HERON} ${EGRET} ${EGRET.replace('An egret', 'Another')} ${HERON}`,
    );
  });

  it('three columns, and a paragraph from one into the next', async () => {
    const all = wrapped(`${HERON} ${EGRET} ${HERON} ${EGRET}`, 140);
    const third = Math.ceil(all.length / 3);
    const content = [0, 1, 2]
      .map((at) => lines(all.slice(at * third, (at + 1) * third), 60 + at * 170, 700))
      .join('');
    const { bodyText } = await read({ pages: [{ content }] });
    expect(bodyText.replace(/\s+/g, ' ')).toBe(`${HERON} ${EGRET} ${HERON} ${EGRET}`);
  });

  it('rows of a table stay rows', async () => {
    const rows = ['Heron', 'Egret', 'Stork', 'Ibis', 'Crane'].map(
      (bird, at) =>
        line(bird, 72, 600 - at * 12) +
        line(`${at + 3} kg`, 200, 600 - at * 12) +
        line('grey', 300, 600 - at * 12),
    );
    const { bodyText } = await read({
      pages: [{ content: lines(wrapped(HERON, 460), 72, 720) + rows.join('') }],
    });
    expect(bodyText).toContain('Heron 3 kg grey\nEgret 4 kg grey\n');
  });
});

describe('pages that lie otherwise', () => {
  it.each([90, 180, 270] as const)('turned by %i degrees in the file', async (rotate) => {
    // Drawn so that it is upright when the page is turned.
    const turns = { 90: '0 1 -1 0 612 0', 180: '-1 0 0 -1 612 792', 270: '0 -1 1 0 0 792' };
    const content = `q ${turns[rotate]} cm ${lines(wrapped(HERON, 300), 72, 400)} Q`;
    const { bodyText } = await read({ pages: [{ content, rotate }] });
    expect(bodyText).toBe(HERON);
  });

  it('a stamp along the margin is no text, a table set sideways is', async () => {
    const sideways = 'q 0 1 -1 0 40 200 cm BT /F1 14 Tf (arXiv:2611.01234 26 Nov 2026) Tj ET Q\n';
    const { bodyText } = await read({
      pages: [{ content: sideways + lines(wrapped(HERON, 300), 72, 700) }],
    });
    expect(bodyText).toBe(HERON);
    const whole = await read({
      pages: [{ content: `q 0 1 -1 0 612 0 cm ${lines(wrapped(HERON, 300), 72, 400)} Q` }],
    });
    expect(whole.bodyText).toBe(HERON);
  });

  it.each([
    [14_400, 14_400],
    [200_000_000, 200_000_000],
    [0, 0],
  ])('of %d by %d points', async (width, height) => {
    const content = lines(wrapped(HERON, 300), 72, 700);
    expect((await read({ pages: [{ content, size: [width, height] }] })).bodyText).toBe(HERON);
  });

  it('too small for a word of it', async () => {
    const content = lines(wrapped(HERON, 300), 72, 700);
    const { bodyText, warning } = await read({ pages: [{ content, size: [1, 1] }] });
    expect([bodyText, warning?.code]).toEqual(['', 'nothing_to_read']);
  });
});

describe('what its makers noted', () => {
  const content =
    line('The Printed Title of It', 72, 700, 18, 'F2') + lines(wrapped(HERON, 300), 72, 660);
  const noted = async (info: Record<string, string>, name = 'scan0001.pdf') => {
    const { title, author, publishedAt } = await read({ pages: [{ content }], info }, { name });
    return { title, author, publishedAt };
  };

  it('is believed where the page says so as well', async () => {
    expect(
      await noted({
        Title: 'The printed title of it',
        Author: 'Ann Lee; Bo Ek',
        CreationDate: 'D:20260101',
      }),
    ).toEqual({ title: 'The printed title of it', author: 'Ann Lee, Bo Ek', publishedAt: null });
  });

  it.each([
    'Microsoft Word - draft_7.docx',
    'untitled',
    'paper.dvi',
    'C:\\Users\\ann\\x',
    'Instructions for our authors',
    '',
  ])('gives way to what is printed: %j', async (Title) => {
    expect((await noted({ Title, Author: 'jsmith7' })).title).toBe('The Printed Title of It');
    expect((await noted({ Title, Author: 'jsmith7' })).author).toBeNull();
  });

  it('and is made harmless', async () => {
    const hostile = await noted({
      Title: `The\u202e <b>Printed</b>\u0000 Title\n\n of It${'!'.repeat(100_000)}`,
      Author: `Ann\u0007 Lee\u202e ${'x'.repeat(100_000)}`,
    });
    expect(hostile.title).toBe('The Printed Title of It');
    expect(hostile.author?.startsWith('Ann Lee')).toBe(true);
    expect(hostile.author?.length).toBeLessThanOrEqual(200);
  });

  it('has the file’s name for a title where there is no other', async () => {
    const plain = { pages: [{ content: lines(wrapped(HERON, 300), 72, 660) }] };
    expect((await read(plain, { name: 'On herons.pdf' })).title).toBe('On herons');
  });

  it('leads to where its links lead', async () => {
    const links = [
      { url: 'https://shore.example/a', rect: [70, 650, 300, 672] },
      { url: 'javascript:alert(1)', rect: [70, 600, 300, 620] },
    ];
    expect((await read({ pages: [{ content, links }] })).links).toEqual([
      { url: 'https://shore.example/a', text: expect.any(String) },
    ]);
  });
});

it('reads faces that are not in the file by the tables of pdfjs', async () => {
  const words = '吾輩は猫である。名前はまだ無い。';
  const content = lines([words, words, words, words], 72, 700, { face: 'F4' });
  const { bodyText, lang } = await read({ pages: [{ content }] });
  expect(bodyText).toContain(words);
  expect(lang).toBe('ja');
});

describe('a bad file', () => {
  const good = makePdf({ pages: [{ content: lines(wrapped(HERON, 300), 72, 700) }] });
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'read',
      (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
    );

  it('locked with a password is refused; locked against changes alone it is read', async () => {
    const parts = { pages: [{ content: lines(wrapped(HERON, 300), 72, 700) }] };
    expect(await codeOf(read({ ...parts, password: 'secret' }, { name: 'a.pdf' }))).toBe(
      'not_allowed: “a.pdf” is locked with a password. Save a copy of it without one, and clip that.',
    );
    expect((await read({ ...parts, password: '' })).bodyText).toBe(HERON);
  });

  it('cut off is read as far as it goes, or refused where nothing is left', async () => {
    const cut = good.subarray(0, good.lastIndexOf('xref\n0'));
    const { bodyText, warning } = await readBytes(cut, { name: 'a.pdf' });
    expect(bodyText).toBe(HERON);
    expect(warning?.message).toBe(
      '“a.pdf” breaks off before its end. What there is of it was kept.',
    );
    for (const length of [9, 40, 200]) {
      expect(await codeOf(readBytes(good.subarray(0, length), { name: 'a.pdf' }))).toMatch(
        /^unsupported_type: “a\.pdf” is damaged: /,
      );
    }
    const noise = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000, 'ab<<[(')]);
    expect(await codeOf(readBytes(noise))).toMatch(/^unsupported_type: /);
  });

  it('of pictures alone has nothing to read, and says so', async () => {
    const { warning, bodyText, kind, title } = await read(
      { pages: [{ content: '', isScan: true }] },
      { name: 'scan.pdf' },
    );
    expect({ bodyText, kind, title }).toEqual({ bodyText: '', kind: 'pdf', title: 'scan' });
    expect(warning).toEqual({
      code: 'nothing_to_read',
      message: 'The pages of this PDF are pictures: there is no text in it. The file is kept.',
    });
  });

  it('of ten thousand pages is read as far as there is time', async () => {
    const content = lines(wrapped(HERON, 300), 72, 700);
    const bytes = makePdf({ pages: Array.from({ length: 10_000 }, () => ({ content })) });
    let asked = 0;
    const isTimeUp = () => ++asked > 20;
    const { warning, wordCount } = await readAny(pageInput(bytes), { ...around, isTimeUp });
    expect(warning).toEqual({
      code: 'too_large',
      message:
        'The PDF has 10,000 pages. The text of the first 21 was read; the file is kept whole.',
    });
    expect(wordCount).toBeGreaterThan(500);
  });
});
