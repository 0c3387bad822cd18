// The layout is mirrored for languages that run from right to left: styles name beginnings and ends, not left and right.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const renderer = resolve(import.meta.dirname, '..', '..', 'renderer');

const PHYSICAL =
  /(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/;
/** Four lengths, the second and the last not the same. */
function isLopsided(line: string): boolean {
  // White space within brackets parts nothing.
  const flat = line.replace(/\((?:[^()]|\([^()]*\))*\)/g, (inner) => inner.replace(/\s/g, ''));
  const lengths = /(?<![\w-])(?:margin|padding|inset)\s*:\s*([^;]+)/.exec(flat)?.[1]?.split(/\s+/);
  return lengths?.length === 4 && lengths[1] !== lengths[3];
}

/** Lines that name a side, outside of rules that say for which direction they are. */
function sides(css: string): string[] {
  const parts = css.replace(/\/\*[\s\S]*?\*\//g, '').split(/(?<=[{}])/);
  const rules = parts.filter((_, at) => !/\[dir=|:dir\(/.test(parts[at - 1] ?? ''));
  const lines = rules.flatMap((rule) => rule.split('\n')).map((line) => line.trim());
  return lines.filter((line) => PHYSICAL.test(line) || isLopsided(line));
}

it('sees sides', () => {
  const css = `
    a { margin-left: 1px; }
    b { text-align: right; }
    c { padding: 1px var(--s2) 3px var(--s4); }
    d { left: 0; }
    [dir='rtl'] e { text-align: right; }
    f { padding: 1px 2px 3px 2px; border-start-start-radius: 1px; margin: 0 auto; }`;
  expect(sides(css)).toHaveLength(4);
});

it('finds no sides in the styles of the window and of articles', () => {
  const found = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) =>
      sides(readFileSync(join(renderer, name), 'utf8')).map((line) => `${name}: ${line}`),
    );
  expect(found).toEqual([]);
});
