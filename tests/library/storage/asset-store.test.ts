// The asset store: named by content, whole or not there, written once.
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetNameOf, assetPath, openAssetStore } from '#library/storage/asset-store.ts';
import { tempDir } from '../../support/temp-dir.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('the asset store', () => {
  it('keeps bytes under their hash, in a folder of its first two digits', async () => {
    const dir = tempDir();
    const store = await openAssetStore(dir);
    const name = await store.put(bytes('abc'), 'png');
    expect(name).toBe(`${ABC}.png`);
    expect(store.pathOf(name)).toBe(join(dir, 'assets', 'ba', `${ABC}.png`));
    expect(readFileSync(store.pathOf(name), 'utf8')).toBe('abc');
    expect((await store.read(name)).toString()).toBe('abc');
    expect(statSync(store.pathOf(name)).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dir, 'assets', '.incoming'))).toEqual([]);
  });

  it('writes nothing twice, but heals a file that was cut short', async () => {
    const store = await openAssetStore(tempDir());
    const name = await store.put(bytes('abc'), 'bin');
    const first = statSync(store.pathOf(name));
    await store.put(bytes('abc'), 'bin');
    expect(statSync(store.pathOf(name)).ino).toBe(first.ino);
    truncateSync(store.pathOf(name), 1);
    await store.put(bytes('abc'), 'bin');
    expect(readFileSync(store.pathOf(name), 'utf8')).toBe('abc');
  });

  it('takes the same bytes from two at once', async () => {
    const store = await openAssetStore(tempDir());
    const names = await Promise.all(
      Array.from({ length: 8 }, () => store.put(bytes('abc'), 'bin')),
    );
    expect(new Set(names).size).toBe(1);
    expect((await store.read(assetNameOf(bytes('abc'), 'bin'))).toString()).toBe('abc');
  });

  it('removes a file, once or twice, and says which is missing', async () => {
    const store = await openAssetStore(tempDir());
    const name = await store.put(bytes('abc'), 'bin');
    await store.remove(name);
    await store.remove(name);
    await expect(store.read(name)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('takes no ending that is not known', async () => {
    const store = await openAssetStore(tempDir());
    for (const ending of ['exe', '../x', 'png/..', '']) {
      await expect(store.put(bytes('abc'), ending)).rejects.toThrow(/pattern/);
    }
  });

  it('leaves nothing behind when a file cannot be written', async () => {
    const dir = tempDir();
    const store = await openAssetStore(dir);
    // A file where the folder `ba` should be.
    writeFileSync(join(assetPath(dir, assetNameOf(bytes('abc'), 'bin')), '..'), '');
    await expect(store.put(bytes('abc'), 'bin')).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(readdirSync(join(dir, 'assets', '.incoming'))).toEqual([]);
  });
});
