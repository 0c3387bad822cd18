// What takes room, and clearing away what nobody needs without touching anything else.
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { insertAsset } from '#library/clip/asset-repo.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { textParser } from '../../support/make-ports.ts';

it('adds up what there is', async () => {
  const { client } = await makeLibrary({ parser: textParser });
  const text = `An owl\n${'sat still in the old tree '.repeat(2000)}`;
  await client['clip.fromPasted']({ text });
  const before = await client['storage.use']({});
  expect(before.pages).toEqual({ count: 1, bytes: Buffer.byteLength(text) });
  expect(before.pictures).toEqual({ count: 0, bytes: 0 });
  expect(before.unused).toEqual({ count: 0, bytes: 0 });
  expect(before.backups).toEqual({ count: 0, bytes: 0 });
  for (const part of ['texts', 'index', 'rest'] as const) {
    expect(before.database[part]).toBeGreaterThan(0);
  }
  const { backup } = await client['backups.make']({});
  // The page is there once, under two names.
  expect((await client['storage.use']({})).backups).toEqual({ count: 1, bytes: backup.bytes });
  expect((await client['library.info']({})).risk).toBe(null);
});

it('removes files that no article names, with or without a row, and no other', async () => {
  const context = await makeContext({ parser: textParser });
  const { client, assets, db } = context;
  await client['clip.fromPasted']({ text: 'An owl\nsat still.' });
  const put = (text: string) => assets.put(new TextEncoder().encode(text), 'png');
  const withoutRow = await put('left by a crash');
  const unnamed = await put('of an article that is gone');
  insertAsset(db, { name: unnamed, byteSize: 26, width: 1, height: 1, createdAt: 1 });
  expect((await client['storage.use']({})).unused).toEqual({ count: 2, bytes: 41 });
  expect(await client['storage.cleanUp']({})).toEqual({ count: 2, bytes: 41 });
  expect([withoutRow, unnamed].map((name) => existsSync(assets.pathOf(name)))).toEqual([
    false,
    false,
  ]);
  const { pages, unused } = await client['storage.use']({});
  expect([pages.count, unused.count]).toEqual([1, 0]);
  expect(await client['library.check']({})).toMatchObject({ ok: true });
  expect(await client['storage.cleanUp']({})).toEqual({ count: 0, bytes: 0 });
});
