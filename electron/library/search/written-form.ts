// A word of the index as an article writes it.
import { findReaderText } from '../articles/content-repo.ts';
import type { ReadDb } from '../storage/database.ts';
import { normaliseMapped } from './normalise.ts';

/** A word that stands further back than this is shown as it is looked up. */
const MAX_LENGTH = 100_000;

/** @returns lower case; null where the text does not hold it */
export function writtenForm(db: ReadDb, articleId: number, word: string): string | null {
  const text = (findReaderText(db, articleId) ?? '').slice(0, MAX_LENGTH);
  const { text: folded, offsets } = normaliseMapped(text);
  const at = ` ${folded} `.indexOf(` ${word} `);
  if (at < 0) return null;
  return text
    .slice(offsets[at], offsets[at + word.length])
    .trim()
    .toLowerCase();
}
