// What a list is narrowed to: the articles with a tag, or those in a collection.
import { LibraryError } from '#contract/errors.ts';
import type { CollectionUid } from '#contract/types/collection.ts';
import type { TagName } from '#contract/types/tag.ts';
import { findCollection } from '../collections/collection-repo.ts';
import type { ReadDb } from '../storage/database.ts';
import { findTag } from '../tags/tag-repo.ts';

export interface Among {
  readonly kind: 'tag' | 'collection';
  readonly id: number;
}

/**
 * @returns null for the whole list, undefined where there is no such tag or collection, and so nothing in it
 * @throws LibraryError invalid_input where both are named
 */
export function amongOf(
  db: ReadDb,
  tag: TagName | undefined,
  collection: CollectionUid | undefined,
): Among | null | undefined {
  if (tag !== undefined && collection !== undefined) {
    throw new LibraryError('invalid_input', 'A list is of a tag or of a collection, not of both.');
  }
  if (tag !== undefined) {
    const found = findTag(db, tag);
    return found ? { kind: 'tag', id: found.id } : undefined;
  }
  if (collection === undefined) return null;
  const found = findCollection(db, collection);
  return found ? { kind: 'collection', id: found.id } : undefined;
}
