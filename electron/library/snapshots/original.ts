// Answers what a version of an article looked like when it was saved.
import { LibraryError } from '#contract/errors.ts';
import { requireId } from '../articles/require-articles.ts';
import { storedPage } from '../clip/read-snapshot.ts';
import { findSheets, findSnapshotByUid, findSnapshotInUse } from '../clip/snapshot-repo.ts';
import { storedAddresses } from '../clip/stored-pictures.ts';
import type { Answers, WriteContext } from '../context.ts';
import { assetNameOf } from '../storage/asset-store.ts';
import { versionNotFound } from './require-snapshot.ts';

export function originalCommands(context: WriteContext): Answers<'snapshots.original'> {
  const { assets, db, ports } = context;
  /** A page is shown without one that is damaged: its words are there all the same. */
  const sheets = async (snapshotId: number) => {
    const read = findSheets(db, snapshotId).map(async ({ path, assetName }) => {
      const bytes = await assets.read(assetName).catch(() => null);
      return bytes && assetNameOf(bytes, 'bin') === assetName ? [{ path, bytes }] : [];
    });
    return (await Promise.all(read)).flat();
  };
  return {
    'snapshots.original': async ({ uid, version, page: number = 1 }, signal) => {
      const articleId = requireId(db, uid);
      const snapshot = version ? findSnapshotByUid(db, version) : findSnapshotInUse(db, articleId);
      if (snapshot?.articleId !== articleId) throw versionNotFound();
      if (snapshot.kind === 'pdf') {
        throw new LibraryError('unsupported_type', 'This was saved as a PDF: its pages are shown.');
      }
      const { further = [], ...first } = await storedPage(context, snapshot);
      const later = number === 1 ? {} : further[number - 2];
      if (!later) throw new LibraryError('not_found', 'This version has no such page.');
      const page = { ...first, ...later };
      const pictures = storedAddresses(db, articleId);
      return ports.originals.read({ ...page, pictures, sheets: await sheets(snapshot.id) }, signal);
    },
  };
}
