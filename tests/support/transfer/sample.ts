// What a test has to know of a format to try everything on it: a new format has one of these, and is in samples.ts.
import type { FormatId } from '#contract/types/import.ts';
import type { FoundItem } from '#library/transfer/in/found-item.ts';
import type { Files } from './files.ts';

/** An article, as every format can say it in its own way; what it has no room for it leaves out. */
export interface SampleRecord {
  readonly url: string;
  readonly title: string;
  /** As it is to stand in the file, where a format writes numbers. */
  readonly moment?: number;
}

export interface Sample {
  readonly id: FormatId;
  /** An export in which everything is used that the format can say. */
  readonly files: Files;
  /** What is in it, in order. Content is compared by its text. */
  readonly found: readonly SampleItem[];
  /** An export of these articles and nothing else. */
  write(records: readonly SampleRecord[]): Files;
  /** Where it is a table: the same with other columns and other delimiters. */
  readonly table?: { readonly file: string; readonly needed: readonly string[] };
  /** What of a record it cannot say. */
  readonly lacks?: readonly ('title' | 'moment' | 'url')[];
}

export type SampleItem = Partial<Omit<FoundItem, 'content'>> & {
  readonly content?: { readonly kind: string; readonly text: RegExp } | null;
};
