// Which folder the library is: named, chosen before, or the usual one; and a file about it that was cut in half.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraryPlace } from '../../electron/main/library-place.ts';
import { tempDir } from '../support/temp-dir.ts';

const usual = '/home/ann/library';
function open(file: string, named: string | null = null) {
  const problems: unknown[] = [];
  const place = libraryPlace(file, { named, usual }, (problem) => problems.push(problem));
  return { place, problems };
}

test('what was chosen is remembered, and what is named at a start goes before it', () => {
  const file = join(tempDir(), 'library.json');
  const { place } = open(file);
  expect([place.now(), place.mustExist(), place.old()]).toEqual([usual, false, null]);
  place.change({ dir: '/disk/new', old: usual, isNew: true });
  expect([place.now(), place.mustExist()]).toEqual(['/disk/new', false]);
  const later = open(file);
  expect(later.problems).toEqual([]);
  // Its disk may be missing then: no new one is made there.
  expect([later.place.now(), later.place.mustExist()]).toEqual(['/disk/new', true]);
  expect(later.place.old()).toBe(usual);
  expect(open(file, '/named').place.now()).toBe('/named');
  expect(open(file, '/named').place.mustExist()).toBe(false);
});

test('a file that was cut in half is put aside and said', () => {
  const file = join(tempDir(), 'library.json');
  writeFileSync(file, '{"dir": "/disk/n');
  const { place, problems } = open(file);
  expect(place.now()).toBe(usual);
  expect(problems).toHaveLength(1);
  expect(existsSync(file)).toBe(false);
  expect(readFileSync(`${file}.broken`, 'utf8')).toBe('{"dir": "/disk/n');
});

test('a file that names no folder is put aside and said; one that is wrong about the old one is not', () => {
  const file = join(tempDir(), 'library.json');
  writeFileSync(file, '{"dir": 7, "old": null}');
  const { place, problems } = open(file);
  expect([place.now(), problems.length, existsSync(file)]).toEqual([usual, 1, false]);

  writeFileSync(file, '{"dir": "/disk/new", "old": 7}');
  const other = open(file);
  expect([other.place.now(), other.place.old(), other.problems]).toEqual(['/disk/new', null, []]);
});
