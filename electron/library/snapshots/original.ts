// Answers what a version of an article looked like when it was saved.
import { LibraryError } from '#contract/errors.ts';
import { requireId } from '../articles/require-articles.ts';
import { storedPage } from '../clip/read-snapshot.ts';
import { findSnapshotByUid, findSnapshotInUse } from '../clip/snapshot-repo.ts';
import { storedAddresses } from '../clip/stored-pictures.ts';
import type { Answers, WriteContext } from '../context.ts';
import { versionNotFound } from './require-snapshot.ts';

export function originalCommands(context: WriteContext): Answers<'snapshots.original'> {
  const { db, ports } = context;
  return {
    'snapshots.original': async ({ uid, version }, signal) => {
      const articleId = requireId(db, uid);
      const snapshot = version ? findSnapshotByUid(db, version) : findSnapshotInUse(db, articleId);
      if (snapshot?.articleId !== articleId) throw versionNotFound();
      if (snapshot.kind === 'pdf') {
        throw new LibraryError('unsupported_type', 'This was saved as a PDF: its pages are shown.');
      }
      // Of an article of several pages, the first.
      const { further: _, ...page } = await storedPage(context, snapshot);
      return ports.originals.read({ ...page, pictures: storedAddresses(db, articleId) }, signal);
    },
  };
}
