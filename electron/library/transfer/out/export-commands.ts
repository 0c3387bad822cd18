// Answers the call by which articles go out.
import { LibraryError } from '#contract/errors.ts';
import { exportEndings } from '#contract/types/export.ts';
import type { Answers, WriteContext } from '../../context.ts';
import type { AssetStore } from '../../storage/asset-store.ts';
import type { ReadDb } from '../../storage/database.ts';
import type { OpenedForReading } from '../../storage/open-for-reading.ts';
import { toStorageError } from '../../storage/storage-error.ts';
import { articlesWanted } from './articles-wanted.ts';
import { exportWork } from './export-work.ts';
import { formatWriters } from './formats/list.ts';
import { openWaitingFiles, waitingFile, waitingName } from './waiting-files.ts';
import { writeExport } from './write-export.ts';

/** What the whole is called, where its caller has no name for it. */
const TITLE = 'Articles';

/** An export writes nothing into the library: who only reads it has all of this as well. */
export interface ExportContext extends Pick<WriteContext, 'dir' | 'newUid' | 'emit' | 'ask'> {
  readonly db: ReadDb;
  readonly readOnly: boolean;
  readonly assets: Pick<AssetStore, 'read'>;
  now(): number;
  /** A connection of its own, which sees one state of the library. */
  openState(): OpenedForReading | Promise<OpenedForReading>;
}

export function exportCommands(context: ExportContext): Answers<'exports.run'> {
  const { dir, assets, now, newUid, emit } = context;
  return {
    'exports.run': async ({ articles, format, to, replace, title, ...given }, signal) => {
      if (format === 'full' && articles !== 'everything') {
        throw new LibraryError('invalid_input', 'A full export is of everything.');
      }
      if (to === null && context.readOnly) throw noRoom();
      const writer = formatWriters[format];
      const uid = given.uid ?? newUid();
      const ids = await articlesWanted(context, { articles, format }, signal);
      const file = to === null ? waitingName(newUid(), exportEndings[format]) : null;
      const path = file === null ? (to ?? '') : waitingFile(dir, file);
      const { db, close } = await context.openState();
      try {
        if (file !== null) await openWaitingFiles(dir, now());
        // Until the connection is closed it sees what was there at its first look.
        db.exec('BEGIN');
        const { work, problems } = exportWork({
          db,
          assets,
          ids,
          title: title?.trim() || TITLE,
          tell: (done, total) => emit({ kind: 'exporting', uid, done, total }),
          signal,
        });
        const bytes = await writeExport(work, writer, { path, replace });
        return { path: to, file, articles: ids.length, bytes, problems };
      } catch (error) {
        throw toStorageError(error, 'the export');
      } finally {
        close();
      }
    },
  };
}

const noRoom = (): LibraryError =>
  new LibraryError(
    'read_only',
    'This library cannot be written to, and so no export can wait in it. Export it with the desktop app or the command line.',
  );
