// On a full disk: a clear error, nothing half, everything readable, and clipping again once there is room.
import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '#library/open-library.ts';
import { holdBallast, isBallastHeld } from '#library/storage/ballast.ts';
import { fillUp } from '../support/fill-up.ts';
import { makeLibrary } from '../support/make-library.ts';
import { makePorts, textParser } from '../support/make-ports.ts';
import { smallDisk, whyNoMount } from '../support/mount.ts';

const obstacle = whyNoMount();
if (obstacle) console.log(`skipped: tests on a full disk (${obstacle})`);

describe.skipIf(obstacle)('on a full disk', () => {
  it('a clip fails by code, and nothing that was kept suffers', async () => {
    const mount = smallDisk(12);
    const ballast = join(mount, 'ballast');
    writeFileSync(ballast, randomBytes(3 * 1024 * 1024));
    const { client, dir, close } = await makeLibrary({
      dir: join(mount, 'library'),
      parser: textParser,
    });
    const kept: string[] = [];
    const failures: { code: string; message: string }[] = [];
    for (let at = 0; failures.length < 10 && at < 500; at++) {
      const text = `Clip ${at}\n${randomBytes(30_000).toString('base64')}`;
      await client['clip.fromPasted']({ text }).then(
        ({ title }) => kept.push(title),
        (error: { code: string; message: string }) => failures.push(error),
      );
    }
    expect(kept.length).toBeGreaterThan(10);
    expect(failures.map(({ code }) => code)).toEqual(Array(10).fill('disk_full'));
    expect(failures[0]?.message).toMatch(/^The disk is full: .* Nothing was changed\.$/);

    // Everything else still reads, and a small change fails as clearly or is made.
    const titles = async () =>
      (await client['articles.list']({ limit: 500, sort: 'oldest' })).articles.map(
        ({ title }) => title,
      );
    expect(await titles()).toEqual(kept);
    expect(await client['library.check']({})).toMatchObject({ ok: true, problems: [] });
    expect((await client['search.run']({ text: 'clip' })).hits.length).toBeGreaterThan(0);
    expect(readdirSync(join(dir, 'assets', '.incoming'))).toEqual([]);

    rmSync(ballast);
    await client['clip.fromPasted']({ text: 'After\nthere is room again' });
    expect(await titles()).toEqual([...kept, 'After']);
    await close();

    const again = await makeLibrary({ dir });
    expect(await again.client['library.check']({})).toMatchObject({ ok: true, problems: [] });
    expect((await again.client['articles.counts']({})).all).toBe(kept.length + 1);
  });

  it('what is there can be changed and deleted, in the room that was held back', async () => {
    const mount = smallDisk(48);
    const dir = join(mount, 'library');
    const { client, close } = await makeLibrary({ dir, parser: textParser });
    const { uid } = await client['clip.fromPasted']({ text: 'Kept\nbefore the disk was full' });
    expect(await holdBallast(dir)).toBe(true);
    const trashed = (is: boolean) => client['articles.trash']({ uids: [uid], trashed: is });
    const filler = join(mount, 'filler');
    fillUp(filler);
    const clip = () => client['clip.fromPasted']({ text: randomBytes(400_000).toString('base64') });
    await expect(clip()).rejects.toMatchObject({ code: 'disk_full' });
    expect(isBallastHeld(dir)).toBe(true);

    // The log has room left for one or two changes; then one of them needs what was held back.
    for (let at = 0; at < 600 && isBallastHeld(dir); at++) await trashed(at % 2 === 0);
    expect(isBallastHeld(dir)).toBe(false);
    await trashed(true);
    await expect(clip()).rejects.toMatchObject({
      code: 'disk_full',
      message: expect.stringMatching(/^The disk is full: nothing can be added until/),
    });

    rmSync(filler);
    await clip();
    expect(isBallastHeld(dir)).toBe(true);
    expect(await client['articles.counts']({})).toMatchObject({ all: 1, trash: 1 });
    await close();
  });

  it('without room held back nothing could be deleted', async () => {
    const mount = smallDisk(48);
    const { client } = await makeLibrary({ dir: join(mount, 'library'), parser: textParser });
    const { uid } = await client['clip.fromPasted']({ text: 'Kept\nbefore the disk was full' });
    fillUp(join(mount, 'filler'));
    const change = async () => {
      for (let at = 0; at < 600; at++) {
        await client['articles.trash']({ uids: [uid], trashed: at % 2 === 0 });
      }
    };
    await expect(change()).rejects.toMatchObject({ code: 'disk_full' });
  });

  it('no library can be made, and none is left half made', async () => {
    const mount = smallDisk(1);
    writeFileSync(join(mount, 'ballast'), randomBytes(1000 * 1024));
    const dir = join(mount, 'library');
    await expect(openLibrary({ dir, ports: makePorts() })).rejects.toMatchObject({
      code: 'disk_full',
    });
    rmSync(join(mount, 'ballast'));
    const { library } = await makeLibrary({ dir });
    expect(library.isNew).toBe(true);
  });
});
