// The program itself, as it is called: by its name from any folder, through npm, and as the server of the window.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startLectern } from '../../support/lectern.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** Without what npm put in front of the search path: the Node that the system has, which may be too old to run us. */
const systemPath = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((dir) => !dir.includes('node_modules'))
  .join(delimiter);

async function ran(program: string, args: readonly string[], cwd: string) {
  const { NODE_OPTIONS: _, npm_lifecycle_event: __, INIT_CWD: ___, ...env } = process.env;
  const child = spawn(program, args, { cwd, env: { ...env, PATH: systemPath } });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk;
    });
  }
  const code = await new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', done);
  });
  return { code, ...text };
}

test.each([
  ['by its name', join(root, 'scripts', 'lectern.mjs'), []],
  ['by the Node of the system', 'node', [join(root, 'scripts', 'lectern.mjs')]],
  ['through npm', 'npm', ['run', '--silent', '--prefix', root, 'lectern', '--']],
])('%s, from any folder: it finds its Node, and files from where it was called', async (...at) => {
  const [, program, words] = at;
  const cwd = tempDir();
  writeFileSync(join(cwd, 'lamp.html'), articlePage('The lamp', 'A quincunx of moths.'));
  const read = await ran(program, [...words, 'extract', 'lamp.html', '--json'], cwd);
  expect(read).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(read.stdout)).toMatchObject({ title: 'The lamp' });
  const wrong = await ran(program, [...words, 'klip'], cwd);
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toMatch(/^invalid_input: There is no command “klip”\./);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

test('serve: at the port that was named, until it is told to stop', async () => {
  const port = await freePort();
  const library = join(tempDir(), 'library');
  const args = ['serve', '--port', String(port), '--json', '--library', library];
  const child = await startLectern(args);
  onTestFinished(() => void child.kill('SIGKILL'));
  const closed = new Promise((done) => child.on('close', done));
  const line = await new Promise<string>((done) => {
    child.stdout.once('data', (chunk) => done(String(chunk)));
  });
  const { url } = JSON.parse(line) as { url: string };
  expect(new URL(url)).toMatchObject({ hostname: '127.0.0.1', port: String(port) });
  expect((await fetch(url, { redirect: 'manual' })).headers.get('set-cookie')).toBeTruthy();
  expect((await fetch(new URL(url).origin)).status).toBe(401);
  child.kill('SIGINT');
  expect(await closed).toBe(0);
});
