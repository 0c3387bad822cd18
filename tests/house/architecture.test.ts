// ARCHITECTURE.md may name only what exists.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
const paths = [
  ...page.matchAll(
    /`((?:electron|renderer|resources|tests|scripts)\/[^`*\s]*|[\w.-]+\.(?:json|yml|md))`/g,
  ),
].map(([, path = '']) => path);

test('every path on the page exists', () => {
  const gone = paths.filter((path) => !existsSync(join(root, path)));
  // `*-repo.ts` patterns and files inside a library folder are no paths of the tree.
  expect(gone.filter((path) => path !== 'owner.json')).toEqual([]);
});

test('the page names paths at all', () => {
  expect(paths.length).toBeGreaterThan(20);
  expect(existsSync(join(root, 'electron/no-such-room'))).toBe(false);
});
