// Tags and collections have no digest; but each stands beside the key that its name makes, and damage to one of the two shows.
import { collectionKey } from '../collections/collection-repo.ts';
import { type ReadDb, statement } from '../storage/database.ts';
import { tagKey } from '../tags/tag-repo.ts';

const keyOf = { tag: tagKey, collection: collectionKey } as const;

interface Named {
  readonly id: number;
  readonly name: string;
  readonly key: string;
}

/** Those whose name is not the one that was written, or whose key is not. */
export function findMisnamed(db: ReadDb, table: keyof typeof keyOf): number[] {
  return statement<Named>(db, `SELECT id, name, name_key AS key FROM ${table} ORDER BY id`)
    .all()
    .filter(({ name, key }) => keyOf[table](name) !== key)
    .map(({ id }) => id);
}
