// Reads a source file by file. One that is damaged costs its own rest; one that the format cannot use is told of.
import type { Source, SourceEntry } from '../source/source.ts';
import { entriesNamed } from './entries-named.ts';
import { problemOf } from './found-in.ts';
import type { Found } from './found-item.ts';

/**
 * @param read returns whether the entry was of this format
 * @throws LibraryError cancelled
 */
export async function* readEach(
  source: Source,
  name: RegExp,
  read: (entry: SourceEntry) => AsyncGenerator<Found, boolean>,
): AsyncGenerator<Found> {
  const named = new Set(entriesNamed(source, name));
  for (const entry of source.entries) {
    try {
      if (named.has(entry) && (yield* read(entry))) continue;
    } catch (error) {
      yield { place: entry.path, problem: problemOf(error) };
      continue;
    }
    yield { place: entry.path, ignored: 'Files that hold nothing of this kind.' };
  }
}
