// lectern extract: one page, and pages by the line.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { lectern, startLectern } from '../../support/lectern.ts';
import { makePdf } from '../../support/make-pdf.ts';
import * as pictures from '../../support/pictures.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

// Each of these starts processes, and one page is read by three of them in turn.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const picture = '<img src="/lamp.png" alt="A lamp" width="640" height="480">';
const page = articlePage('The lamp', `A quincunx.</p><figure>${picture}</figure><p>`);

/** A folder with the page in it. */
function folder() {
  const dir = tempDir();
  writeFileSync(join(dir, 'lamp.html'), page);
  return dir;
}

const extracted = {
  title: 'The lamp',
  author: 'Ann Author',
  siteName: null,
  publishedAt: null,
  lang: 'en',
  text: expect.stringContaining('A quincunx.'),
  html: expect.stringContaining('A quincunx.'),
  excerpt: expect.any(String),
  wordCount: expect.any(Number),
};

test('a page: as text, and as JSON with its pictures at their own addresses', async () => {
  const cwd = folder();
  const text = await lectern(['extract', 'lamp.html'], { cwd });
  expect(text).toMatchObject({ code: 0, stderr: '' });
  expect(text.stdout.split('\n').slice(0, 3)).toEqual(['The lamp', 'Ann Author', '']);
  expect(text.stdout).toContain('A quincunx.');

  const args = ['extract', '-', '--json', '--url', 'https://example.org/a/b'];
  const json = await lectern(args, { cwd, stdin: page });
  expect(json).toMatchObject({ code: 0, stderr: '' });
  const answer = JSON.parse(json.stdout);
  expect(answer).toEqual({ ...extracted, siteName: answer.siteName });
  expect(answer.html).toContain('src="https://example.org/lamp.png"');
});

test('a picture without an address of its own goes', async () => {
  const ran = await lectern(['extract', 'lamp.html', '--json'], { cwd: folder() });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(ran.stdout).html).not.toContain('<img');
});

test.each([
  [['extract'], 2],
  [['extract', '--jsonl', 'lamp.html'], 2],
  [['extract', 'lamp.html', '--url', 'nowhere'], 2],
  [['extract', 'missing.html'], 1],
  [['extract', '.'], 1],
])('%j: exit code %i', async (args, code) => {
  const ran = await lectern(args, { cwd: folder() });
  expect(ran).toEqual({ code, stdout: '', stderr: expect.stringMatching(/^[a-z_]+: .*\n$/) });
});

const answersOf = (stdout: string) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .sort((a, b) => String(a.id).localeCompare(String(b.id)));

test('lines: each is answered, whatever it is', async () => {
  const lines = [
    JSON.stringify({ id: 'a', path: 'lamp.html' }),
    '',
    JSON.stringify({ id: 'b', path: 'missing.html', url: null }),
    'not json',
    JSON.stringify({ id: 3, path: 'lamp.html', url: 'https://example.org/a/b', more: true }),
    JSON.stringify({ id: 'c' }),
    '[]',
    // The last line needs no line break.
    JSON.stringify({ id: 'd', path: 'lamp.html' }),
  ];
  const ran = await lectern(['extract', '--jsonl'], { cwd: folder(), stdin: lines.join('\n') });
  expect(ran).toMatchObject({ code: 1, stderr: '' });
  const sentence = expect.stringMatching(/^[A-Z“].*\.?$/);
  const siteName = expect.toSatisfy((name) => name === null || typeof name === 'string');
  expect(answersOf(ran.stdout)).toEqual(
    [
      { id: 3, ...extracted, siteName },
      { id: 'a', ...extracted },
      { id: 'b', error: { code: 'not_found', message: 'There is no file “missing.html”.' } },
      { id: 'c', error: { code: 'invalid_input', message: sentence } },
      { id: 'd', ...extracted },
      { id: null, error: { code: 'invalid_input', message: 'The line is not valid JSON.' } },
      { id: null, error: { code: 'invalid_input', message: sentence } },
    ].sort((a, b) => String(a.id).localeCompare(String(b.id))),
  );
});

test('lines: what is no page has its code and a sentence, and the pages around it are read', async () => {
  const cwd = folder();
  const files: [string, Uint8Array | string][] = [
    ['empty.html', ''],
    ['lamp.jpg', pictures.jpeg(30, 20)],
    ['locked.pdf', makePdf({ pages: [{ content: '' }], password: 'secret' })],
    ['saved.zip', zipSync({ 'lamp.html': new TextEncoder().encode(page) })],
  ];
  for (const [name, content] of files) writeFileSync(join(cwd, name), content);
  const paths = ['lamp.html', '.', ...files.map(([name]) => name), 'lamp.html'];
  const stdin = paths.map((path, id) => JSON.stringify({ id, path })).join('\n');
  const ran = await lectern(['extract', '--jsonl'], { cwd, stdin });
  expect(ran).toMatchObject({ code: 1, stderr: '' });
  const failed = (id: number, code: string) => ({
    id,
    error: { code, message: expect.stringMatching(/^[A-Z“].*\.$/) },
  });
  expect(answersOf(ran.stdout)).toEqual([
    { id: 0, ...extracted },
    failed(1, 'invalid_input'),
    failed(2, 'nothing_to_read'),
    failed(3, 'unsupported_type'),
    failed(4, 'not_allowed'),
    failed(5, 'unsupported_type'),
    { id: 6, ...extracted },
  ]);
});

test('lines: exit code 0 where every page could be read, and where there are none', async () => {
  const line = JSON.stringify({ id: 'a', path: 'lamp.html' });
  const ran = await lectern(['extract', '--jsonl'], { cwd: folder(), stdin: `${line}\r\n` });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(answersOf(ran.stdout)).toEqual([{ id: 'a', ...extracted }]);
  expect(await lectern(['extract', '--jsonl'])).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('lines are answered as they come, not at the end', async () => {
  const child = await startLectern(['extract', '--jsonl'], { cwd: folder() });
  const answer = () =>
    new Promise<string>((done) => child.stdout.once('data', (chunk) => done(String(chunk))));
  for (const id of ['first', 'second']) {
    const answered = answer();
    child.stdin.write(`${JSON.stringify({ id, path: 'lamp.html' })}\n`);
    expect(JSON.parse(await answered)).toMatchObject({ id, title: 'The lamp' });
  }
  child.stdin.end();
  expect(await new Promise((done) => child.on('close', done))).toBe(0);
});

test('a reader that goes away ends it, quietly', async () => {
  const child = await startLectern(['extract', '--jsonl'], { cwd: folder() });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.destroy();
  const closed = new Promise((done) => child.on('close', done));
  child.stdin.write(`${JSON.stringify({ id: 'a', path: 'lamp.html' })}\n`.repeat(20));
  expect(await closed).toBe(0);
  expect(stderr).toBe('');
});
