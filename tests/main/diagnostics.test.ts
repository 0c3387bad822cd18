// The text of “Copy Diagnostics”: what helps is in it, what somebody reads is not.
import { expect, test } from 'vitest';
import { diagnosticsOf, withoutNames } from '../../electron/main/diagnostics.ts';

const home = '/home/reader';

test.each([
  ['library: open', 'library: open'],
  [
    '2026-11-26T21:00:00.000Z warn articles.list ok 31ms',
    '2026-11-26T21:00:00.000Z warn articles.list ok 31ms',
  ],
  ['at /home/reader/Articles/library.sqlite', 'at [path]'],
  [
    "ENOENT: no such file, open '/media/My Disk/secret name/x.html'",
    "ENOENT: no such file, open '…'",
  ],
  ['C:\\Users\\Reader\\Articles is gone', '[path] is gone'],
  ['“The Old Mill” could not be read', '“…” could not be read'],
  ['“The Old Mill, cut off', '“…”'],
  ['fetch https://example.org/secret?x=1 failed', 'fetch [address] failed'],
  ['lectern:clip is no address with a host', 'lectern:clip is no address with a host'],
])('%j becomes %j', (line, shown) => {
  expect(withoutNames(line, home)).toBe(shown);
});

test('says versions, state and the end of the log', () => {
  const log = Array.from({ length: 100 }, (_, at) => `line ${at}`).join('\n');
  const text = diagnosticsOf(
    { versions: { Lectern: '0.1.0', Linux: '6.1' }, library: 'open', crashes: [0], log },
    home,
  );
  expect(text).toMatch(/^Lectern: 0\.1\.0\nLinux: 6\.1\nLibrary: open\nCrashes: 1970-01-01T/);
  expect(text).not.toContain('line 39\n');
  expect(text).toMatch(/line 40\n[\s\S]*line 99\n$/);
});
