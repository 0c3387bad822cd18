// lectern clip with a folder or a zip: every page in it, and what is wrong with the rest.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { lectern } from '../../support/lectern.ts';
import { line, makePdf } from '../../support/make-pdf.ts';
import * as pictures from '../../support/pictures.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

vi.setConfig({ testTimeout: 60_000 });

function workplace() {
  const dir = tempDir();
  const run = async (...args: string[]) => {
    const ran = await lectern([...args, '--json', '--library', join(dir, 'library')]);
    return { code: ran.code, stderr: ran.stderr, json: ran.stdout ? JSON.parse(ran.stdout) : null };
  };
  return { dir, run };
}

const page = articlePage('The lamp', 'A quincunx of moths. <img src="lamp_pliki/a.png" alt="A">');

const newt = makePdf({
  pages: [
    {
      content: line('The newt', 72, 700, 20, 'F2') + line('A quincunx of newts.', 72, 660),
    },
  ],
});

test('a folder: each page with its files, which are no articles', async () => {
  const { dir, run } = workplace();
  mkdirSync(join(dir, 'saved', 'lamp_pliki'), { recursive: true });
  writeFileSync(join(dir, 'saved', 'lamp.html'), page);
  writeFileSync(join(dir, 'saved', 'lamp_pliki', 'a.png'), pictures.png(300, 200));
  writeFileSync(join(dir, 'saved', 'lamp_pliki', 'ad.html'), articlePage('Buy', 'An advert.'));
  writeFileSync(join(dir, 'saved', 'moss.md'), '# Moss\n\nA quincunx of stones.');
  writeFileSync(join(dir, 'saved', 'newt.pdf'), newt);
  const ran = await run('clip', join(dir, 'saved'));
  expect(ran.code).toBe(0);
  expect(ran.json).toMatchObject([
    { title: 'The lamp', status: 'saved' },
    { title: 'Moss', status: 'saved' },
    { title: 'The newt', status: 'saved' },
  ]);
  const extracted = await run('extract', join(dir, 'saved', 'newt.pdf'));
  expect(extracted.json).toMatchObject({ title: 'The newt', text: 'A quincunx of newts.' });
  const hits = await run('search', 'quincunx');
  expect(JSON.stringify(hits.json)).toContain('Moss');
  expect(JSON.stringify(hits.json)).toContain('The newt');
  expect(JSON.stringify(hits.json)).toContain('The lamp');

  mkdirSync(join(dir, 'bare'));
  expect((await run('clip', join(dir, 'bare'))).json).toMatchObject([
    { status: 'failed', error: { code: 'nothing_to_read' } },
  ]);
});

test('a zip: what is sound is clipped, what is not is named', async () => {
  const { dir, run } = workplace();
  const text = (words: string) => new TextEncoder().encode(words);
  const zip = zipSync({
    'in/lamp.html': text(page),
    'in/newt.pdf': new Uint8Array(newt),
    'in/locked.pdf': new Uint8Array(makePdf({ pages: [{ content: '' }], password: 'secret' })),
    'in/lamp_pliki/a.png': new Uint8Array(pictures.png(300, 200)),
    '../out.html': text(page),
    '/root.html': text(page),
    'aux.html': text(page),
    'more.zip': zipSync({ 'x.html': text(page) }),
    'bomb.html': new Uint8Array(4 * 1024 * 1024),
  });
  writeFileSync(join(dir, 'saved.zip'), zip);
  const ran = await run('clip', join(dir, 'saved.zip'));
  expect(ran.code).toBe(1);
  const byName = Object.fromEntries(
    ran.json.map((one: { title: string; status: string; error?: { code: string } }) => [
      one.title.replace(`${join(dir, 'saved.zip')}/`, ''),
      one.error?.code ?? one.status,
    ]),
  );
  expect(byName).toEqual({
    '../out.html': 'not_allowed',
    '/root.html': 'not_allowed',
    'aux.html': 'not_allowed',
    'more.zip': 'unsupported_type',
    'bomb.html': 'too_large',
    'The lamp': 'saved',
    'The newt': 'saved',
    'in/locked.pdf': 'not_allowed',
  });
  expect((await run('list')).json).toMatchObject([
    { title: 'The newt' },
    { title: 'The lamp', thumbnail: { width: 300 } },
  ]);

  writeFileSync(join(dir, 'cut.zip'), zip.subarray(0, 300));
  expect((await run('clip', join(dir, 'cut.zip'))).json).toMatchObject([
    { status: 'failed', error: { code: 'invalid_input' } },
  ]);
});
