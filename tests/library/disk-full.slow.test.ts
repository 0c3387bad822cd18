// The long form of disk-full.test.ts: a disk filled ten times, with what was kept counted, what failed timed, and room made again.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holdBallast } from '#library/storage/ballast.ts';
import { fillUp } from '../support/fill-up.ts';
import { makeLibrary } from '../support/make-library.ts';
import { textParser } from '../support/make-ports.ts';
import { smallDisk, whyNoMount } from '../support/mount.ts';

const TIMES = 10;

const obstacle = whyNoMount();
if (obstacle) console.log(`skipped: tests on a full disk (${obstacle})`);

describe.skipIf(obstacle)('a disk that is full ten times', () => {
  it('loses nothing, says so, and can be left', async () => {
    const mount = smallDisk(64);
    const dir = join(mount, 'library');
    const { client, close } = await makeLibrary({ dir, parser: textParser });
    const filler = join(mount, 'filler');
    const kept: string[] = [];
    let slowest = 0;
    for (let time = 0; time < TIMES; time++) {
      const clip = async (at: number) => {
        const text = `Clip ${at} of ${time}\n${randomBytes(30_000).toString('base64')}`;
        kept.push((await client['clip.fromPasted']({ text })).title);
      };
      for (let at = 0; at < 10; at++) await clip(at);
      await holdBallast(dir);
      fillUp(filler);
      let failures = 0;
      for (let at = 10; failures < 10; at++) {
        const begun = performance.now();
        const failure = await clip(at).catch((error: { code: string }) => error.code);
        if (!failure) continue;
        slowest = Math.max(slowest, performance.now() - begun);
        expect(failure).toBe('disk_full');
        failures++;
      }
      const { articles } = await client['articles.list']({ limit: 1, sort: 'oldest' });
      const uids = articles.map(({ uid }) => uid);
      for (let turn = 0; turn < 200; turn++) {
        await client['articles.star']({ uids, starred: turn % 2 === 0 });
      }
      rmSync(filler);
      const { articles: all } = await client['articles.list']({ limit: 500, sort: 'oldest' });
      expect(all.map(({ title }) => title)).toEqual(kept);
      expect(await client['library.check']({})).toMatchObject({ ok: true, problems: [] });
    }
    await close();
    console.log(
      `Disk full ${TIMES} times: ${kept.length} kept, 0 lost, said within ${Math.ceil(slowest)} ms, 200 changes made each time`,
    );
    expect(slowest).toBeLessThan(2000);
  });
});
