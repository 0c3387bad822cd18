// Contrast, reckoned from the file of colours: every theme, every colour that something is written in.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(
  resolve(import.meta.dirname, '../../renderer/app/tokens.css'),
  'utf8',
).replace(/\/\*.*?\*\//gs, '');

/** What a theme says of its own, in the block of that selector alone. */
function declared(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

function colours(theme: 'light' | 'dark' | 'sepia' | 'black'): Record<string, string> {
  const dark = theme === 'dark' || theme === 'black';
  const all = { ...declared(':root'), ...declared(`:root[data-theme='${theme}']`) };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => {
      const pair = /^light-dark\(\s*(#\w{6}),\s*(#\w{6})\)$/.exec(value);
      return [name, pair ? ((dark ? pair[2] : pair[1]) ?? '') : value];
    }),
  );
}

/** Of WCAG 2.2: 1 for the same colour, 21 for black on white. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(hex: string): number[] {
  const parts = /^#(\w\w)(\w\w)(\w\w)$/.exec(hex)?.slice(1);
  if (!parts) throw new Error(`no colour: ${hex}`);
  return parts
    .map((part) => Number.parseInt(part, 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
}

/** Of two colours in Oklab: at about 0.02 they can just be told apart side by side. */
function distance(one: string, other: string): number {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(...a.map((part, index) => part - (b[index] ?? 0)));
}

function oklab(hex: string): number[] {
  const [red = 0, green = 0, blue = 0] = linear(hex);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

const AAA = 7;
const AA = 4.5;
/** Of what is seen but not read. */
const SHAPES = 3;

/** Apart from each other by thrice what can just be told, so that one colour alone is known. */
const TOLD_APART = 0.06;

const marked = ['yellow', 'green', 'blue', 'pink', 'purple'].map((name) => `--hl-${name}`);
const grounds = ['--paper', '--panel', '--raised', '--wash', '--wash-accent'];
const pairs: readonly (readonly [ink: string, grounds: readonly string[], least: number])[] = [
  ['--ink', grounds, AAA],
  ['--ink', ['--mark'], AA],
  // On a highlight all words are in ink, links and code too; links keep their line.
  ['--ink', marked, AAA],
  ['--ink-2', grounds, AA],
  ['--ink-3', grounds.slice(0, 4), AA],
  ['--accent', grounds, AA],
  ['--on-accent', ['--accent'], AA],
  ['--danger', grounds.slice(0, 4), AA],
  ['--star', grounds.slice(0, 4), SHAPES],
  ['--line-strong', grounds.slice(0, 3), SHAPES],
  ...['word', 'text', 'number', 'name', 'type'].map(
    (kind) => [`--code-${kind}`, ['--panel', '--wash'], AA] as const,
  ),
];

it('knows black from white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(AA);
});

describe.each(['light', 'sepia', 'dark', 'black'] as const)('%s', (theme) => {
  const of = colours(theme);
  it.each(pairs)('%s can be read on %j', (ink, on, least) => {
    const found = on.map((ground) => [ground, contrast(of[ink] ?? '', of[ground] ?? '')] as const);
    expect(found.filter(([, ratio]) => ratio < least)).toEqual([]);
  });

  it('tells each highlight from the others, from words that were searched for, and from the page', () => {
    const all = [...marked, '--mark', '--paper', '--panel', '--raised'];
    const alike = marked.flatMap((one) =>
      all
        .filter((other) => other !== one)
        .map((other) => [one, other, distance(of[one] ?? '', of[other] ?? '')] as const)
        .filter(([, , apart]) => apart < TOLD_APART),
    );
    expect(alike).toEqual([]);
  });
});
