// What a source is taken for where more than one format fits it: the others are offered, and come behind; where two fit as well, a person
// says which.
import { expect, test } from 'vitest';
import { recogniseFormat } from '#library/transfer/in/recognise-format.ts';
import { csv } from '../../../support/transfer/csv.ts';
import { type Files, never, open, writeFolder } from '../../../support/transfer/files.ts';
import { netscapeHtmlSample } from '../../../support/transfer/netscape-html.ts';
import { omnivoreSample } from '../../../support/transfer/omnivore.ts';
import { pocketCsvSample } from '../../../support/transfer/pocket-csv.ts';

async function fitsOf(files: Files): Promise<string[]> {
  const { fitting, isClear } = await recogniseFormat(await open(writeFolder(files)), never);
  return [...fitting.map(({ id }) => id), ...(isClear ? [] : ['?'])];
}

const page = '<!DOCTYPE html><title>A</title><p>A quincunx of buoys.</p>';

test('pages and texts in one folder are pages, and may be Markdown', async () => {
  expect(await fitsOf({ 'a.html': page, 'b.md': 'text' })).toEqual(['saved-pages', 'markdown']);
});

test('texts with a page among them may be either', async () => {
  const files = { 'a.html': page, 'b.md': 'text', 'c.md': 'text' };
  expect(await fitsOf(files)).toEqual(['markdown', 'saved-pages', '?']);
});

test('texts alone are Markdown, with an address above them or without', async () => {
  const clipped = '---\nsource: https://a.example/\n---\ntext';
  expect(await fitsOf({ 'a.md': clipped, 'b.md': 'text' })).toEqual(['markdown']);
  expect(await fitsOf({ 'a.md': 'text', 'b.md': 'text' })).toEqual(['markdown', 'saved-pages']);
  expect(await fitsOf({ 'a.txt': 'text', 'b.txt': 'text' })).toEqual(['saved-pages']);
});

test('bookmarks are known by their dates as well, and links in a list may be a page', async () => {
  const list = (link: string) => ({ 'a.html': `<H1>Mine</H1><DL><p><DT>${link}A</A></DL>` });
  expect(await fitsOf(list('<A HREF="https://a.example/" ADD_DATE="1588334400">'))).toEqual([
    'netscape-html',
    'saved-pages',
  ]);
  expect(await fitsOf(list('<A HREF="https://a.example/">'))).toEqual([
    'netscape-html',
    'saved-pages',
    '?',
  ]);
});

test('two exports in one folder are two things', async () => {
  const both = { ...pocketCsvSample.files, ...netscapeHtmlSample.files };
  expect(await fitsOf(both)).toEqual(['pocket-csv', 'netscape-html', 'saved-pages', '?']);
});

test('a table that one program surely wrote is no table of anybody else', async () => {
  const row = ['https://a.example/', 'A', '2024-01-02', '', ''];
  const table = (...head: readonly string[]) => ({ 'a.csv': csv([head, row]) });
  expect(await fitsOf(table('title', 'url', 'time_added', 'tags', 'status'))).toEqual([
    'pocket-csv',
  ]);
  expect(await fitsOf(table('url', 'time_added'))).toEqual(['pocket-csv', 'url-csv']);
  expect(await fitsOf(table('url', 'title', 'saved', 'folder', 'tags'))).toEqual(['url-csv']);
});

test('addresses with commas are a list, or a table without names', async () => {
  const lines = (...given: readonly string[]) => ({ 'a.txt': `${given.join('\n')}\n` });
  expect(await fitsOf(lines('https://a.example/1,One', 'https://a.example/2,Two'))).toEqual([
    'url-csv',
    'url-list',
    'saved-pages',
    '?',
  ]);
  expect((await fitsOf(lines('https://a.example/1,One of them')))[0]).toBe('url-csv');
  expect((await fitsOf(lines('https://a.example/1,2', 'https://a.example/2')))[0]).toBe('url-list');
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
