// The short form of watch.slow.test.ts: one page that is whole, and one that is still being written.
import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeLibrary } from '../../support/make-library.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

it('a watched page is clipped when it is whole, once', async () => {
  const into = tempDir();
  const { client, events } = await makeLibrary({ runsJobs: true });
  await client['watch.set']({ dir: into, end: 'keep' });
  const titles = async () =>
    (await client['articles.list']({ sort: 'oldest' })).articles.map(({ title }) => title);
  const clipped = () => events.filter(({ kind }) => kind === 'clip-started').length;

  writeFileSync(join(into, 'whole.html'), articlePage('Whole', 'A quincunx, bright and bold.'));
  const page = articlePage('Slowly', 'A sextant, bright and bold.');
  // Written on and on for as long as the other one takes.
  writeFileSync(join(into, 'slow.html'), page.slice(0, -20));
  for (let part = 0; part < 200 && (await titles()).length === 0; part++) {
    appendFileSync(join(into, 'slow.html'), '<p>And on.');
    await new Promise((done) => setTimeout(done, 100));
  }
  expect(await titles()).toEqual(['Whole']);
  expect(clipped()).toBe(1);
  writeFileSync(join(into, 'slow.html'), page);
  await expect.poll(titles).toEqual(['Whole', 'Slowly']);
  renameSync(join(into, 'whole.html'), join(into, 'renamed.html'));
  await client['watch.look']({});
  expect(clipped()).toBe(2);
});
