// A library with one article to mark, for the tests of highlights.
import type { Anchor } from '#contract/types/anchor.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { describeRange } from '#library/anchors/describe-range.ts';
import { statement } from '#library/storage/database.ts';
import { findSealedIds, rowState, sealedTables } from '#library/storage/digest.ts';
import { type GivenArticle, insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';

export const TEXT =
  'The owl sat still.\nIt had been a long night, and the mice were quick.\nIn the morning the owl slept.';

export interface Marked {
  readonly context: TestContext;
  readonly client: TestContext['client'];
  readonly uid: ArticleUid;
  readonly id: number;
  /** Highlights the first place where these words stand. */
  mark(
    words: string,
    more?: { colour?: 'yellow' | 'pink'; note?: string },
  ): ReturnType<TestContext['client']['highlights.add']>;
}

export async function markedArticle(given: GivenArticle = {}): Promise<Marked> {
  const context = await makeContext();
  const text = given.text ?? TEXT;
  const { uid, id } = insertWholeArticle(context, { title: 'Of owls', ...given, text });
  const { client } = context;
  return {
    context,
    client,
    uid,
    id,
    mark: (words, { colour = 'yellow', note = '' } = {}) =>
      client['highlights.add']({ uid, colour, note, anchor: anchorAt(text, words) }),
  };
}

/** The anchor of the first place where the words stand. */
export function anchorAt(text: string, words: string): Anchor {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” does not stand in the text`);
  return describeRange(text, start, start + words.length);
}

/** All that the reader's marks consist of; fails where a digest is wrong. */
export function marksOf({ db }: TestContext) {
  const damaged = sealedTables.flatMap((table) =>
    findSealedIds(db, table)
      .filter((id) => rowState(db, table, id) !== 'whole')
      .map((id) => `${table} ${id}`),
  );
  if (damaged.length > 0) throw new Error(`Not as they were sealed: ${damaged.join(', ')}`);
  const rows = (sql: string) => statement(db, sql).all();
  return {
    highlights: rows(
      `SELECT uid, article_id, colour, quote, prefix, suffix, start_offset, end_offset, note, created_at
        FROM highlight ORDER BY uid`,
    ),
    notes: rows('SELECT article_id, markdown, created_at FROM note ORDER BY article_id'),
  };
}
