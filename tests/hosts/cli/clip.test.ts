// lectern clip: what it saves, what it says, and what it refuses.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { lectern } from '../../support/lectern.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

// Each of these starts processes, and one page is read by three of them in turn.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const uid = expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/);

/** A folder for pages, and a library that does not exist yet. */
function workplace() {
  const dir = tempDir();
  const library = join(dir, 'not', 'made', 'yet');
  const page = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };
  const run = async (...args: string[]) => {
    const ran = await lectern([...args, '--library', library]);
    return { ...ran, json: ran.stdout === '' ? null : JSON.parse(ran.stdout) };
  };
  return { dir, library, page, run };
}

test('refuses a login in place of a page, and saves it for whoever wants it anyway', async () => {
  const { page, run } = workplace();
  const login =
    '<title>Log in</title><h1>Log in</h1><form><input name="user"><input type="password"></form>';
  const door = page('door.html', login);
  const refused = await run('clip', door, '--json');
  expect(refused.code).toBe(1);
  expect(refused.json).toMatchObject([{ status: 'failed', error: { code: 'login_required' } }]);
  const saved = await run('clip', door, '--anyway', '--json');
  expect(saved.json).toMatchObject([{ title: 'Log in', status: 'saved' }]);
});

test('saves what is new, knows what is there, and keeps what went well when something fails', async () => {
  const { dir, page, run } = workplace();
  const lamp = page('lamp.html', articlePage('The lamp', 'A quincunx of moths.'));
  const note = page('note.txt', 'Buy oil for the lamp. The rest can wait.');
  const first = await run('clip', '--json', lamp, join(dir, 'missing.html'), note);
  expect(first).toMatchObject({ code: 1 });
  expect(first.json).toEqual([
    { uid, title: 'The lamp', url: null, status: 'saved' },
    {
      uid: null,
      title: join(dir, 'missing.html'),
      url: null,
      status: 'failed',
      error: { code: 'not_found', message: expect.stringContaining('missing.html') },
    },
    { uid, title: expect.stringContaining('Buy oil for the lamp'), url: null, status: 'saved' },
  ]);
  expect(first.stderr).toMatch(/^not_found: .*missing\.html: .*\n$/);

  const second = await run('clip', lamp, '--json');
  expect(second).toMatchObject({ code: 0, stderr: '' });
  expect(second.json).toEqual([{ ...first.json[0], status: 'exists' }]);

  const listed = await run('list', '--json');
  expect(listed.json.map((article: { uid: string }) => article.uid)).toEqual([
    first.json[2].uid,
    first.json[0].uid,
  ]);
});

test('gives tags and the address that was named, and takes paths from where it was started', async () => {
  const { dir, library, page } = workplace();
  page('lamp.html', articlePage('The lamp', 'A quincunx of moths.'));
  const options = ['--tag', 'night', '--tag=two words', '--url', 'https://example.org/lamp'];
  const ran = await lectern(['--library', library, 'clip', 'lamp.html', ...options, '--json'], {
    cwd: dir,
  });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const [clipped] = JSON.parse(ran.stdout);
  expect(clipped).toEqual({
    uid,
    title: 'The lamp',
    url: 'https://example.org/lamp',
    status: 'saved',
  });
  const shown = await lectern(['show', clipped.uid, '--json', '--library', library]);
  expect(JSON.parse(shown.stdout)).toMatchObject({
    tags: ['night', 'two words'],
    sourceUrl: 'https://example.org/lamp',
  });
});

test('a page with nothing to read is kept, and says so: in the answer, and on standard error', async () => {
  const { page, run } = workplace();
  const bare = page('bare.html', '<title>Bare</title><script>go()</script>');
  const ran = await run('clip', bare, '--json');
  expect(ran.json).toEqual([
    {
      uid,
      title: 'Bare',
      url: null,
      status: 'saved',
      warning: { code: 'nothing_to_read', message: expect.stringMatching(/^[A-Z“].*\.$/) },
    },
  ]);
  expect(ran).toMatchObject({
    code: 0,
    stderr: `nothing_to_read: ${bare}: ${ran.json[0].warning.message}\n`,
  });
});

test('prints a line for each without --json', async () => {
  const { library, page } = workplace();
  const lamp = page('lamp.html', articlePage('The lamp', 'A quincunx of moths.'));
  const run = () => lectern(['clip', lamp, '--library', library]);
  expect(await run()).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^saved {3}[0-9A-Z]{26} {2}The lamp\n$/),
    stderr: '',
  });
  expect((await run()).stdout).toMatch(/^exists {2}[0-9A-Z]{26} {2}The lamp\n$/);
});

test.each([
  ['HTML', articlePage('From a pipe', 'A quincunx of moths.'), 'From a pipe'],
  ['text', 'Words from a pipe. And more of them.', 'Words from a pipe'],
])('reads %s from standard input', async (_, stdin, title) => {
  const { library } = workplace();
  const args = ['clip', '-', '--url', 'https://example.org/piped', '--json', '--library', library];
  const ran = await lectern(args, { stdin });
  expect({ ...ran, stdout: JSON.parse(ran.stdout) }).toEqual({
    code: 0,
    stdout: [
      {
        uid,
        title: expect.stringContaining(title),
        url: 'https://example.org/piped',
        status: 'saved',
      },
    ],
    stderr: '',
  });
});

test('an address is fetched, a private one only where it is allowed', async () => {
  const site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(articlePage('On the web', 'A quincunx of moths.'));
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  onTestFinished(() => void site.close());
  const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  const { run } = workplace();
  const refused = await run('clip', `http://${host}/a`, '--json');
  expect(refused).toMatchObject({
    code: 1,
    json: [
      {
        uid: null,
        title: `http://${host}/a`,
        url: `http://${host}/a`,
        status: 'failed',
        error: { code: 'not_allowed' },
      },
    ],
  });
  const allowed = await run('clip', `http://${host}/a`, '--json', '--allow-host', host);
  expect(allowed).toMatchObject({
    code: 0,
    json: [{ uid, title: 'On the web', url: `http://${host}/a`, status: 'saved' }],
  });
});

test.each([
  ['not_allowed', 'javascript:alert(1)'],
  ['not_allowed', 'file:///etc/passwd'],
  ['not_allowed', 'ftp://example.org/x'],
  ['invalid_input', 'http://'],
  // There is no page in it.
  ['nothing_to_read', 'FOLDER'],
  ['nothing_to_read', 'EMPTY'],
  ['nothing_to_read', '-'],
])('%s: %s', async (code, source) => {
  const { dir, page, run } = workplace();
  mkdirSync(join(dir, 'FOLDER'));
  page('EMPTY', '');
  const given = /^[A-Z]+$/.test(source) ? join(dir, source) : source;
  const ran = await run('clip', given, '--json');
  expect(ran).toMatchObject({ code: 1, json: [{ uid: null, status: 'failed', error: { code } }] });
  const about = source === '-' ? 'standard input' : given;
  expect(ran.stderr).toBe(`${code}: ${about}: ${ran.json[0].error.message}\n`);
});

test.each([
  ['--url', 'ftp://example.org/', 'a.html'],
  ['--url', 'https://example.org/', 'a.html', 'b.html'],
  ['--tag', '  ', 'a.html'],
])('wrong usage makes no library: clip %s %s', async (...args) => {
  const { library, run } = workplace();
  const ran = await run('clip', ...args);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toMatch(/^invalid_input: .*\n$/);
  expect(existsSync(library)).toBe(false);
});
