// What the word or value at the caret can go on as.

import type { Completion, Completions } from '#contract/types/search.ts';
import { findPathsWith } from '../collections/collection-repo.ts';
import type { ReadDb } from '../storage/database.ts';
import { type CompletionPlace, placeAt } from './completion-place.ts';
import { type Counted, findSitesFrom, findTagsWith } from './completion-repo.ts';
import { names, textFields } from './fields/field-table.ts';
import { languageName } from './fields/languages.ts';
import { tokensOf } from './normalise.ts';
import { quotedIfNeeded } from './quoted-value.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

const MOST = 10;
/** One letter begins nearly everything. */
const WORD_LETTERS = 2;
/** Values are offered without their field from here on: `star` for is:starred. */
const VALUE_LETTERS = 3;
/** No tag, site or word is longer. */
const LONGEST = 200;

export function complete(db: ReadDb, text: string, at: number): Completions {
  const caret = Math.min(at, text.length);
  const place = placeAt(text, caret);
  if (!place || place.typed.length > LONGEST) return { from: caret, to: caret, items: [] };
  const { from, to } = place;
  const current = text.slice(from, to);
  const items = itemsAt(db, place).filter(({ insert }) => insert !== current);
  return { from, to, items: items.slice(0, MOST) };
}

function itemsAt(db: ReadDb, { field, typed }: CompletionPlace): Completion[] {
  if (field === 'tag') return counted('tag', findTagsWith(db, typed.trim(), MOST));
  if (field === 'collection') {
    return findPathsWith(db, typed, MOST).map(({ path, count }) =>
      itemOf('collection', path, count),
    );
  }
  if (field === 'site') return counted('site', findSitesFrom(db, hostStart(typed), MOST));
  if (field === 'lang') return languages(typed.trim().toLowerCase());
  if (field === null) return [...fieldsFrom(typed), ...wordsFrom(vocabularyOf(db), typed)];
  if (field === 'near' || textFields.has(field)) return wordsFrom(vocabularyOf(db), typed);
  return valuesOf(field)
    .filter((value) => value.startsWith(typed.toLowerCase()))
    .map((value) => itemOf('value', value));
}

const valuesOf = (field: string): readonly string[] =>
  names.find(({ name }) => name === field)?.values ?? [];

const itemOf = (
  kind: Completion['kind'],
  value: string,
  count: number | null = null,
): Completion => ({
  insert: quotedIfNeeded(value),
  label: value,
  kind,
  count,
});

const counted = (kind: 'tag' | 'site', found: readonly Counted[]): Completion[] =>
  found.map(({ name, count }) => itemOf(kind, name, count));

const hostStart = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '');

function languages(typed: string): Completion[] {
  return valuesOf('lang').flatMap((code) => {
    const name = languageName(code);
    if (!code.startsWith(typed) && !name.toLowerCase().startsWith(typed)) return [];
    return [{ insert: code, label: name, kind: 'value' as const, count: null }];
  });
}

function fieldsFrom(typed: string): Completion[] {
  const start = typed.toLowerCase();
  if (start === '') return [];
  const fields = names
    .filter(({ name }) => name.startsWith(start))
    .map(({ name, example }): Completion => {
      const insert = name === 'near' ? 'near:(' : `${name}:`;
      return { insert, label: example, kind: 'field', count: null };
    });
  if (start.length < VALUE_LETTERS) return fields;
  const values = ['is', 'has'].flatMap((name) =>
    valuesOf(name)
      .filter((value) => value.startsWith(start))
      .map((value) => itemOf('value', `${name}:${value}`)),
  );
  return [...fields, ...values];
}

/** Words of the library, as they are looked up. */
function wordsFrom(vocabulary: Vocabulary, typed: string): Completion[] {
  const tokens = tokensOf(typed);
  const [start] = tokens;
  if (start === undefined || tokens.length > 1 || start.length < WORD_LETTERS) return [];
  return vocabulary
    .beginningWith(start)
    .slice(0, MOST)
    .map((word) => itemOf('word', word, vocabulary.count(word)));
}
