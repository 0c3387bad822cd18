// Which entries of a source are looked into for a format: by name where there are many, whatever they are called where there is one.
import type { Source, SourceEntry } from '../source/source.ts';

/** Exports come in parts of ten thousand articles; a folder of a hundred thousand texts is no export. */
const MAX_PARTS = 1000;

export const entriesNamed = ({ entries }: Source, name: RegExp): readonly SourceEntry[] =>
  entries.length === 1
    ? entries
    : entries.filter(({ path }) => name.test(path)).slice(0, MAX_PARTS);
