// Every name that means something before a colon. A name that is not here is an ordinary word.
import { SearchSort } from '#contract/types/search.ts';
import type { TextScope } from '../query-tree.ts';
import { dateFields } from './date-fields.ts';
import type { Field } from './field.ts';
import { numberFields } from './number-fields.ts';
import { placeFields } from './place-fields.ts';
import { stateFields } from './state-fields.ts';

/** Fields that filter, by name. */
export const filterFields: ReadonlyMap<string, Field> = new Map(
  [...placeFields, ...stateFields, ...dateFields, ...numberFields].map((field) => [
    field.name,
    field as Field,
  ]),
);

/** Fields that say where words have to stand, each with an example. */
export const textFields: ReadonlyMap<string, string> = new Map<TextScope, string>([
  ['title', 'title:bridge'],
  ['text', 'text:bridge'],
  ['author', 'author:"Ann Lee"'],
  ['note', 'note:idea'],
  ['highlight', 'highlight:bridge'],
]);

export const SORT_EXAMPLE = 'sort:newest';
export const NEAR_EXAMPLE = 'near:5(stone bridge)';

/** What is offered while a name or a value is typed. */
export interface NameEntry {
  readonly name: string;
  readonly example: string;
  readonly values: readonly string[];
}

export const names: readonly NameEntry[] = [
  ...[...textFields].map(([name, example]) => ({ name, example, values: [] })),
  ...filterFields.values(),
  { name: 'sort', example: SORT_EXAMPLE, values: SearchSort.options },
  { name: 'near', example: NEAR_EXAMPLE, values: [] },
];

const known = new Set(names.map(({ name }) => name));
export const isName = (name: string): boolean => known.has(name);
