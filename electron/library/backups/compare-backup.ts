// What restoring a backup would change, told article by article without holding either library in memory.
import type { BackupDifference } from '#contract/types/backup.ts';
import { openReader, type ReadDb, statement } from '../storage/database.ts';
import { toBackup } from './backup-row.ts';
import type { FoundBackup } from './find-backups.ts';
import { findLibraryId } from './library-id.ts';

type Change = BackupDifference['examples'][number]['change'];
const changes = ['returning', 'going', 'changing'] as const;
const MAX_EXAMPLES = 100;

interface Known {
  readonly uid: string;
  readonly title: string;
  /** Of its row and of its content, in hex. */
  readonly digests: string;
}

/** @param db the library @throws SqliteError where the backup cannot be read through */
export function compareBackup(db: ReadDb, found: FoundBackup): BackupDifference {
  const then = openReader(found.path);
  try {
    const count = { returning: 0, going: 0, changing: 0 };
    const titles: Record<Change, string[]> = { returning: [], going: [], changing: [] };
    for (const { title, change } of differences(knownIn(then), knownIn(db))) {
      count[change]++;
      if (titles[change].length < MAX_EXAMPLES) titles[change].push(title);
    }
    const counts = (table: 'highlight' | 'note' | 'tag') => ({
      now: countOf(db, table),
      inBackup: countOf(then, table),
    });
    return {
      backup: toBackup(found),
      isOtherLibrary: found.libraryId !== null && found.libraryId !== findLibraryId(db),
      ...count,
      // Some of each, whichever there are most of.
      examples: changes
        .flatMap((change) => titles[change].map((title, at) => ({ at, title, change })))
        .sort((a, b) => a.at - b.at)
        .slice(0, MAX_EXAMPLES)
        .sort((a, b) => changes.indexOf(a.change) - changes.indexOf(b.change))
        .map(({ title, change }) => ({ title, change })),
      highlights: counts('highlight'),
      notes: counts('note'),
      tags: counts('tag'),
    };
  } finally {
    then.close();
  }
}

/** In the order of their uids, so that two libraries can be gone through side by side. */
function knownIn(db: ReadDb): IterableIterator<Known> {
  return statement<Known>(
    db,
    `SELECT uid, title, hex(article.digest) || coalesce(hex(reader_content.digest), '') AS digests
      FROM article LEFT JOIN reader_content ON article_id = article.id ORDER BY uid`,
  ).iterate();
}

function* differences(
  then: Iterator<Known>,
  now: Iterator<Known>,
): Generator<{ title: string; change: Change }> {
  let [a, b] = [then.next(), now.next()];
  try {
    while (!a.done || !b.done) {
      if (b.done || (!a.done && a.value.uid < b.value.uid)) {
        yield { title: a.value.title, change: 'returning' };
        a = then.next();
      } else if (a.done || b.value.uid < a.value.uid) {
        yield { title: b.value.title, change: 'going' };
        b = now.next();
      } else {
        if (a.value.digests !== b.value.digests) {
          yield { title: b.value.title, change: 'changing' };
        }
        [a, b] = [then.next(), now.next()];
      }
    }
  } finally {
    // Else the connections could not be used for anything else any more.
    then.return?.();
    now.return?.();
  }
}

function countOf(db: ReadDb, table: 'highlight' | 'note' | 'tag'): number {
  return statement<number>(db, `SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
}
