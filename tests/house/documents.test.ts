// The pages for people who use Lectern or work on it name only commands, options and files that there are.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { OptionSpec } from '#hosts/cli/arguments.ts';
import { commands, sharedOptions } from '#hosts/cli/commands.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const found = (pattern: RegExp) =>
  pages.flatMap((page) => [...read(page).matchAll(pattern)].map(([, name = '']) => name));

test('every npm script that is named is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = found(/\bnpm run (?:-s |--silent )?([\w:]+)/g);
  expect(named).toContain('package:deb');
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test('every file that is named is there', () => {
  const named = found(/`((?:electron|renderer|resources|tests|scripts|\.github)\/[^`*\s]*)`/g);
  expect(named).toContain('.github/workflows/release.yml');
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

/** Of the command line's list in README: each line's words. */
const lines = (/## Command line[\s\S]*?```\n([\s\S]*?)```/.exec(read('README.md'))?.[1] ?? '')
  .trimEnd()
  .split('\n');

test('README lists the commands that there are, each with options that it takes', () => {
  const names = lines.map((line) => line.split(' ')[0] ?? '');
  expect([...new Set(names)].toSorted()).toEqual(Object.keys(commands).toSorted());
  const unknown = lines.flatMap((line) => {
    const name = line.split(' ')[0] as keyof typeof commands;
    const options: Record<string, OptionSpec> = { ...commands[name].options, ...sharedOptions };
    return [...line.matchAll(/--([\w-]+)/g)]
      .map(([, option = '']) => option)
      .filter((option) => !Object.hasOwn(options, option))
      .map((option) => `${name} --${option}`);
  });
  expect(unknown).toEqual([]);
});
