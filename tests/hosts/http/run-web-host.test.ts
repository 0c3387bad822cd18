// The web host as a process: from a folder that is not there yet to a window, and down again without losing anything.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { fakeWindow } from '../../support/fake-window.ts';
import { lectern, startLectern } from '../../support/lectern.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

// Each of these starts processes, and one page is read by three of them in turn.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const entry = 'tests/support/web-host-entry.ts';

/** Starts a host and waits for the address it prints. */
async function start(library: string, ...sources: string[]) {
  const child = await startLectern([library, fakeWindow(tempDir()), ...sources], { entry });
  onTestFinished(() => void child.kill('SIGKILL'));
  const text = { stdout: '', stderr: '' };
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk;
  });
  const closed = new Promise<number | null>((done) => child.on('close', done));
  const announced = new Promise<void>((done) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text.stdout += chunk;
      if (text.stdout.includes('?token=')) done();
    });
  });
  await Promise.race([announced, closed]);
  const url = new URL(text.stdout.trim().split('\n').at(-1) ?? '');
  const entered = await fetch(url, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const call = async (name: string, input: unknown) => {
    const reply = await fetch(`${url.origin}/rpc`, {
      method: 'POST',
      headers: { cookie, origin: url.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ name, input }),
    });
    return (await reply.json()) as { ok: boolean; value: never };
  };
  /** Resolves when the library says that a clip has begun. */
  const clipStarted = async () => {
    const { body } = await fetch(`${url.origin}/events`, { headers: { cookie } });
    let said = '';
    for await (const chunk of body ?? []) {
      said += Buffer.from(chunk).toString();
      if (said.includes('clip-started')) return;
    }
  };
  return { child, closed, text, url, call, clipStarted };
}

test('makes a library with its welcome, clips what is given, and prints the address last', async () => {
  const dir = tempDir();
  const library = join(dir, 'new', 'library');
  const page = join(dir, 'lamp.html');
  writeFileSync(page, articlePage('The lamp', 'A quincunx of moths.'));
  const host = await start(library, page, join(dir, 'missing.html'));
  expect(host.text.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[A-Za-z0-9_-]{43}\n$/);
  expect(host.text.stderr).toMatch(/^not_found: .*missing\.html: .*\n$/);
  const { value } = await host.call('articles.list', {});
  const { articles } = value as { articles: { title: string; wordCount: number }[] };
  expect(articles.map(({ title }) => title)).toEqual(['The lamp', 'Welcome to Lectern']);
  expect(articles[1]?.wordCount).toBeGreaterThan(300);

  // Beside it the command line reads by itself and writes through it.
  const tagged = await lectern(['clip', page, '--tag', 'night', '--json', '--library', library]);
  expect(JSON.parse(tagged.stdout)).toMatchObject([{ title: 'The lamp', status: 'exists' }]);
  const listed = await lectern(['list', '--json', '--library', library]);
  expect(JSON.parse(listed.stdout)).toHaveLength(2);

  // A second host may not have it.
  const second = await lectern([library, fakeWindow(tempDir())], { entry });
  expect(second).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(new RegExp(`^library_busy: .*process ${host.child.pid}.*\n$`)),
  });

  host.child.kill('SIGTERM');
  expect(await host.closed).toBe(0);
  expect(existsSync(join(library, 'owner.sock'))).toBe(false);
  await expect(fetch(host.url)).rejects.toThrow('fetch failed');

  // What was clipped is there, and the welcome is not clipped again.
  const again = await start(library);
  expect(await again.call('articles.list', {})).toMatchObject({
    value: { articles: [{ title: 'The lamp' }, { title: 'Welcome to Lectern' }] },
  });
  again.child.kill('SIGINT');
  expect(await again.closed).toBe(0);
  expect(again.text.stderr).toBe('');
});

test('a call that runs is answered before it stops', async () => {
  const library = join(tempDir(), 'library');
  const host = await start(library);
  const bytes = { $bytes: Buffer.from(articlePage('Late', 'The last words.')).toString('base64') };
  const started = host.clipStarted();
  const answer = host.call('clip.fromFile', { name: 'late.html', bytes });
  await started;
  host.child.kill('SIGTERM');
  expect(await answer).toMatchObject({ ok: true, value: { title: 'Late', status: 'saved' } });
  expect(await host.closed).toBe(0);
  const listed = await lectern(['list', '--json', '--library', library]);
  expect(JSON.parse(listed.stdout)[0]).toMatchObject({ title: 'Late' });
});

test('a window that was not built is said not to be, and no library is made', async () => {
  const library = join(tempDir(), 'library');
  expect(await lectern([library, tempDir()], { entry })).toEqual({
    code: 1,
    stdout: '',
    stderr: 'not_found: The window has not been built yet: run “npm run build” first.\n',
  });
  expect(existsSync(library)).toBe(false);
});

test('serve and http-host refuse what they do not understand', async () => {
  expect(await lectern(['serve', '--port', '99999'])).toMatchObject({ code: 2, stdout: '' });
  const options = { entry: 'electron/hosts/http-host.ts' };
  expect(await lectern(['--foo'], options)).toMatchObject({ code: 2, stdout: '' });
  expect(await lectern(['--help'], options)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Usage: node electron\/hosts\/http-host\.ts/),
  });
});

test('serve says so when another process has the library', async () => {
  const { dir } = await makeLibrary();
  const ran = await lectern([dir, fakeWindow(tempDir())], { entry });
  expect(ran).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^library_busy: /),
  });
});
