// Answers the call by which articles go out.
import { join } from 'node:path';
import { LibraryError } from '#contract/errors.ts';
import { exportEndings } from '#contract/types/export.ts';
import type { Answers, WriteContext } from '../../context.ts';
import { openReader } from '../../storage/database.ts';
import { DATABASE_FILE } from '../../storage/library-files.ts';
import { toStorageError } from '../../storage/storage-error.ts';
import { articlesWanted } from './articles-wanted.ts';
import { exportWork } from './export-work.ts';
import { formatWriters } from './formats/list.ts';
import { openWaitingFiles, waitingFile, waitingName } from './waiting-files.ts';
import { writeExport } from './write-export.ts';

/** What the whole is called, where its caller has no name for it. */
const TITLE = 'Articles';

export function exportCommands(context: WriteContext): Answers<'exports.run'> {
  const { dir, assets, ports, newUid, emit } = context;
  return {
    'exports.run': async ({ articles, format, to, replace, title, ...given }, signal) => {
      if (format === 'full' && articles !== 'everything') {
        throw new LibraryError('invalid_input', 'A full export is of everything.');
      }
      const writer = formatWriters[format];
      const uid = given.uid ?? newUid();
      const ids = await articlesWanted(context, { articles, format }, signal);
      const file = to === null ? waitingName(newUid(), exportEndings[format]) : null;
      const path = file === null ? (to ?? '') : waitingFile(dir, file);
      const db = openReader(join(dir, DATABASE_FILE));
      try {
        if (file !== null) await openWaitingFiles(dir, ports.clock.now());
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
        db.close();
      }
    },
  };
}
