// What the command line says where there is no library, or no such command.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { lectern } from '../../support/lectern.ts';
import { tempDir } from '../../support/temp-dir.ts';

// Each of these starts processes.
vi.setConfig({ testTimeout: 60_000 });

const NOBODY = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

test.each([['list'], ['search', 'x'], ['show', NOBODY], ['check']])(
  '%s makes no library',
  async (...args) => {
    const nowhere = join(tempDir(), 'nowhere');
    expect(await lectern([...args, '--library', nowhere])).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^not_found: .*\n$/),
    });
    expect(existsSync(nowhere)).toBe(false);
  },
);

test('tag makes no library, either', async () => {
  const nowhere = join(tempDir(), 'nowhere');
  const ran = await lectern(['tag', NOBODY, 'x', '--library', nowhere]);
  expect(ran).toMatchObject({ code: 1, stderr: expect.stringMatching(/^not_found: /) });
  expect(existsSync(nowhere)).toBe(false);
});

test.each([
  [[], 'invalid_input: No command was given. See “lectern --help”.\n'],
  [['klip'], 'invalid_input: There is no command “klip”. See “lectern --help”.\n'],
  [
    ['list', '--foo'],
    'invalid_input: “lectern list” has no option “--foo”. See “lectern list --help”.\n',
  ],
])('wrong usage: %j', async (args, stderr) => {
  expect(await lectern(args)).toEqual({ code: 2, stdout: '', stderr });
});

test('help and version go to standard output', async () => {
  expect(await lectern(['--help'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Usage: lectern /),
    stderr: '',
  });
  expect(await lectern(['--version'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: '',
  });
});
