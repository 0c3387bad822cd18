// Which articles a change is about: some by name, or all of a list or of a search, however many those are.
import { z } from 'zod';
import { ListName } from './article.ts';
import { CollectionUid } from './collection.ts';
import { ArticleUid } from './ids.ts';
import { MAX_QUERY_LENGTH } from './search.ts';
import { TagName } from './tag.ts';

/** More are never named one by one: of a whole list it is said which one. */
const MAX_NAMED = 100_000;

/** Strict: a filter that is not understood must not be taken for the whole library. */
const AllOf = z.union([
  z.strictObject({ search: z.string().max(MAX_QUERY_LENGTH) }),
  z.strictObject({ list: ListName, tag: TagName.optional(), collection: CollectionUid.optional() }),
]);
export type AllOf = z.infer<typeof AllOf>;

export const ArticlesOrAll = z.union([
  z.object({ uids: z.array(ArticleUid).min(1).max(MAX_NAMED) }),
  z.object({
    /** Those that are there when the change is made. */
    all: AllOf,
    except: z.array(ArticleUid).max(MAX_NAMED).default([]),
  }),
]);
export type ArticlesOrAll = z.infer<typeof ArticlesOrAll>;
/** The same before it is checked, as callers say it. */
export type SomeOrAll = z.input<typeof ArticlesOrAll>;
