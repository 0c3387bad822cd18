// Pages made to cost minutes or gigabytes, and any bytes at all: an answer or an error of the list, never anything else.
import fc from 'fast-check';
import { parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import { MAX_CODE_LENGTH, MAX_ELEMENTS, MAX_MARKUP_LENGTH } from '#library/clip/limits.ts';
import { guard } from '#library/clip/page/guard.ts';
import { readPage } from '#library/clip/page/read-page.ts';
import { sanitizeHtml } from '#library/clip/page/sanitize.ts';
import { dangersIn } from '../../../support/dangers.ts';
import { pageInput, prose, read } from '../../../support/read.ts';

function codeOf(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    return error instanceof LibraryError ? `${error.code}: ${error.message}` : String(error);
  }
}

describe('nesting', () => {
  it.each([['div'], ['blockquote'], ['b'], ['ul><li'], ['a href=x'], ['table><tr><td']])(
    '50,000 levels of %s are lifted up, with their text and a warning',
    (tag) => {
      const levels = tag.includes('><') ? 50_000 / tag.split('><').length : 50_000;
      const page = read(`<title>Deep</title>${`<${tag}>`.repeat(levels)}<p>${prose()}</p>`, {
        kind: 'html',
      });
      expect(page.warning).toEqual({
        code: 'too_large',
        message: expect.stringMatching(
          /^The page nests (?:49,999|5\d,\d{3}) elements deep\. What lay deeper than 2,000 was lifted up; its text is kept\.$/,
        ),
      });
      expect(page.bodyText).toContain('Sentence number 12 says something');
    },
  );

  it('of a real page is left as it is', () => {
    const markup = `${'<div>'.repeat(60)}<p>${prose()}</p>`;
    expect(guard(markup)).toEqual({ html: markup, lifted: [], warning: null });
  });

  it('is no reason to lose attributes or text with brackets in them', () => {
    const page = read(`${'<div title="a>b">'.repeat(2500)}1 &lt; 2<p>${prose()}</p>`, {
      kind: 'html',
    });
    expect(page.readerText).not.toContain('b">');
    expect(page.readerText).toContain('herons');
  });
});

describe('scripts', () => {
  const emptied = (markup: string) => guard(markup).html;

  /** What is left of a script, and a script that is longer by something. */
  const head = `if (1 < 2) "<p>no";`.padEnd(MAX_CODE_LENGTH, 'x');

  it('are cut short and style sheets emptied, which takes none of the text', () => {
    expect(emptied(`<style>p{}</style><script src=a>${head}"<p>no"</script><p>yes</p>`)).toBe(
      `<style> </style><script src=a>${head} </script><p>yes</p>`,
    );
    const text = `<textarea><script></textarea><a title="<script>">${prose()}</a><!-- <script> -->`;
    expect(emptied(`${text}<script>${head}y</script>`)).toBe(`${text}<script>${head} </script>`);
    expect(emptied(`${text}<script>${head}</script>`)).toBe(`${text}<script>${head}</script>`);
  });

  it('that say something of the page stay', () => {
    const facts = `<script type="application/ld+json">{"@type":"Article"}${head}y</script>`;
    const formula = `<script type="math/tex; mode=display">e=mc^2${head}y</script>`;
    expect(emptied(facts + formula)).toBe(facts + formula);
  });

  it('are left to the parser where only it knows the end', () => {
    const markup = `<script><!-- document.write("${head}<script>x</script>") --></script><p>yes</p>`;
    expect(emptied(markup)).toBe(markup);
    const page = read(`<title>T</title><article>${markup}<p>${prose()}</p></article>`);
    expect(page.readerText).not.toContain('document.write');
    expect(page.readerText).toContain('yes');
  });

  it('without an end take the rest of the page with them, as in a browser', () => {
    expect(emptied(`<p>a</p><script>${head}b`)).toBe(`<p>a</p><script>${head}b`);
  });
});

describe('size', () => {
  it('of markup has a limit', () => {
    expect(codeOf(() => guard('x'.repeat(MAX_MARKUP_LENGTH + 1)))).toBe(
      'too_large: The page has 10 MB of markup without its pictures. Lectern reads up to 10 MB.',
    );
  });

  it('does not count pictures inside the page', () => {
    const picture = `data:image/png;base64,${'A'.repeat(MAX_MARKUP_LENGTH)}`;
    const page = read(
      `<article><p>${prose()}</p><p><img src="${picture}" alt="big"></p><p>${prose()}</p></article>`,
    );
    expect(page.images).toEqual([{ alt: 'big', candidates: [picture] }]);
  });

  it('in elements has a limit, before and after a browser would have made them', () => {
    const many = `too_large: The page has more than ${MAX_ELEMENTS.toLocaleString('en')} elements. That is more than Lectern takes apart.`;
    expect(
      codeOf(() => readPage(pageInput('<i>'.repeat(MAX_ELEMENTS + 1), { kind: 'html' }))),
    ).toBe(many);
    const few = `<p>${Array.from({ length: 400 }, (_, at) => `<b a${at}>`).join('')}${'<p>x'.repeat(1000)}`;
    expect(codeOf(() => readPage(pageInput(few, { kind: 'html' })))).toBe(
      many.replace('has', 'becomes'),
    );
  });
});

describe('any bytes', () => {
  const check = (bytes: Uint8Array<ArrayBuffer>, kind: 'html' | 'text' | 'auto'): void => {
    let html: string;
    try {
      html = readPage({
        bytes,
        kind,
        charset: null,
        url: 'https://x.example/a',
        name: 'a.html',
      }).html;
    } catch (error) {
      expect(error).toBeInstanceOf(LibraryError);
      return;
    }
    expect(dangersIn(html)).toEqual([]);
    expect(serialize(parseFragment(html))).toBe(html);
    expect(sanitizeHtml(html).html).toBe(html);
  };

  it('as bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('html', 'text', 'auto'),
        check,
      ),
      { numRuns: 150 },
    );
  });

  it('as text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('html', 'text', 'auto'),
        (source, kind) => check(new TextEncoder().encode(source), kind),
      ),
      { numRuns: 150 },
    );
  });

  it('as markup', () => {
    const tags = [
      '<p>',
      '</p>',
      '<article>',
      '<div class="related">',
      '</div>',
      '<pre>',
      '<br>',
      '<table><tr><td>',
      '</table>',
      '<svg>',
      '<math>',
      '<noscript>',
      '<h1>',
      '<h2>',
      '<ul><li>',
      '<a href="#x">',
      '<a href=y>',
      '</a>',
      '<p id=x>',
      '<img src=z>',
      '<img src="data:image/png;base64,AAAA">',
      '<figure>',
      '<figcaption>',
      '<script>',
      '</script>',
      '<template>',
      '<base href="//b.example">',
      '<meta charset=big5>',
      '<!--',
      '-->',
      '<title>',
      '<iframe allowfullscreen src=https://v.example>',
      'By Ann Lee',
      '3 May 2021',
      'words, more words, and a sentence. ',
      '\u202e',
      '\0',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tags), { maxLength: 60 }), (pieces) =>
        check(new TextEncoder().encode(pieces.join('')), 'html'),
      ),
      { numRuns: 250 },
    );
  });
});
