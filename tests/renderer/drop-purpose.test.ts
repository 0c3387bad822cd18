// What a drop is for: an export of another service is told from pages to be clipped.
import { expect, it } from 'vitest';
import { purposeOfFile, purposeOfNames } from '../../renderer/features/clip/drop-purpose.ts';
import { zipOf } from '../support/transfer/files.ts';

const file = (name: string, content: string | Uint8Array<ArrayBuffer> = '') =>
  new File([content], name);

it.each([
  ['part_000001.csv', 'title,url', 'import'],
  ['wallabag.JSON', '[]', 'import'],
  ['My notes.enex', '<?xml', 'import'],
  ['bookmarks.html', '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>', 'import'],
  ['ril_export.html', '<!DOCTYPE html><html><head><title>Pocket Export</title>', 'import'],
  ['mine.html', '<DL><p><DT><A HREF="https://a.example/" ADD_DATE="1588334400">A</A>', 'import'],
  ['list.html', '<ul><li><a href="https://a.example/" time_added="1688628695">A</a>', 'import'],
  ['page.html', '<!doctype html><title>On Pocket exports</title>', 'clip'],
  ['page.mhtml', 'From: a browser', 'clip'],
  ['note.md', '---\ntitle: A note\n---', 'clip'],
  ['paper.pdf', '%PDF', 'clip'],
] as const)('%s is for %s', async (name, content, purpose) => {
  expect(await purposeOfFile(file(name, content))).toBe(purpose);
});

it('looks at what is in a zip', async () => {
  const zip = async (entries: Readonly<Record<string, string>>) =>
    purposeOfFile(file('some.zip', new Uint8Array(zipOf(entries))));
  expect(await zip({ 'part_000000.csv': 'title,url', 'annotations/part_000000.json': '{}' })).toBe(
    'import',
  );
  expect(await zip({ 'a.html': '<p>', 'a_files/data.json': '{}', 'a_files/x.png': '' })).toBe(
    'clip',
  );
  expect(await zip({ 'vault/one.md': '# One', 'vault/two.md': '# Two' })).toBe('either');
});

it('asks where a zip cannot be looked into', async () => {
  expect(await purposeOfFile(file('cut.zip', 'PK'))).toBe('either');
});

it('tells folders by their names', () => {
  expect(purposeOfNames(['Lectern/manifest.json', 'Lectern/articles.jsonl'])).toBe('import');
  expect(purposeOfNames(['pages/a.html', 'pages/a_files/list.csv'])).toBe('clip');
});
