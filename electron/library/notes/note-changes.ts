// Changes of an article's note, made together with what undoes them.
import type { WriteContext } from '../context.ts';
import {
  deleteRow,
  findRow,
  insertRow,
  type RowChange,
  updateRow,
  wholeColumns,
} from '../journal/rows.ts';
import { findNote } from './note-repo.ts';

/**
 * Writes the note, made where there is none; an empty one is taken away. Part of a transaction.
 * @returns null where it reads so already
 */
export function writeNote(
  { db, newUid }: Pick<WriteContext, 'db' | 'newUid'>,
  articleId: number,
  markdown: string,
  now: number,
): RowChange | null {
  const table = 'note';
  const note = findNote(db, articleId);
  const isEmpty = markdown.trim() === '';
  if (!note) {
    if (isEmpty) return null;
    const key = { uid: newUid() };
    const after = { article_id: articleId, markdown, created_at: now, updated_at: now };
    insertRow(db, table, key, after);
    return { table, key, before: null, after };
  }
  const key = { uid: note.uid };
  if (isEmpty) {
    const before = findRow(db, table, key, wholeColumns(table));
    deleteRow(db, table, key);
    return { table, key, before, after: null };
  }
  if (note.markdown === markdown) return null;
  updateRow(db, table, key, { markdown }, now);
  return { table, key, before: { markdown: note.markdown }, after: { markdown } };
}
