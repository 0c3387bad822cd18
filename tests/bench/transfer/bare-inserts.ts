// What an import of rows without text has written, written once more by hand: the same rows of the same tables with their digests, and of the index, into an
// empty library, from values that are there already. One prepared statement for each table, in transactions as large as the import's.
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { searchFieldsOf } from '#library/clip/article-content.ts';
import { normalise } from '#library/search/normalise.ts';
import { openWriter, transaction, type WriteDb } from '#library/storage/database.ts';
import { seal } from '#library/storage/digest.ts';
import { openStorage } from '#library/storage/open-storage.ts';
import { makePorts } from '../../support/make-ports.ts';

/** As the import has it. */
const LOT = 400;

/** In an order in which nothing names what is not there yet. */
const BEFORE = ['tag', 'import_run', 'journal_step', 'import_step', 'journal_change'];
/** Of each article, by the column that says which. */
const OF_ARTICLES = {
  article: 'id',
  awaited_text: 'article_id',
  article_tag: 'article_id',
} as const;
const AFTER = { import_row: 'article_id', article_origin: 'article_id' } as const;

type Row = Record<string, string | number | Uint8Array | null>;

/** @param from the folder of the library with the import, closed. @param to of the one to write into. @returns milliseconds */
export async function insertBare(from: string, to: string): Promise<number> {
  const source = openWriter(join(from, 'library.sqlite'));
  const { db, close } = await openStorage(to, makePorts(), null);
  try {
    const written = read(source);
    const start = performance.now();
    write(db, written);
    return performance.now() - start;
  } finally {
    close();
    source.close();
  }
}

interface Written {
  readonly before: readonly (readonly [table: string, rows: readonly Row[]])[];
  readonly articles: readonly number[];
  readonly of: readonly (readonly [table: string, rows: ReadonlyMap<number, readonly Row[]>])[];
  readonly index: ReadonlyMap<number, readonly string[]>;
}

function read(db: WriteDb): Written {
  const all = (table: string) => db.prepare<[], Row>(`SELECT * FROM ${table}`).all();
  const articles = all('article');
  const of = Object.entries({ ...OF_ARTICLES, ...AFTER }).map(
    ([table, column]) => [table, Map.groupBy(all(table), (row) => Number(row[column]))] as const,
  );
  return {
    before: BEFORE.map((table) => [table, all(table)] as const),
    articles: articles.map(({ id }) => Number(id)),
    of,
    index: new Map(articles.map((row) => [Number(row.id), indexed(row)])),
  };
}

/** As the library folds it, which the hand has done before. */
function indexed(row: Row): string[] {
  const text = (column: string) => {
    const value = row[column];
    return typeof value === 'string' ? value : null;
  };
  const described = {
    title: text('title') ?? '',
    author: text('author'),
    siteName: text('site_name'),
    sourceUrl: text('source_url'),
    canonicalUrl: text('canonical_url'),
    urlKey: text('url_key'),
    site: text('site'),
  };
  const fields = searchFieldsOf(described, null, { notes: [], quotes: [] });
  const { title, headings, body, author, site, note, highlight } = fields;
  return [title, headings, body, author, site, note, highlight].map(normalise);
}

function write(db: WriteDb, { before, articles, of, index }: Written): void {
  const inserting = (table: string, rows: readonly Row[]) => {
    const [first] = rows;
    const columns = Object.keys(first ?? {});
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    const insert = first ? db.prepare(sql) : null;
    return (row: Row) => insert?.run(...columns.map((column) => row[column]));
  };
  transaction(db, () => {
    for (const [table, rows] of before) rows.forEach(inserting(table, rows));
  });
  const tables = of.map(
    ([table, rows]) => [inserting(table, [...rows.values()].flat().slice(0, 1)), rows] as const,
  );
  const search = db.prepare(
    'INSERT INTO search_index (rowid, title, headings, body, author, site, note, highlight) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const titles = db.prepare('INSERT INTO title_index (rowid, title) VALUES (?, ?)');
  const lagging = db.prepare('DELETE FROM index_pending WHERE article_id = ?');
  for (let at = 0; at < articles.length; at += LOT) {
    transaction(db, () => {
      for (const id of articles.slice(at, at + LOT)) {
        for (const [insert, rows] of tables) rows.get(id)?.forEach(insert);
        // As every row of an article is sealed that is written.
        seal(db, 'article', id);
        const fields = index.get(id) ?? [];
        search.run(id, ...fields);
        titles.run(id, fields[0]);
        lagging.run(id);
      }
    });
  }
}
