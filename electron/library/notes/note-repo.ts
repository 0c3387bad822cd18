// SQL of the notes on articles. An article has one at most.
import type { Note } from '#contract/types/note.ts';
import { type ReadDb, statement } from '../storage/database.ts';

export function findNote(db: ReadDb, articleId: number): (Note & { readonly uid: string }) | null {
  const row = statement<Note & { uid: string }>(
    db,
    'SELECT uid, markdown, updated_at AS updatedAt FROM note WHERE article_id = ?',
  ).get(articleId);
  return row ?? null;
}
