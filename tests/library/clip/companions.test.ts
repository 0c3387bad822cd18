// Files beside a saved page: whatever a page calls them, nothing outside its own folder is opened.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { companionsBeside, companionsOf, noCompanions } from '#library/clip/companions.ts';
import { tempDir } from '../../support/temp-dir.ts';

const never = new AbortController().signal;

/** `outside.png` beside the folder of the page, `page_files/a.png` and `top.png` within it. */
function savedPage() {
  const root = tempDir();
  const folder = join(root, 'saved');
  mkdirSync(join(folder, 'page_files', 'deeper'), { recursive: true });
  writeFileSync(join(root, 'outside.png'), 'outside');
  writeFileSync(join(folder, 'page.html'), '<p>');
  writeFileSync(join(folder, 'top.png'), 'top');
  writeFileSync(join(folder, 'page_files', 'a.png'), 'a');
  writeFileSync(join(folder, 'page_files', 'a b&c#d.png'), 'odd');
  writeFileSync(join(folder, 'page_files', '100%.png'), 'percent');
  writeFileSync(join(folder, 'page_files', 'bücher.png'.normalize('NFD')), 'books');
  return { root, folder, open: companionsBeside(join(folder, 'page.html')) };
}

const text = async (bytes: Promise<Uint8Array>) => Buffer.from(await bytes).toString();

describe('files in the folder of a page', () => {
  it.each([
    ['page_files/a.png', 'a'],
    ['./page_files/a.png', 'a'],
    ['page_files/../page_files/./a.png', 'a'],
    ['page_files/a.png?v=2#x', 'a'],
    ['top.png', 'top'],
    ['page_files/a%20b%26c%23d.png', 'odd'],
    ['page_files/100%.png', 'percent'],
    ['page_files/100%25.png', 'percent'],
    ['page_files/b%C3%BCcher.png', 'books'],
    ['page_files/bücher.png', 'books'],
  ])('%s is found', async (path, content) => {
    expect(await text(savedPage().open(path, never))).toBe(content);
  });

  it.each([
    '../outside.png',
    'page_files/../../outside.png',
    '..\\outside.png',
    'page_files\\a.png',
    '/etc/passwd',
    '//server/share/a.png',
    'file:///etc/passwd',
    'FILE:/etc/passwd',
    'C:/windows/win.ini',
    'c:win.ini',
    'page_files/a.png\0.html',
    'con',
    'page_files/AUX.png',
    'nul ',
    '',
    '.',
    'page_files/',
    '..',
  ])('%j is not even looked for', async (path) => {
    await expect(savedPage().open(path, never)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it.each([
    'page_files/gone.png',
    'gone/a.png',
    'page.html/a.png',
    `${'a'.repeat(300)}.png`,
    // Names with a % in them, as they stand; decoded they would lead out.
    '%2e%2e/outside.png',
    '..%2Foutside.png',
  ])('%.30s is not there', async (path) => {
    await expect(savedPage().open(path, never)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('a folder is no picture', async () => {
    await expect(savedPage().open('page_files', never)).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  it.runIf(platform() !== 'win32')('links do not lead out of it', async () => {
    const { root, folder, open } = savedPage();
    symlinkSync(join(root, 'outside.png'), join(folder, 'page_files', 'link.png'));
    symlinkSync(root, join(folder, 'page_files', 'up'));
    symlinkSync('a.png', join(folder, 'page_files', 'inner.png'));
    symlinkSync('circle.png', join(folder, 'page_files', 'circle.png'));
    await expect(open('page_files/link.png', never)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(open('page_files/up/outside.png', never)).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await expect(open('page_files/circle.png', never)).rejects.toMatchObject({
      code: 'not_allowed',
    });
    expect(await text(open('page_files/inner.png', never))).toBe('a');
  });

  it.runIf(platform() !== 'win32')(
    'are found where the folder itself is reached by a link',
    async () => {
      const { root, folder } = savedPage();
      symlinkSync(folder, join(root, 'shortcut'));
      const open = companionsBeside(join(root, 'shortcut', 'page.html'));
      expect(await text(open('page_files/a.png', never))).toBe('a');
    },
  );
});

describe('files handed over with a page', () => {
  const bytes = (content: string) => new Uint8Array(Buffer.from(content));
  const open = companionsOf([
    { path: 'page_files/a.png', bytes: bytes('a') },
    { path: './page_files/b%20c.png', bytes: bytes('literal') },
    { path: 'page_files/d e.png', bytes: bytes('spaced') },
    { path: 'page_files/./a.png', bytes: bytes('second') },
    { path: '../outside.png', bytes: bytes('outside') },
  ]);

  it.each([
    ['page_files/a.png', 'a'],
    ['page_files/b%20c.png', 'literal'],
    ['page_files/d%20e.png', 'spaced'],
  ])('%s is found', async (path, content) => expect(await text(open(path, never))).toBe(content));

  it.each(['../outside.png', 'page_files/gone.png', 'A.PNG', ''])(
    '%j is not there',
    async (path) => {
      await expect(open(path, never)).rejects.toMatchObject({ code: 'not_found' });
    },
  );
});

it('A page that came alone has none', async () => {
  await expect(noCompanions('page_files/a.png', never)).rejects.toMatchObject({
    code: 'not_found',
  });
});
