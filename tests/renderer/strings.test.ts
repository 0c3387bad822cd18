// The catalogue of strings: nothing in it that the window does not say.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import strings from '../../renderer/app/strings/en.json' with { type: 'json' };

const renderer = resolve(import.meta.dirname, '..', '..', 'renderer');

const source = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join(renderer, name), 'utf8'))
  .join('\n');

function keysOf(part: object, above: readonly string[] = []): string[][] {
  return Object.entries(part).flatMap(([key, value]) => {
    const path = [...above, key.replace(/_(one|other)$/, '')];
    return typeof value === 'object' && value !== null ? keysOf(value, path) : [path];
  });
}

/** Named as it stands, or made from its beginning: `shelves.${name}`. */
function isSaid(path: readonly string[]): boolean {
  const whole = path.join('.');
  if (['"', "'", '`'].some((quote) => source.includes(`${quote}${whole}${quote}`))) return true;
  return path.some((_, end) => end > 0 && source.includes(`\`${path.slice(0, end).join('.')}.\${`));
}

it('holds no string that nothing says', () => {
  expect(isSaid(['toasts', 'nothingToUndo'])).toBe(true);
  expect(isSaid(['nowhere', 'at', 'all'])).toBe(false);
  const unsaid = keysOf(strings).filter((path) => !isSaid(path));
  expect(unsaid.map((path) => path.join('.'))).toEqual([]);
});
