// What a test has to know of a format to try everything on it: a new format has one of these, and is in samples.ts.
import type { FormatId } from '#contract/types/import.ts';
import type { FoundItem } from '#library/transfer/in/found-item.ts';
import { csv } from './csv.ts';
import type { Files } from './files.ts';

/** An article, as every format says it in its own way; what it has no room for it leaves out. */
export interface SampleRecord {
  readonly url: string;
  readonly title: string;
  /** Seconds since 1970, or where `moments` is `number` whatever is to stand in the file. */
  readonly moment: number;
}

export interface Sample {
  readonly id: FormatId;
  /** An export in which everything is used that the format can say. */
  readonly files: Files;
  /** What is in it, in order. Content is compared by its text. */
  readonly found: readonly SampleItem[];
  /** Whether the file whose records are cut or written anew stands alone in an export, too. */
  write(records: readonly SampleRecord[]): Files;
  /** How it writes when something was saved. */
  readonly moments: 'number' | 'date' | 'none';
  /** Whether it says addresses and titles. */
  readonly says: readonly ('url' | 'title')[];
  /** Rows of the same article are one item. */
  readonly joins?: boolean;
  readonly table?: SampleTable;
}

interface SampleTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Those without which it is no table of this kind; of `a|b` one is enough. */
  readonly needed: readonly string[];
  row(record: SampleRecord): readonly string[];
}

export type SampleItem = Partial<Omit<FoundItem, 'content'>> & {
  readonly content?: { readonly kind: string; readonly text: RegExp } | null;
};

export function tableSample(
  sample: Omit<Sample, 'write'> & { readonly table: SampleTable },
): Sample {
  const { name, columns, row } = sample.table;
  return { ...sample, write: (records) => ({ [name]: csv([columns, ...records.map(row)]) }) };
}

export const dateOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
