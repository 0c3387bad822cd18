// The ground of the window before its page is there: the same colour that the page will have.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { groundOf, sourceOf } from '../../electron/main/window-theme.ts';

const css = readFileSync(resolve(import.meta.dirname, '../../renderer/app/tokens.css'), 'utf8');
const paper = (selector: string): string | undefined => {
  const block = css.slice(css.indexOf(`${selector} {`));
  return /--paper: ([^;]+);/.exec(block)?.[1];
};

it('is the paper of the theme', () => {
  expect(paper(':root')).toBe(`light-dark(${groundOf('light', true)}, ${groundOf('dark', false)})`);
  expect(groundOf('sepia', true)).toBe(paper(":root[data-theme='sepia']"));
  expect(groundOf('black', false)).toBe(paper(":root[data-theme='black']"));
});

it('follows the system where that was chosen', () => {
  expect(groundOf('system', true)).toBe(groundOf('dark', false));
  expect(groundOf('system', false)).toBe(groundOf('light', true));
});

it.each([
  ['system', 'system'],
  ['sepia', 'light'],
  ['black', 'dark'],
  ['dark', 'dark'],
] as const)('is %s to itself, %s to the title bar', (theme, source) => {
  expect(sourceOf(theme)).toBe(source);
});
