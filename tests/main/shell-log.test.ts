// The log of the desktop app: a file of bounded size, and lines from child processes.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { logLines, openLog } from '../../electron/main/shell-log.ts';
import { tempDir } from '../support/temp-dir.ts';

const noon = () => Date.UTC(2026, 10, 22, 12);

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());

test('lines carry their time and level, errors their stack', () => {
  const dir = join(tempDir(), 'logs');
  const log = openLog(dir, noon);
  log.info('library: open');
  log.warn('search.run ok 900ms');
  log.error('search.run: bug', new Error('no such table'));
  const text = readFileSync(join(dir, 'lectern.log'), 'utf8');
  expect(text).toContain('2026-11-22T12:00:00.000Z info library: open\n');
  expect(text).toContain('2026-11-22T12:00:00.000Z warn search.run ok 900ms\n');
  expect(text).toMatch(/error search\.run: bug\nError: no such table\n {4}at /);
});

test('only this person may read it', () => {
  const dir = join(tempDir(), 'logs');
  openLog(dir, noon).info('a line');
  expect(statSync(join(dir, 'lectern.log')).mode & 0o077).toBe(0);
});

test('a log that has grown large is put aside at the next start', () => {
  const dir = tempDir();
  const file = join(dir, 'lectern.log');
  writeFileSync(file, 'x'.repeat(2_000_001));
  openLog(dir, noon).info('a new start');
  expect(readFileSync(file, 'utf8')).toBe('2026-11-22T12:00:00.000Z info a new start\n');
  expect(statSync(`${file}.1`).size).toBe(2_000_001);
});

test('where no file can be written the log goes on without it', () => {
  const dir = tempDir();
  writeFileSync(join(dir, 'file'), '');
  const log = openLog(join(dir, 'file', 'logs'), noon);
  log.info('still here');
  expect(vi.mocked(process.stderr.write)).toHaveBeenLastCalledWith(
    '2026-11-22T12:00:00.000Z info still here\n',
  );

  mkdirSync(join(dir, 'logs', 'lectern.log'), { recursive: true });
  openLog(join(dir, 'logs'), noon).info('and here');
  expect(existsSync(join(dir, 'logs', 'lectern.log'))).toBe(true);
});

test('what a child writes becomes lines, however it arrives', async () => {
  const stream = new PassThrough();
  const lines: string[] = [];
  logLines(stream, (line) => lines.push(line));
  stream.write('one\ntw');
  stream.write('o\n\nthr');
  stream.write(`ee\n${'x'.repeat(5000)}\n`);
  stream.end('last, without an end');
  await new Promise((ended) => stream.once('end', ended));
  expect(lines).toEqual(['one', 'two', 'three', 'x'.repeat(2000), 'last, without an end']);
});

test('a child that never ends its line does not fill the memory', async () => {
  const stream = new PassThrough();
  const lines: string[] = [];
  logLines(stream, (line) => lines.push(line));
  for (let chunk = 0; chunk < 1000; chunk++) stream.write('y'.repeat(1000));
  stream.end();
  await new Promise((ended) => stream.once('end', ended));
  expect(lines).toEqual(['y'.repeat(2000)]);
});
