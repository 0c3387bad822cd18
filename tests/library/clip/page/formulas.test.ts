// Formulas, in the ways in which pages write them, and what pretends to be one.
import { parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { sanitizeHtml } from '#library/clip/page/sanitize.ts';
import { dangersIn } from '../../../support/dangers.ts';
import { kept } from '../../../support/kept.ts';
import { article, read } from '../../../support/read.ts';

const SQUARE = '<msup><mi>x</mi><mn>2</mn></msup>';
const XMLNS = 'xmlns="http://www.w3.org/1998/Math/MathML"';
const plain = `<math ${XMLNS}>${SQUARE}</math>`;
const withTex = `<math ${XMLNS}><semantics><mrow>${SQUARE}</mrow><annotation encoding="application/x-tex">x^2</annotation></semantics></math>`;
const sentence = (formula: string) =>
  `<p>So ${formula} holds for all the herons that we have seen.</p>`;

describe('formulas of pages', () => {
  it.each([
    ['MathML', plain, `<math>${SQUARE}</math>`],
    [
      'KaTeX',
      `<span class="katex"><span class="katex-mathml">${withTex}</span><span class="katex-html" aria-hidden="true"><span class="mord">x2</span></span></span>`,
      `<math alttext="x^2"><mrow>${SQUARE}</mrow></math>`,
    ],
    [
      'KaTeX without MathML',
      '<span class="katex"><span class="katex-html" aria-hidden="true"><span class="base">x2</span></span></span>',
      'x2',
    ],
    [
      'MathJax 2',
      `<span class="MathJax_Preview"></span><span class="MathJax" data-mathml="${plain.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"><nobr aria-hidden="true"><span class="math">x2</span></nobr><span class="MJX_Assistive_MathML">${plain}</span></span><script type="math/tex" id="MathJax-Element-1">x^2</script>`,
      `<math alttext="x^2">${SQUARE}</math>`,
    ],
    [
      'MathJax 2, drawn without MathML',
      '<span class="MathJax_Preview"></span><span class="MathJax"><nobr><span class="math">x2</span></nobr></span><script type="math/tex">x^2</script>',
      '<code>x^2</code>',
    ],
    ['MathJax 2, not drawn', '<script type="math/tex">x^2</script>', '<code>x^2</code>'],
    [
      'MathJax 3',
      `<mjx-container class="MathJax" jax="CHTML"><mjx-math aria-hidden="true"><mjx-mi></mjx-mi></mjx-math><mjx-assistive-mml display="inline">${plain}</mjx-assistive-mml></mjx-container>`,
      `<math>${SQUARE}</math>`,
    ],
    [
      'MathJax 4 as SVG, without MathML',
      '<mjx-container class="MathJax" jax="SVG" aria-label="x squared"><svg><g data-mml-node="math" data-latex="x^2"><g data-mml-node="msup" data-latex="x^2"><path data-c="1D465" d="M0 0"></path></g></g></svg></mjx-container>',
      '<code>x^2</code>',
    ],
    [
      'MathJax 3 as SVG, spoken alone',
      '<mjx-container class="MathJax" jax="SVG" role="img" aria-label="x squared"><svg aria-hidden="true"><path data-c="1D465" d="M0 0"></path></svg></mjx-container>',
      'x squared',
    ],
    [
      'MathJax 3 as SVG, with nothing but its signs',
      '<mjx-container class="MathJax" jax="SVG"><svg><g data-mml-node="math"><use data-c="1D465" href="#a"></use><use data-c="32" href="#b"></use></g></svg></mjx-container>',
      'x2',
    ],
    [
      'MathJax 3, whose signs come with a style sheet',
      '<mjx-container class="MathJax" jax="CHTML"><mjx-math aria-hidden="true"><mjx-mi><mjx-c class="mjx-c1D465 TEX-I"></mjx-c></mjx-mi><mjx-mn><mjx-c class="mjx-c32"></mjx-c></mjx-mn></mjx-math></mjx-container>',
      'x2',
    ],
    [
      'Wikipedia, whose MathML is hidden behind a picture',
      `<span class="mwe-math-element"><span class="mwe-math-mathml-inline mwe-math-mathml-a11y" style="display: none;">${withTex}</span><img src="https://w.example/svg/abc" class="mwe-math-fallback-image-inline" aria-hidden="true" alt="{\\displaystyle x^{2}}"></span>`,
      `<math alttext="x^2"><mrow>${SQUARE}</mrow></math>`,
    ],
    [
      'a picture with its source',
      '<img src="https://w.example/svg/abc" class="latex" alt="x^2">',
      '<img src="https://w.example/svg/abc" alt="x^2">',
    ],
  ])('%s', (_, markup, expected) => {
    expect(kept(sentence(markup)).replace(' data-lectern="caption"', '')).toBe(sentence(expected));
  });

  it.each([
    ['MathML', `<math display="block">${SQUARE}</math>`],
    [
      'KaTeX',
      `<span class="katex-display"><span class="katex"><span class="katex-mathml">${plain}</span><span class="katex-html" aria-hidden="true">x2</span></span></span>`,
    ],
    [
      'MathJax 3',
      `<mjx-container class="MathJax" jax="SVG" display="true"><svg></svg><mjx-assistive-mml display="block">${plain}</mjx-assistive-mml></mjx-container>`,
    ],
  ])('%s on a line of its own', (_, markup) => {
    expect(kept(markup)).toBe(`<p><math display="block">${SQUARE}</math></p>`);
  });

  it('are part of the text', () => {
    const { bodyText, readerText } = read(article(sentence(withTex)));
    expect(bodyText).toContain('So x2 holds for all');
    expect(readerText).toBe(bodyText);
  });
});

const clean = (math: string): string => sanitizeHtml(math).html;

describe('our own MathML', () => {
  it.each([
    [
      '(a, b) in one element',
      '<mfenced open="["><mi>a</mi><mi>b</mi></mfenced>',
      '<mrow><mo form="prefix">[</mo><mi>a</mi><mo>,</mo><mi>b</mi><mo form="postfix">)</mo></mrow>',
    ],
    [
      'letters that mean something',
      '<mi mathvariant="double-struck">R</mi><mi mathvariant="bold">v</mi><mi mathvariant="fraktur">g</mi><mi mathvariant="script">L</mi><mi mathvariant="normal">d</mi><mn mathvariant="bold">7</mn>',
      '<mi>ℝ</mi><mi>𝐯</mi><mi>𝔤</mi><mi>ℒ</mi><mi mathvariant="normal">d</mi><mn>𝟕</mn>',
    ],
    [
      'sides of columns',
      '<mtable columnalign="right left"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo></mtd></mtr></mtable>',
      '<mtable><mtr><mtd columnalign="right"><mi>a</mi></mtd><mtd columnalign="left"><mo>=</mo></mtd></mtr></mtable>',
    ],
    [
      'sizes and spaces',
      '<mo stretchy="false" lspace="0.2em">(</mo><mspace width="1em"></mspace><mfrac linethickness="0"><mi>a</mi><mi>b</mi></mfrac>',
      '<mo stretchy="false" lspace="0.2em">(</mo><mspace width="1em"></mspace><mfrac linethickness="0"><mi>a</mi><mi>b</mi></mfrac>',
    ],
    [
      'unknown groups as rows',
      '<menclose notation="box"><mi>a</mi></menclose>',
      '<mrow><mi>a</mi></mrow>',
    ],
  ])('keeps %s', (_, markup, expected) => {
    expect(clean(`<p><math>${markup}</math></p>`)).toBe(`<p><math>${expected}</math></p>`);
    expect(clean(clean(`<math>${markup}</math>`))).toBe(`<math>${expected}</math>`);
  });

  it.each([
    [
      'links',
      '<math href="javascript:alert(1)"><mi href="https://x.example" xlink:href="javascript:alert(1)">a</mi></math>',
      '<math><mi>a</mi></math>',
    ],
    [
      'actions',
      '<math><maction actiontype="statusline#http://x.example" xlink:href="javascript:alert(1)"><mi>a</mi><mi>b</mi></maction></math>',
      '<math><mi>a</mi></math>',
    ],
    [
      'handlers, style and names',
      '<math onclick="alert(1)" style="background:url(//x.example)" id="top" class="c"><mi onmouseover="alert(1)" mathbackground="url(//x.example)">a</mi></math>',
      '<math><mi>a</mi></math>',
    ],
    [
      'pages in labels',
      '<math><mtext>a<img src=x onerror=alert(1)><b>bold</b><script>alert(1)</script></mtext></math>',
      '<math><mtext>abold</mtext></math>',
    ],
    [
      'pages in annotations',
      '<math><semantics><mi>a</mi><annotation-xml encoding="text/html"><iframe src="javascript:alert(1)"></iframe></annotation-xml></semantics></math>',
      '<math><mi>a</mi></math>',
    ],
    [
      'glyphs from elsewhere',
      '<math><mi>a<mglyph src="https://x.example/g.png"><malignmark></malignmark></mi></math>',
      '<math><mi>a</mi></math>',
    ],
    [
      'style behind a glyph',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></table></mtext></math>',
      '',
    ],
    [
      'drawings',
      '<math><mi>a</mi><mtext><svg onload="alert(1)"><style><img src=x onerror=alert(1)></style></svg></mtext></math>',
      '<math><mi>a</mi><mtext></mtext></math>',
    ],
    [
      'sizes that fill the screen',
      '<math><mspace width="99999em" height="1e9px"></mspace><mi>a</mi></math>',
      '<math><mspace></mspace><mi>a</mi></math>',
    ],
    ['nothing', '<math></math><math><mspace></mspace></math>', ''],
    [
      'sources that end an attribute',
      '<math alttext="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"><mi>a</mi></math>',
      '<math alttext="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"><mi>a</mi></math>',
    ],
  ])('leaves out %s', (_, markup, expected) => {
    const out = clean(markup);
    expect(out).toBe(expected);
    expect(dangersIn(out)).toEqual([]);
    expect(serialize(parseFragment(out))).toBe(out);
    expect(clean(out)).toBe(out);
  });

  it('ends at a depth, and keeps the letters below it', () => {
    const out = clean(`<math>${'<mrow>'.repeat(1500)}<mi>deep</mi></math>`);
    expect(out).toContain('deep');
    expect(out.match(/<mrow>/g)?.length).toBeLessThan(100);
    expect(clean(out)).toBe(out);
  });

  it('is looked for by a detector that finds the harm in all this', () => {
    expect(dangersIn('<math><mi href="javascript:alert(1)">a</mi></math>')).not.toEqual([]);
    expect(dangersIn('<math><mtext><img src="asset:1"></mtext></math>')).not.toEqual([]);
    expect(dangersIn('<math><maction><mi>a</mi></maction></math>')).not.toEqual([]);
  });
});
