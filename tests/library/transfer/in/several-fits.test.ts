// What a source is taken for where more than one format fits it: the others are offered, and come behind.
import { expect, test } from 'vitest';
import { recogniseFormat } from '#library/transfer/in/recognise-format.ts';
import { type Files, never, open, writeFolder } from '../../../support/transfer/files.ts';
import { omnivoreSample } from '../../../support/transfer/omnivore.ts';

const fitsOf = async (files: Files): Promise<string[]> =>
  (await recogniseFormat(await open(writeFolder(files)), never)).map(({ id }) => id);

const page = '<!DOCTYPE html><title>A</title><p>A quincunx of buoys.</p>';

test('pages and texts in one folder are pages, and may be Markdown', async () => {
  expect(await fitsOf({ 'a.html': page, 'b.md': 'text' })).toEqual(['saved-pages', 'markdown']);
});

test('texts alone are Markdown, and may be taken for pages', async () => {
  const clipped = '---\nsource: https://a.example/\n---\ntext';
  expect(await fitsOf({ 'a.md': clipped, 'b.md': 'text' })).toEqual(['markdown', 'saved-pages']);
});

test('texts that an export names in its lists are that export first', async () => {
  expect((await fitsOf(omnivoreSample.files))[0]).toBe('omnivore');
  expect(await fitsOf({ 'list.csv': 'a,b\n', 'one.html': page, 'two.html': page })).toEqual([
    'saved-pages',
  ]);
});

test('what none knows fits none', async () => {
  expect(await fitsOf({ 'a.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'b.json': '[]' })).toEqual(
    [],
  );
});
