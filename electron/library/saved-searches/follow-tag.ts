// Saved searches ask for tags by name: where a tag gets another name, or becomes part of another tag, they follow.
import type { RowChange } from '../journal/rows.ts';
import { parseQuery } from '../search/parse-query.ts';
import { quotedIfNeeded } from '../search/quoted-value.ts';
import type { WriteDb } from '../storage/database.ts';
import { tagKey } from '../tags/tag-repo.ts';
import { setSavedSearch } from './saved-search-changes.ts';
import { findSavedQuery, findSavedSearches } from './saved-search-repo.ts';

/** What the parts of a query are called that ask for a tag. */
const TAG_PART = /^(?:not )?tag: (.*)$/s;
/** What stands before the value, where the field is not named for several values at once. */
const BEFORE_VALUE = /^(?:.*?tag:\s*)?/is;

/** Part of the transaction in which the tag changes. */
export function followTag(db: WriteDb, from: string, to: string, now: number): RowChange[] {
  return findSavedSearches(db).flatMap(({ uid, query }) => {
    const next = withTag(query, from, to);
    // Two that ask the very same would be one too many: then the old one stays as it is.
    if (next === query || findSavedQuery(db, next)) return [];
    return setSavedSearch(db, uid, { query: next }, now) ?? [];
  });
}

/** The query with one tag in another's place; all else stays as it was typed. */
export function withTag(query: string, from: string, to: string): string {
  let next = query;
  for (const { from: start, to: end, kind, label } of parseQuery(query).parts.toReversed()) {
    const name = kind === 'filter' ? TAG_PART.exec(label)?.[1] : undefined;
    if (name === undefined || tagKey(name) !== tagKey(from)) continue;
    const [before] = BEFORE_VALUE.exec(query.slice(start, end)) ?? [''];
    next = next.slice(0, start) + before + quotedIfNeeded(to) + next.slice(end);
  }
  return next;
}
