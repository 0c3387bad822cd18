// Makes of a value, alone or behind the name of a field, what it means.
import { SearchSort } from '#contract/types/search.ts';
import {
  filterFields,
  NEAR_EXAMPLE,
  names,
  SORT_EXAMPLE,
  textFields,
} from './fields/field-table.ts';
import { slipsBetween } from './near-words.ts';
import type { QueryCursor } from './query-cursor.ts';
import { type QueryHints, quotedShort } from './query-hints.ts';
import type { FilterTerm, NearTerm, TextScope, TextTerm } from './query-tree.ts';
import { keyOf } from './query-tree.ts';
import { readTextTerm } from './read-text-term.ts';

export type Value =
  | { readonly is: 'text' | 'filter'; readonly node: TextTerm | NearTerm | FilterTerm }
  | { readonly is: 'sort'; readonly sort: SearchSort }
  /** A field whose value is missing, or not one of its values. */
  | { readonly is: 'unknown' }
  /** Nothing but punctuation. */
  | { readonly is: 'nothing' };

/** How a value was typed. */
export interface TypedValue {
  readonly kind: 'word' | 'phrase';
  readonly typed: string;
}

const NEAR_DISTANCE = 10;
const MAX_NEAR_DISTANCE = 1000;
const MAX_NEAR_TERMS = 8;

/** Letters before a colon with something behind it: a field that there is not, or no field at all. */
const LIKE_A_NAME = /^(\p{L}{2,20})[:：](?=[\p{L}\p{N}"“„«*<>(])/u;

/** Shorter ones are near everything. */
const LEAST_MEANT = 4;

function hintAtName(typed: string, hints: QueryHints): void {
  const [, name] = LIKE_A_NAME.exec(typed.slice(0, 30)) ?? [];
  if (name === undefined) return;
  const meant =
    name.length >= LEAST_MEANT
      ? names.find((one) => slipsBetween(name.toLowerCase(), one.name, 1) <= 1)
      : undefined;
  hints.add(
    meant
      ? `There is no field “${name}:”, so it was searched for as a word; “${meant.name}:” is one.`
      : `There is no field “${name}:”, so it was searched for as a word.`,
  );
}

/** @param name of the field, null where it stands alone */
export function readValue(name: string | null, value: TypedValue, hints: QueryHints): Value {
  const { kind, typed } = value;
  if (name === null) {
    if (kind === 'word') hintAtName(typed, hints);
    const node = readTextTerm(kind, typed, null, hints);
    return node ? { is: 'text', node } : { is: 'nothing' };
  }
  const textExample = textFields.get(name);
  if (textExample !== undefined) {
    const node = readTextTerm(kind, typed, name as TextScope, hints);
    return node ? { is: 'filter', node } : needsValue(name, textExample, hints);
  }
  if (name === 'sort') {
    const sort = SearchSort.safeParse(typed.trim().toLowerCase());
    if (sort.success) return { is: 'sort', sort: sort.data };
    return notKnown({ name, example: SORT_EXAMPLE }, typed, SearchSort.options, hints);
  }
  const field = filterFields.get(name);
  // Brackets behind “near:” are read apart.
  if (!field) return needsValue(name, NEAR_EXAMPLE, hints);
  const read = field.read(typed);
  if (read !== null) return { is: 'filter', node: { kind: 'filter', field: name, value: read } };
  return notKnown(field, typed, field.isClosed ? field.values : null, hints);
}

/** Words and phrases up to the closing bracket, behind the opening one; nothing else means anything among them. */
export function readNear(cursor: QueryCursor, distance: number | null, hints: QueryHints): Value {
  const of = new Map<string, TextTerm>();
  while (!cursor.atEnd() && !cursor.takeClosing()) {
    const quoted = cursor.takeQuoted();
    const term =
      quoted === null
        ? readTextTerm('word', cursor.takeWord(true), null, hints)
        : readTextTerm('phrase', quoted, null, hints);
    // A part of a word is no token, and only tokens have places.
    if (!term || term.kind === 'part') continue;
    if (of.size < MAX_NEAR_TERMS) of.set(keyOf(term), term);
    else hints.add(`Only the first ${MAX_NEAR_TERMS} words of “near:” were used.`);
  }
  const words = [...of.values()];
  const [only] = words;
  if (!only) return needsValue('near', NEAR_EXAMPLE, hints);
  if (words.length === 1) return { is: 'text', node: only };
  const most = Math.min(distance ?? NEAR_DISTANCE, MAX_NEAR_DISTANCE);
  return { is: 'text', node: { kind: 'near', distance: most, of: words, scope: null } };
}

function needsValue(name: string, example: string, hints: QueryHints): Value {
  hints.add(`“${name}:” needs a value, as in ${example}.`);
  return { is: 'unknown' };
}

function notKnown(
  { name, example }: { readonly name: string; readonly example: string },
  typed: string,
  values: readonly string[] | null,
  hints: QueryHints,
): Value {
  if (typed.trim() === '') return needsValue(name, example, hints);
  const instead = values ? `It can be ${values.join(', ')}.` : `Write it as in ${example}.`;
  hints.add(`${quotedShort(`${name}:${typed}`)} is not known and was left out. ${instead}`);
  return { is: 'unknown' };
}
