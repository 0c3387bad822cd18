// What is found in one of several files: where it cannot be read to its end, that is said, and the others are read all the same.
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { SourceEntry } from '../source/source.ts';
import type { Found } from './found-item.ts';

/** @throws LibraryError cancelled, and whatever is none of the closed list */
export async function* foundIn(
  { path }: SourceEntry,
  read: () => AsyncIterable<Found>,
): AsyncGenerator<Found> {
  try {
    yield* read();
  } catch (error) {
    yield { place: path, problem: problemOf(error) };
  }
}

/** What is wrong with one file. @throws what is about more than that */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof LibraryError) || error.code === 'cancelled') throw error;
  return { code: error.code, message: error.message };
}
