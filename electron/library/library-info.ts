// Answers what library this is.
import { findCounts } from './articles/list-repo.ts';
import type { Answers, ReadContext } from './context.ts';
import { findFolderRisk } from './storage/folder-risk.ts';
import { schemaVersion } from './storage/migrate.ts';

export function infoQueries({ db, dir, readOnly }: ReadContext): Answers<'library.info'> {
  return {
    'library.info': () => ({
      dir,
      schemaVersion: schemaVersion(db),
      articleCount: findCounts(db).all,
      readOnly,
      risk: findFolderRisk(dir),
    }),
  };
}
