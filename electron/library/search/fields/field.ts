// What the language of queries has to know of a field that filters: `name:value`. Each family has a file here, and
// field-table.ts lists them all; a new field is one more entry.
import type { Condition, Moment } from '../condition.ts';
import type { FilterValue } from '../query-tree.ts';

export interface Field<Value extends FilterValue = FilterValue> {
  /** Lower case. */
  readonly name: string;
  /** Said where the value is missing or not understood, and offered beside the name. */
  readonly example: string;
  /** What may stand behind the colon, or what usually does; offered while typing. */
  readonly values: readonly string[];
  /** Whether `values` is all there is. */
  readonly isClosed: boolean;
  /** @returns null where it is not understood */
  read(typed: string): Value | null;
  condition(value: Value, moment: Moment): Condition;
}

/** Longer values are nobody's. */
const MAX_VALUE = 300;

/** In one form of each character and with single spaces; `full-width` and `HALF` alike. */
export const plainValue = (typed: string): string =>
  typed.slice(0, MAX_VALUE).normalize('NFKC').replace(/\s+/g, ' ').trim();
