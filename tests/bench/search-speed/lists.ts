// Lists, tags and counts of a large library, beside the range of an index that each stands on.
import type { Dispatch } from '#contract/rpc.ts';
import type { ReadDb } from '#library/storage/database.ts';
import { timeInTurn } from './timing.ts';

export interface ListRow {
  readonly name: string;
  readonly ours: number;
  readonly base: number;
}

const ROUNDS = 60;
const PAGE = 100;

/** 95th percentiles, milliseconds. */
export async function timeLists(dispatch: Dispatch, db: ReadDb): Promise<ListRow[]> {
  const { signal } = new AbortController();
  const ask = (name: string, input: unknown) => () => dispatch(name, input, signal);
  const tag = db
    .prepare<[], string>('SELECT name FROM tag ORDER BY article_count DESC')
    .pluck()
    .get();
  const after = async (input: object): Promise<string> => {
    const page = (await dispatch('articles.list', { ...input, limit: PAGE }, signal)) as {
      next: string;
    };
    return page.next;
  };
  const keyset = db.prepare<[number], { id: number }>(
    `SELECT * FROM article INDEXED BY article_all WHERE trashed_at IS NULL AND saved_at < ?
      ORDER BY saved_at DESC, id DESC LIMIT ${PAGE}`,
  );
  const byTitle = db.prepare<[string], { id: number }>(
    `SELECT * FROM article INDEXED BY article_title WHERE title COLLATE NOCASE > ? AND trashed_at IS NULL
      ORDER BY title COLLATE NOCASE, id LIMIT ${PAGE}`,
  );
  const rawPage = () => keyset.all(Date.UTC(2015, 0, 1));
  const rawByTitle = () => byTitle.all('m');
  const rows: [string, () => unknown, () => unknown][] = [
    ['first page', ask('articles.list', { limit: PAGE }), rawPage],
    ['next page', ask('articles.list', { limit: PAGE, after: await after({}) }), rawPage],
    ['page of a tag', ask('articles.list', { limit: PAGE, tag }), rawPage],
    [
      'by title',
      ask('articles.list', { limit: PAGE, sort: 'title', after: await after({ sort: 'title' }) }),
      rawByTitle,
    ],
    ['counts', ask('articles.counts', {}), () => db.prepare('SELECT * FROM list_count').get()],
    [
      'tags',
      ask('tags.list', { limit: 500 }),
      () => db.prepare('SELECT * FROM tag ORDER BY name_key').all(),
    ],
  ];
  const timed: ListRow[] = [];
  for (const [name, ours, base] of rows) {
    const [our, bare] = await timeInTurn([null], ROUNDS, [ours, base]);
    timed.push({ name, ours: our?.p95 ?? Number.NaN, base: bare?.p95 ?? Number.NaN });
  }
  return timed;
}
