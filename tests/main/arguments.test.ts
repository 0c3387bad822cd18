// The command line of the desktop app, and our own words on Electron's.
import { expect, test } from 'vitest';
import { clipTarget, parseArguments } from '../../electron/main/arguments.ts';
import { ownWords } from '../../electron/main/own-words.ts';

const cwd = '/home/reader';
const nothing = {
  help: false,
  version: false,
  library: null,
  userData: null,
  clips: [],
  link: null,
  mistake: null,
};

test('files and addresses are to be clipped, in their order', () => {
  expect(
    parseArguments(
      ['page.html', 'https://example.org/a?b=c', '/tmp/notes.txt', 'file:///tmp/with%20space.htm'],
      cwd,
    ),
  ).toEqual({
    ...nothing,
    clips: [
      { kind: 'path', path: '/home/reader/page.html' },
      { kind: 'url', url: 'https://example.org/a?b=c' },
      { kind: 'path', path: '/tmp/notes.txt' },
      { kind: 'path', path: '/tmp/with space.htm' },
    ],
  });
});

test('folders are made absolute, in either spelling', () => {
  expect(parseArguments(['--library', 'books', '--user-data-dir=/tmp/state'], cwd)).toEqual({
    ...nothing,
    library: '/home/reader/books',
    userData: '/tmp/state',
  });
});

test('an option without its folder is a mistake that can be told', () => {
  expect(parseArguments(['--library'], cwd).mistake).toBe('--library needs a folder.');
  expect(parseArguments(['--library='], cwd).mistake).toBe('--library needs a folder.');
});

test('switches of Chromium, and the port of the web host, are not taken for files', () => {
  expect(
    parseArguments(
      ['--no-sandbox', '--ozone-platform=wayland', '--port', '4000', '--port=4001'],
      cwd,
    ),
  ).toEqual(nothing);
});

test('after two dashes everything is a file', () => {
  expect(parseArguments(['--', '--help'], cwd)).toEqual({
    ...nothing,
    clips: [{ kind: 'path', path: '/home/reader/--help' }],
  });
});

test('a link is taken as it is, and nothing behind it', () => {
  const link = 'lectern:clip?url=https%3A%2F%2Fexample.org%2F';
  expect(parseArguments(['--', link], cwd)).toEqual({ ...nothing, link });
  expect(parseArguments([link, '--library', '/tmp/theirs', '/etc/passwd'], cwd)).toEqual({
    ...nothing,
    link,
  });
  // The control: what stands before it was registered by ourselves.
  expect(parseArguments(['--library', '/tmp/mine', link], cwd)).toEqual({
    ...nothing,
    library: '/tmp/mine',
    link,
  });
});

test.each([['--help'], ['-h']])('%s asks for help', (word) => {
  expect(parseArguments([word], cwd)).toEqual({ ...nothing, help: true });
});

test.each([['--version'], ['-v']])('%s asks for the version', (word) => {
  expect(parseArguments([word], cwd)).toEqual({ ...nothing, version: true });
});

test.each([
  '',
  'mailto:reader@example.org',
  'javascript:alert(1)',
  'data:text/html,hello',
  'ftp://example.org/page.html',
  'http://',
  'file://host.example/%2Fetc',
])('%j names nothing to clip', (word) => {
  expect(clipTarget(word, cwd)).toBeNull();
});

test('a file whose name looks a little like an address is a file', () => {
  expect(clipTarget('a:b.html', cwd)).toEqual({ kind: 'path', path: '/home/reader/a:b.html' });
});

test('our words begin after the path of the app in a checkout, and at once when packaged', () => {
  const argv = ['/usr/bin/electron', '--no-sandbox', '.', '--library', 'x'];
  expect(ownWords(argv, '/home/reader', cwd)).toEqual(['--library', 'x']);
  expect(ownWords(['/opt/Lectern/lectern', 'page.html'], null, cwd)).toEqual(['page.html']);
});
