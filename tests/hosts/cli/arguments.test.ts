// Command lines, understood and not understood.
import { describe, expect, test } from 'vitest';
import { readArguments, UsageError } from '#hosts/cli/arguments.ts';
import { commands, sharedOptions } from '#hosts/cli/commands.ts';
import { usage, usageOf } from '#hosts/cli/usage.ts';

/** What was understood, as one value: command, arguments, and each option that can be given. */
function read(...argv: string[]) {
  const reading = readArguments(argv, commands, sharedOptions);
  if (reading.kind !== 'run') return reading;
  const { command, operands, options } = reading.invocation;
  const names = [...Object.keys(commands[command as 'clip'].options), 'library', 'json'];
  const given = names.filter((name) => options.has(name));
  return [command, operands, Object.fromEntries(given.map((name) => [name, options.texts(name)]))];
}

describe('understood', () => {
  test.each([
    [['list'], ['list', [], {}]],
    [
      ['--json', '--library', 'd', 'list'],
      ['list', [], { json: [''], library: ['d'] }],
    ],
    [
      ['list', '--library=d', '--json'],
      ['list', [], { json: [''], library: ['d'] }],
    ],
    [
      ['list', '--limit', '5', '--limit=7'],
      ['list', [], { limit: ['5', '7'] }],
    ],
    [
      ['clip', 'a', '--tag', 'x', '-', '--tag=y z', 'b'],
      ['clip', ['a', '-', 'b'], { tag: ['x', 'y z'] }],
    ],
    [
      ['clip', '--', '--tag', '-x'],
      ['clip', ['--tag', '-x'], {}],
    ],
    [
      ['clip', '--tag', '--', 'a'],
      ['clip', ['a'], { tag: ['--'] }],
    ],
    [
      ['search', 'cat', '-dog', '-"a b"'],
      ['search', ['cat', '-dog', '-"a b"'], {}],
    ],
    [
      ['search', '-dog', '--limit', '3'],
      ['search', ['-dog'], { limit: ['3'] }],
    ],
    [
      ['search', '--', '--json'],
      ['search', ['--json'], {}],
    ],
    [
      ['search', ''],
      ['search', [''], {}],
    ],
    [
      ['show', 'u', '--format', 'html'],
      ['show', ['u'], { format: ['html'] }],
    ],
    [
      ['extract', '--jsonl'],
      ['extract', [], { jsonl: [''] }],
    ],
    [['--help'], { kind: 'help', command: null }],
    [['clip', '--help'], { kind: 'help', command: 'clip' }],
    [['clip', '-h'], { kind: 'help', command: 'clip' }],
    [['help', 'tag'], { kind: 'help', command: 'tag' }],
    [['help', 'nonsense'], { kind: 'help', command: null }],
    [['--version'], { kind: 'version' }],
  ])('%j', (argv, expected) => {
    expect(read(...argv)).toEqual(expected);
  });
});

describe('not understood', () => {
  test.each([
    [[], 'No command was given.', null],
    [['klip'], 'There is no command “klip”.', null],
    [['constructor'], 'There is no command “constructor”.', null],
    [['--foo', 'list'], 'There is no option “--foo”.', null],
    [['list', '--foo'], '“lectern list” has no option “--foo”.', 'list'],
    [['list', '--constructor'], '“lectern list” has no option “--constructor”.', 'list'],
    [['list', '-x'], '“lectern list” has no option “-x”.', 'list'],
    [['list', 'x'], '“lectern list” does not know what to do with “x”.', 'list'],
    [['search', '--foo', 'x'], '“lectern search” has no option “--foo”.', 'search'],
    [['clip'], '“lectern clip” needs <file|folder|zip|url|->….', 'clip'],
    [['clip', 'a', '--tag'], 'The option --tag needs a value.', 'clip'],
    [['list', '--json=yes'], 'The option --json takes no value.', 'list'],
    [
      ['list', '--limit', 'many'],
      'The option --limit takes a whole number from 1 to 1000000, not “many”.',
      'list',
    ],
    [
      ['search', 'x', '--limit', '0'],
      'The option --limit takes a whole number from 1 to 200, not “0”.',
      'search',
    ],
    [
      ['serve', '--port', '1e3'],
      'The option --port takes a whole number from 0 to 65535, not “1e3”.',
      'serve',
    ],
    [
      ['show', 'u', '--format', 'pdf'],
      'The option --format takes one of text, html, json, not “pdf”.',
      'show',
    ],
    [['tag', 'u'], '“lectern tag” needs <uid> <name>….', 'tag'],
  ])('%j', (argv, message, command) => {
    expect(() => read(...argv)).toThrow(UsageError);
    expect(() => read(...argv)).toThrow(expect.objectContaining({ message, command }));
  });
});

test('help names every command and every option', () => {
  for (const [name, { options }] of Object.entries(commands)) {
    expect(usage()).toContain(`  ${name} `);
    const its = usageOf(name as keyof typeof commands);
    for (const option of [...Object.keys(options), 'library', 'json']) {
      expect(its).toContain(`--${option}`);
    }
  }
});
