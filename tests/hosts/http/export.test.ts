// An export that a window in a browser asks for: handed over once, and never written to a path of its choice.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempDir } from '../../support/temp-dir.ts';
import { startWebHost } from '../../support/web-host.ts';

test('a file comes once, as a download, and only to the window', async () => {
  const { ask, askInside, call } = await startWebHost();
  const all = { articles: 'everything', format: 'json' };
  const { value } = JSON.parse((await call('exports.run', { ...all, to: null })).text);
  const path = `/export/${value.file}`;
  expect((await ask(path)).status).toBe(401);
  const got = await askInside(path);
  expect(got).toMatchObject({ status: 200 });
  expect(JSON.parse(got.text)).toMatchObject({ format: 'lectern-articles', articles: [] });
  expect(got.headers['content-disposition']).toMatch(/^attachment$/);
  expect(got.headers['x-content-type-options']).toBe('nosniff');
  await expect.poll(async () => (await askInside(path)).status).toBe(404);
  expect((await askInside('/export/..%2Flibrary.sqlite')).status).toBe(404);

  const to = join(tempDir(), 'mine.json');
  for (const input of [{ ...all, to }, all, null]) {
    expect((await call('exports.run', input)).status).toBe(403);
  }
});
