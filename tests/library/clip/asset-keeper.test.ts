// Files of clips under way: kept while anyone needs them, gone when nobody does.
import { describe, expect, it } from 'vitest';
import { type AssetHold, assetKeeper } from '#library/clip/asset-keeper.ts';
import { insertAsset } from '#library/clip/asset-repo.ts';
import type { AssetStore } from '#library/storage/asset-store.ts';
import { census } from '../../support/census.ts';
import { makeContext } from '../../support/make-context.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

describe('a file', () => {
  it('goes with its hold when no row names it', async () => {
    const context = await makeContext();
    const hold = assetKeeper(context)();
    const name = await hold.put(bytes('a'), 'bin');
    // With its mark.
    expect(census(context).files).toEqual([name, name]);
    await hold.release();
    expect(census(context).files).toEqual([]);
  });

  it('stays when a row names it', async () => {
    const context = await makeContext();
    const hold = assetKeeper(context)();
    const name = await hold.put(bytes('a'), 'bin');
    insertAsset(context.db, { name, byteSize: 1, width: null, height: null, createdAt: 0 });
    await hold.release();
    expect(census(context).files).toEqual([name]);
  });

  it('stays as long as another hold has it, and is put twice without harm', async () => {
    const context = await makeContext();
    const openHold = assetKeeper(context);
    const [one, other] = [openHold(), openHold()];
    const [name] = await Promise.all([
      one.put(bytes('a'), 'bin'),
      one.put(bytes('a'), 'bin'),
      other.put(bytes('a'), 'bin'),
    ]);
    await one.release();
    expect(census(context).files).toEqual([name, name]);
    await other.release();
    expect(census(context).files).toEqual([]);
  });

  it('is there for whoever puts it while it is being removed', async () => {
    const context = await makeContext();
    const openHold = assetKeeper(context);
    const [one, other] = [openHold(), openHold()];
    const name = await one.put(bytes('a'), 'bin');
    const released = one.release();
    await Promise.all([released, other.put(bytes('a'), 'bin')]);
    expect(census(context).files).toEqual([name, name]);
    await other.release();
    expect(census(context).files).toEqual([]);
  });

  it('that could not be written is forgotten', async () => {
    const context = await makeContext();
    let broken = true;
    const assets: AssetStore = {
      ...context.assets,
      put: (...given) =>
        broken ? Promise.reject(new Error('full')) : context.assets.put(...given),
    };
    const openHold = assetKeeper({ ...context, assets });
    const attempt = async (hold: AssetHold) => {
      try {
        return await hold.put(bytes('a'), 'bin');
      } finally {
        await hold.release();
      }
    };
    await expect(attempt(openHold())).rejects.toThrow('full');
    broken = false;
    await expect(attempt(openHold())).resolves.toMatch(/\.bin$/);
    expect(census(context).files).toEqual([]);
  });

  it('that cannot be removed is told to the log, and nobody else', async () => {
    const context = await makeContext();
    const assets: AssetStore = {
      ...context.assets,
      remove: () => Promise.reject(new Error('locked by a scanner')),
    };
    const hold = assetKeeper({ ...context, assets })();
    await hold.put(bytes('a'), 'bin');
    await hold.release();
    expect(context.ports.log.lines.at(-1)).toMatchObject({
      level: 'warn',
      line: 'A file of a clip that was not kept stayed behind: Error: locked by a scanner',
    });
  });
});
