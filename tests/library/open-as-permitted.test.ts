// A library on media that nobody can write is shown all the same; one that can be written is opened as ever.
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { libraryContract } from '#contract/library.ts';
import { openAsPermitted } from '#library/open-as-permitted.ts';
import { clientOf } from '../support/client-of.ts';
import { makeLibrary } from '../support/make-library.ts';
import { makePorts, textParser } from '../support/make-ports.ts';
import { makeUnwritable } from '../support/make-unwritable.ts';
import { tempDir } from '../support/temp-dir.ts';

async function open(dir: string) {
  const library = await openAsPermitted({ dir, ports: makePorts() });
  onTestFinished(() => library.close());
  return { ...library, client: clientOf(libraryContract, library.dispatch) };
}

it('reads what it may not write, and refuses changes in words', async () => {
  const owner = await makeLibrary({ parser: textParser });
  const { uid } = await owner.client['clip.fromPasted']({ text: 'One\nwords' });
  await owner.close();
  makeUnwritable(owner.dir);
  const { client, readOnly, isNew } = await open(owner.dir);
  expect({ readOnly, isNew }).toEqual({ readOnly: true, isNew: false });
  expect(await client['articles.get']({ uid })).toMatchObject({ title: 'One' });
  await expect(client['articles.star']({ uids: [uid], starred: true })).rejects.toMatchObject({
    code: 'read_only',
  });
});

it('opens for writing what it may write', async () => {
  const { client, readOnly } = await open(join(tempDir(), 'library'));
  expect(readOnly).toBe(false);
  expect(await client['library.info']({})).toMatchObject({ readOnly: false });
});

it('says that nothing can be made where there is nothing to read', async () => {
  const dir = tempDir();
  makeUnwritable(dir);
  await expect(openAsPermitted({ dir, ports: makePorts() })).rejects.toMatchObject({
    code: 'read_only',
  });
});
