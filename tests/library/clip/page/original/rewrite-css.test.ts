// Style sheets of foreign pages: no address that leads anywhere is left in them, however it is spelled, and all else is.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { rewriteCss } from '#library/clip/page/original/rewrite-css.ts';

const EVIL = 'https://evil.example/x';
const none = (css: string) => rewriteCss(css, () => null);

test.each([
  ['plain', `p { background: url(${EVIL}) }`],
  ['in quotes', `p { background: url("${EVIL}") }`],
  ['in single quotes, with spaces', `p { background: url(\n '${EVIL}' ) }`],
  ['with escapes in its name', `p { background: \\75\\72 l(${EVIL}) }`],
  ['with an escaped letter', `p { background: u\\rl(${EVIL}) }`],
  ['in capitals', `p { background: URL(${EVIL}) }`],
  ['behind a sign that may be part of a name', `p { background: ×url(${EVIL}) }`],
  ['behind a comment', `p { background:/* ' */url(${EVIL}) }`],
  ['behind a string that breaks off', `p { content: "a\n; background: url(${EVIL}) }`],
  ['behind an escaped quote', `p { content: "\\"; x: "; background: url(${EVIL}) }`],
  ['in a variable', `:root { --x: url(${EVIL}) } p { background: var(--x) }`],
  ['that breaks off', `p { background: url(${EVIL}`],
  ['that breaks off in quotes', `p { background: url("${EVIL}`],
  ['of a font', `@font-face { font-family: a; src: local(b), url(${EVIL}) format("woff2") }`],
  ['of another sheet', `@import "${EVIL}"; p { color: red }`],
  ['of another sheet by url', `@import url(${EVIL}) screen; p { color: red }`],
  ['of another sheet, with escapes', `@\\69mport '${EVIL}'; p { color: red }`],
  ['of another sheet, with a semicolon in it', `@import url(a;${EVIL}); p { color: red }`],
  ['of a name space', `@namespace url(${EVIL});`],
])('an address %s leads nowhere', (_, css) => {
  expect(css).toContain('evil.example');
  const inert = none(css);
  expect(inert).not.toContain('evil.example');
  // And again: what comes out is read as it was meant.
  expect(none(inert)).toBe(inert);
});

test.each([
  'image-set("X" 1x)',
  '-webkit-image-set("X" 1x)',
  'im\\61ge-set(var(--x) 1x)',
  'src("X")',
])('%s, which takes a bare string, is no function any more', (value) => {
  expect(none(`p { background: ${value.replace('X', EVIL)} }`)).toMatch(/^p \{ background: none\(/);
});

describe('a sheet that is stored', () => {
  const sheets: Readonly<Record<string, string>> = {
    'a.css': 'p { color: red }',
    'broken.css': 'p { content: "',
    'escape.css': 'p { content: "\\',
  };
  const load = (css: string) =>
    rewriteCss(
      css,
      () => null,
      (name) => sheets[name] ?? null,
    );

  test.each([
    ['@import "a.css";', 'p { color: red }'],
    ['@import url(a.css);', 'p { color: red }'],
    ["@charset 'utf-8'; /* c */ @layer one, two; @import url( 'a.css' );", 'p { color: red }'],
    ['@import "a.css" print;', '@media print {p { color: red }\n\n}'],
    [
      '@import url("a.css") layer(base.one) supports(display: grid) screen and (width <= 40em);',
      '@media screen and (width <= 40em) {@supports (display: grid) {@layer base.one {p { color: red }\n\n}}}',
    ],
    ['@import "a.css" layer;', '@layer  {p { color: red }\n\n}'],
  ])('stands in the place of %s', (css, expected) => {
    expect(load(css)).toContain(expected);
    expect(load(css)).not.toContain('import');
  });

  test.each([
    ['behind a rule', 'q { color: blue } @import "a.css";'],
    ['within a rule', '@media print { @import "a.css"; }'],
    ['with something else behind it', '@import "a.css" "print";'],
    ['with a block behind it', '@import "a.css" { q { color: blue } }'],
    ['of another name', '@import "b.css";'],
  ])('stands nowhere %s', (_, css) => {
    expect(load(css).match(/p \{ color: red \}/g)).toBeNull();
  });

  test.each(['broken.css', 'escape.css'])(
    'takes nothing with it where it breaks off: %s',
    (name) => {
      const css = load(`@import "${name}" print; p { content: "url(${EVIL})" }`);
      expect(css).toContain(`\n\n} p { content: "url(${EVIL})" }`);
      // Read again, the last is a string still.
      expect(none(css)).toBe(css);
    },
  );
});

describe('what is not an address', () => {
  const sheet = `@media (width <= 40em) { .a\\:b > p::before { content: "url(${EVIL})"; color: rgb(1 2 3) } }
:root { --gap: calc(1px + 2em) } @supports (display: grid) { a { width: min(1px, 2px) } }`;

  it('stays as it is', () => {
    expect(none(sheet)).toBe(sheet);
  });

  it('is not lost behind what is dropped', () => {
    expect(none('@import "a"; p { color: red }')).toBe('  p { color: red }');
  });
});

test('what is stored is named in its place, in quotes that it cannot end', () => {
  const asked: string[] = [];
  const css = rewriteCss(
    `a { background: url( a\\20 b.png ) } b { background: url("c.png") no-repeat }`,
    (address) => {
      asked.push(address);
      return `it's "here"\n</style>`;
    },
  );
  expect(asked).toEqual(['a b.png', 'c.png']);
  const here = `url("it's \\22 here\\22 \\a \\3c /style>")`;
  expect(css).toBe(`a { background: ${here} } b { background: ${here} no-repeat }`);
});

test('whatever the signs, nothing that is read as an address leads anywhere', () => {
  const sign = fc.constantFrom(
    ...`url( URL( u\\72l( ) " ' \\ \n /* */ @import @ ; { } x 1 - # image-set( https://evil.example/ \\22 \\29 ×`.split(
      ' ',
    ),
    ' ',
  );
  let read = 0;
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 14 }), (signs) => {
      const inert = none(signs.join(''));
      rewriteCss(inert, (address) => {
        read++;
        expect(address).toBe('data:,');
        return null;
      });
    }),
    { numRuns: 3000, examples: [[['url(', 'https://evil.example/', ')']]] },
  );
  expect(read).toBeGreaterThan(100);
});
