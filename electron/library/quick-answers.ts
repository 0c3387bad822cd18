// Answers in the owner's own thread what takes a few milliseconds at most: the way to a reader thread and back takes up to one, as
// much as a page of a list or a rare word. Its connection cannot write, and sees what is committed.
import { join } from 'node:path';
import { isRange } from './articles/list-repo.ts';
import type { Answers, QueryName, ReadContext } from './context.ts';
import { machineTime } from './local-time.ts';
import { libraryQueries, queryContract } from './queries.ts';
import { unlessDamaged } from './search/index-trouble.ts';
import { searchQuickly } from './search/quick-search.ts';
import { openReader } from './storage/database.ts';
import { DATABASE_FILE } from './storage/library-files.ts';

export interface QuickAnswers {
  /**
   * @returns null where a reader thread has to answer, also to say what is wrong with the question
   * @throws LibraryError, SqliteError
   */
  answer(name: string, input: unknown): unknown;
  close(): void;
}

type Input<Name extends QueryName> = Parameters<Answers<Name>[Name]>[0];
type Quick = { readonly [Name in QueryName]?: (input: Input<Name>) => unknown };

export function quickAnswers(owner: Pick<ReadContext, 'dir' | 'tellIndexDamage'>): QuickAnswers {
  const db = openReader(join(owner.dir, DATABASE_FILE));
  const context: ReadContext = { ...owner, db, readOnly: false, time: machineTime };
  const queries = libraryQueries(context);
  // One transaction, so that every statement sees the same library.
  const search = db.transaction(searchQuickly);
  const { signal } = new AbortController();

  const quick: Quick = {
    'articles.list': (page) => (isRange(page) ? queries['articles.list'](page, signal) : null),
    'articles.counts': (nothing) => queries['articles.counts'](nothing, signal),
    'articles.get': (article) => queries['articles.get'](article, signal),
    'tags.list': (asked) => queries['tags.list'](asked, signal),
    'search.run': ({ text, ...page }) => unlessDamaged(context, () => search(context, text, page)),
    'search.exact': ({ text, ...page }) =>
      unlessDamaged(context, () => search(context, text, { ...page, exact: true })),
  };

  return {
    answer(name, input) {
      const answer = Object.hasOwn(quick, name) ? quick[name as keyof Quick] : undefined;
      if (!answer) return null;
      const parsed = queryContract[name as QueryName].input.safeParse(input);
      // Parsed by the call of this very name.
      return parsed.success ? answer(parsed.data as never) : null;
    },
    close: () => void db.close(),
  };
}
