// Holds the files of clips that are under way: what no row names in the end is removed again, unless another clip is
// about to name the same content.
import type { AssetName } from '#contract/types/asset.ts';
import type { WriteContext } from '../context.ts';
import { assetNameOf } from '../storage/asset-store.ts';
import { isAssetKept } from './asset-repo.ts';

export interface AssetHold {
  /** Writes the bytes to the store; they are on the disk when it resolves. @throws LibraryError disk_full read_only */
  put(bytes: Uint8Array, ending: string): Promise<AssetName>;
  /** Holds a file that a row named until now: it goes at the release, unless something names it again. */
  claim(name: AssetName): void;
  /** Ends the hold, after the transaction or without one: what nothing names is removed. Never throws. */
  release(): Promise<void>;
}

/** How many clips hold a file, and what is being done to it. */
interface Held {
  holders: number;
  /** Writing or removing, whichever came last: the next waits for it. */
  work: Promise<unknown>;
}

/** Removes what clips wrote that a crash cut short. */
export async function clearLeft(
  { assets }: Pick<WriteContext, 'assets'>,
  openHold: () => AssetHold,
): Promise<void> {
  const hold = openHold();
  for (const name of assets.leftMarked) hold.claim(name);
  await hold.release();
}

/** One for all clips of a library, since two of them may hold the same file. Each call opens a hold. */
export function assetKeeper(
  context: Pick<WriteContext, 'db' | 'assets' | 'ports'>,
): () => AssetHold {
  const { db, assets, ports } = context;
  const files = new Map<AssetName, Held>();

  const removeIfLoose = async (name: AssetName, held: Held): Promise<void> => {
    try {
      // Looked at only now: while this waited its turn, another clip may have taken the file.
      if (held.holders === 0 && !isAssetKept(db, name)) await assets.remove(name);
      if (held.holders === 0) await assets.unmark(name);
    } catch (error) {
      // The clip has its own outcome by now. A file too many does no harm.
      ports.log.warn(`A file of a clip that was not kept stayed behind: ${String(error)}`);
    }
    if (held.holders === 0) files.delete(name);
  };

  return () => {
    const names = new Set<AssetName>();
    const holdOn = (name: AssetName): Held => {
      const held = files.get(name) ?? { holders: 0, work: Promise.resolve() };
      files.set(name, held);
      if (!names.has(name)) held.holders++;
      names.add(name);
      return held;
    };
    return {
      claim: (name) => void holdOn(name),
      async put(bytes, ending) {
        // Held before it is written: what the store finds to be there already must stay.
        const name = assetNameOf(bytes, ending);
        const held = holdOn(name);
        // In turn, so that a second writer never takes for durable what the first has not yet synced. Marked first: whoever opens
        // the library after a crash finds what no row came to name.
        const put = held.work.then(() => assets.mark(name)).then(() => assets.put(bytes, ending));
        held.work = put.catch(() => undefined);
        return put;
      },
      async release() {
        const removals = [...names].map((name) => {
          const held = files.get(name);
          if (!held) return Promise.resolve();
          held.holders--;
          const removal = held.work.then(() => removeIfLoose(name, held));
          held.work = removal;
          return removal;
        });
        names.clear();
        await Promise.all(removals);
      },
    };
  };
}
