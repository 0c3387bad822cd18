// Killed at any moment, the library loses nothing that it said was kept, and is never left between two versions.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { killRounds } from '../support/kill-rounds.ts';
import { articlePage } from '../support/local-site.ts';
import { makeLibrary } from '../support/make-library.ts';
import { migrationKills } from '../support/migration-kills.ts';
import { tempDir } from '../support/temp-dir.ts';

it('loses nothing when it is killed', async () => {
  const report = await killRounds(join(tempDir(), 'library'), [0, 200]);
  expect(report.told).toBeGreaterThan(5);
  expect(report).toEqual({ told: report.told, lost: [], problems: [] });
});

it('loses nothing when it is killed in the middle of checkpoints', async () => {
  const report = await killRounds(join(tempDir(), 'library'), [60, 300], ['tiny']);
  expect(report).toEqual({ told: report.told, lost: [], problems: [] });
});

it('would be seen to lose what it told of too early', async () => {
  const report = await killRounds(join(tempDir(), 'library'), [0, 0], ['early']);
  expect(report.lost).not.toEqual([]);
  expect(report.problems).toEqual([]);
});

it('is never left between two versions', async () => {
  const { half, failures } = await migrationKills(tempDir(), [0.4, 0.9]);
  expect({ half, failures }).toEqual({ half: 0, failures: [] });
});

it('in the middle of a clip leaves no half article, and what it had written by then goes when the library is next open', async () => {
  const dir = join(tempDir(), 'library');
  const child = fork(new URL('../support/stuck-clip-process.ts', import.meta.url), [dir]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;

  const pictures = () =>
    readdirSync(join(dir, 'assets'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^[0-9a-f]{2}.[0-9a-f]{64}\.png$/.test(name),
    );
  // Otherwise nothing would have had to go.
  expect(pictures()).toHaveLength(1);

  const { client } = await makeLibrary({ dir });
  expect(await client['articles.counts']({})).toMatchObject({ all: 0 });
  expect(await client['library.check']({})).toMatchObject({ ok: true, problems: [] });
  await expect.poll(pictures).toEqual([]);
  expect((await client['storage.use']({})).unused).toEqual({ count: 0, bytes: 0 });
  expect(readdirSync(join(dir, 'assets', '.incoming'))).toEqual([]);
  const source = { html: articlePage('Dunmore'), url: 'https://a.example/stuck' };
  expect(await client['clip.fromPasted'](source)).toMatchObject({ status: 'saved' });
});
