// What reaches a terminal: nothing of a page that the terminal would obey.
import { expect, test } from 'vitest';
import { openOutput, plain, withoutControls } from '#hosts/cli/output.ts';

const hostile = 'a\u001b[2Jb\u009b31mc\u0007d\u202ee\u0000\tf\n g';

test('text of a page loses what a terminal obeys', () => {
  expect(plain(hostile)).toBe('a[2Jb31mcde f g');
  expect(withoutControls(hostile)).toBe('a[2Jb31mcde\tf\n g');
  expect(plain('  العربية  ελληνικά\u2028日本語 👩‍👩‍👧 ')).toBe('العربية ελληνικά 日本語 👩‍👩‍👧');
});

/** An output whose streams are kept as lists of what was written. */
function recorded({ isTTY = false, env = {} }: { isTTY?: boolean; env?: Record<string, string> }) {
  const written = { stdout: [] as string[], stderr: [] as string[] };
  const stream = (name: 'stdout' | 'stderr') =>
    ({ isTTY, on: () => undefined, write: (text: string) => written[name].push(text) }) as never;
  return {
    output: openOutput({ stdout: stream('stdout'), stderr: stream('stderr'), env }),
    written,
  };
}

test('JSON holds no control character, and means the same', () => {
  const { output, written } = recorded({});
  output.json({ title: hostile });
  output.jsonLine({ title: hostile });
  expect(written.stdout.join('')).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(written.stdout.map((text) => JSON.parse(text))).toEqual([
    { title: hostile },
    { title: hostile },
  ]);
  expect(written.stdout[1]?.indexOf('\n')).toBe((written.stdout[1]?.length ?? 0) - 1);
});

test('problems are `code: sentence` on standard error, with what they are about', () => {
  const { output, written } = recorded({});
  output.problem({ code: 'not_found', message: 'There is no file “x\u001b”.' });
  output.problem({ code: 'bug', message: 'Oh.' }, 'a\nfile');
  expect(written).toEqual({
    stdout: [],
    stderr: ['not_found: There is no file “x”.\n', 'bug: a file: Oh.\n'],
  });
});

test.each([
  [true, {}, '\u001b[1mx\u001b[22m'],
  [true, { NO_COLOR: '1' }, 'x'],
  [true, { NO_COLOR: '' }, '\u001b[1mx\u001b[22m'],
  [true, { TERM: 'dumb' }, 'x'],
  [false, {}, 'x'],
])('colours: terminal %j, environment %j', (isTTY, env, expected) => {
  expect(recorded({ isTTY, env }).output.style.strong('x')).toBe(expected);
});
