// How much an article that is here would get from a source.
import { awaitsText } from '../../../articles/awaited-repo.ts';
import { findCollectionWithin } from '../../../collections/collection-repo.ts';
import { findCollectionIds } from '../../../collections/member-changes.ts';
import { findOfArticle } from '../../../highlights/highlight-repo.ts';
import { findNote } from '../../../notes/note-repo.ts';
import type { ReadDb } from '../../../storage/database.ts';
import { findTag, findTagIds } from '../../../tags/tag-repo.ts';
import type { ImportItem } from './judge-item.ts';
import { wordsKey } from './words-key.ts';

export interface Lacking {
  readonly tags: number;
  readonly collections: number;
  readonly highlights: number;
  readonly notes: number;
  readonly texts: number;
}

export function lackingOf(db: ReadDb, id: number, item: ImportItem): Lacking {
  const tags = new Set(item.tags.length > 0 ? findTagIds(db, id) : []);
  const collections = new Set(item.collections.length > 0 ? findCollectionIds(db, id) : []);
  const quotes = new Set(
    item.highlights.length > 0 ? findOfArticle(db, id).map(({ quote }) => wordsKey(quote)) : [],
  );
  const note = item.note === '' ? null : (findNote(db, id)?.markdown ?? '');
  return {
    tags: item.tags.filter((name) => !tags.has(findTag(db, name)?.id ?? 0)).length,
    collections: item.collections.filter((path) => !collections.has(collectionAt(db, path) ?? 0))
      .length,
    highlights: item.highlights.filter(({ quote }) => !quotes.has(wordsKey(quote))).length,
    notes: Number(note !== null && !note.includes(item.note)),
    texts: Number(item.content !== null && awaitsText(db, id)),
  };
}

const collectionAt = (db: ReadDb, path: readonly string[]): number | null =>
  path.reduce<number | null | undefined>(
    (parent, name) =>
      parent === undefined ? undefined : (findCollectionWithin(db, parent, name) ?? undefined),
    null,
  ) ?? null;
