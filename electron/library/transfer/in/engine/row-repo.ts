// SQL of what became of the rows of an import, and of where what an article has came from.
import type { ArticleUid } from '#contract/types/ids.ts';
import {
  type FieldOrigin,
  type ImportRow,
  OriginField,
  originFields,
  type RowOutcome,
} from '#contract/types/import.ts';
import type { Problem } from '#contract/types/problem.ts';
import { type ReadDb, statement, type WriteDb } from '../../../storage/database.ts';

interface Row extends Omit<ImportRow, 'problem'> {
  readonly seq: number;
  readonly code: Problem['code'] | null;
  readonly message: string | null;
}

/** In the order of the source. @param after the place of the last one had */
export function findRows(
  db: ReadDb,
  runId: number,
  { outcome, after, limit }: { outcome: RowOutcome | null; after: number; limit: number },
): { readonly seq: number; readonly row: ImportRow }[] {
  return statement<Row>(
    db,
    `SELECT seq, place, outcome, article.uid AS article, coalesce(article.title, import_row.title) AS title, url,
        error_code AS code, error_message AS message
      FROM import_row LEFT JOIN article ON article.id = import_row.article_id
      WHERE run_id = ? AND seq > ? AND (? IS NULL OR outcome = ?) ORDER BY seq LIMIT ?`,
  )
    .all(runId, after, outcome, outcome, limit)
    .map(({ seq, code, message, ...row }) => ({
      seq,
      row: { ...row, problem: code === null ? null : { code, message: message ?? '' } },
    }));
}

/** The articles that it made, those that are in the trash by now without. */
export function findImported(db: ReadDb, runId: number): ArticleUid[] {
  return statement<ArticleUid>(
    db,
    `SELECT article.uid FROM import_row JOIN article ON article.id = import_row.article_id
      WHERE run_id = ? AND outcome = 'imported' AND trashed_at IS NULL ORDER BY seq`,
  )
    .pluck()
    .all(runId);
}

/** Part of the transaction that gives the article these. */
export function putOrigin(
  db: WriteDb,
  articleId: number,
  runId: number,
  fields: readonly OriginField[],
): void {
  if (fields.length === 0) return;
  // Nearly always the first of its kind.
  const { changes } = statement(
    db,
    'INSERT OR IGNORE INTO article_origin (article_id, run_id, fields) VALUES (?, ?, ?)',
  ).run(articleId, runId, fields.join(' '));
  if (changes > 0) return;
  const key = [articleId, runId];
  const before = statement<string>(
    db,
    'SELECT fields FROM article_origin WHERE article_id = ? AND run_id = ?',
  )
    .pluck()
    .get(...key);
  const all = [...new Set([...namesIn(before ?? ''), ...fields])].join(' ');
  statement(db, 'UPDATE article_origin SET fields = ? WHERE article_id = ? AND run_id = ?').run(
    all,
    ...key,
  );
}

/** Part of the transaction that gives one article what another has. */
export function copyOrigins(db: WriteDb, from: number, to: number): void {
  statement(
    db,
    `INSERT INTO article_origin (article_id, run_id, fields)
      SELECT ?, run_id, fields FROM article_origin WHERE article_id = ?
      ON CONFLICT (article_id, run_id) DO NOTHING`,
  ).run(to, from);
}

/** The fields in the order in which they are shown, the last import of each first; without those that were taken back. */
export function findOrigins(db: ReadDb, uid: ArticleUid): FieldOrigin[] {
  const rows = statement<Omit<FieldOrigin, 'field'> & { fields: string }>(
    db,
    `SELECT fields, import_run.name, format, started_at AS at FROM article_origin
      JOIN import_run ON import_run.id = article_origin.run_id
      JOIN article ON article.id = article_origin.article_id
      WHERE article.uid = ? AND undone = 0 ORDER BY import_run.id DESC`,
  ).all(uid);
  return originFields.flatMap((field) =>
    rows.flatMap(({ fields, ...from }) =>
      namesIn(fields).includes(field) ? [{ field, ...from }] : [],
    ),
  );
}

/** Names of a later version are passed over. */
const namesIn = (fields: string): OriginField[] =>
  fields.split(' ').flatMap((name) => OriginField.safeParse(name).data ?? []);
