// A library whose folder is moved, replaced, or can only be read from now on: nothing is written where nobody looks for it.
import { cpSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { libraryContract } from '#contract/library.ts';
import { openLibrary } from '#library/open-library.ts';
import { clientOf } from '../support/client-of.ts';
import { makePorts, textParser } from '../support/make-ports.ts';
import { coverReadOnly, whyNoMount } from '../support/mount.ts';
import { tempDir } from '../support/temp-dir.ts';

async function open() {
  const dir = join(tempDir(), 'library');
  let losses = 0;
  const library = await openLibrary({
    dir,
    ports: makePorts({ parser: textParser }),
    onLost: () => losses++,
  });
  onTestFinished(() => library.close());
  const client = clientOf(libraryContract, library.dispatch);
  const { uid } = await client['clip.fromPasted']({ text: 'One\nwords of it' });
  const star = (starred: boolean) => client['articles.star']({ uids: [uid], starred });
  return { dir, client, uid, star, losses: () => losses };
}

const gone = { code: 'host_gone', message: expect.stringContaining('is not there any more') };

it('changes nothing while its folder is away, and goes on when the same one is back', async () => {
  const { dir, client, uid, star, losses } = await open();
  renameSync(dir, `${dir}-away`);
  await expect(star(true)).rejects.toMatchObject(gone);
  await expect(client['clip.fromPasted']({ text: 'Two\nwords' })).rejects.toMatchObject(gone);
  expect(losses()).toBe(2);
  expect(existsSync(dir)).toBe(false);

  renameSync(`${dir}-away`, dir);
  expect(await client['articles.get']({ uid })).toMatchObject({ starred: false });
  await star(true);
  expect(await client['articles.get']({ uid })).toMatchObject({ starred: true });
  expect(losses()).toBe(2);
});

it('does not take another folder in its place for itself', async () => {
  const { dir, star, losses } = await open();
  renameSync(dir, `${dir}-away`);
  cpSync(`${dir}-away`, dir, { recursive: true });
  await expect(star(true)).rejects.toMatchObject(gone);
  expect(losses()).toBe(1);
});

it('is not lost by what else is not found', async () => {
  const { client, losses } = await open();
  await expect(
    client['clip.fromPath']({ path: join(tempDir(), 'nothing.html') }),
  ).rejects.toMatchObject({ code: 'not_found' });
  expect(losses()).toBe(0);
});

const obstacle = whyNoMount();
if (obstacle) console.log(`skipped: a disk that turns read-only (${obstacle})`);

describe.skipIf(obstacle)('on a disk that turns read-only', () => {
  it('says so with the first change, and that it has to be opened anew', async () => {
    const { dir, client, losses } = await open();
    coverReadOnly(dir);
    await expect(client['clip.fromPasted']({ text: 'Two\nwords' })).rejects.toMatchObject({
      code: 'host_gone',
      message: expect.stringContaining('takes nothing any more'),
    });
    expect(losses()).toBe(1);
  });
});
