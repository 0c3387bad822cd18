// What a way of writing down articles has to say of itself to be imported: how it is recognised, and what is in it.
import type { FormatId } from '#contract/types/import.ts';
import type { ExactShared } from '../exact/exact-shared.ts';
import type { Source } from '../source/source.ts';
import type { Found } from './found-item.ts';

/** `else`: could be read so where nothing is sure of it. */
export type Fit = 'no' | 'else' | 'maybe' | 'surely';

export interface ImportFormat {
  readonly id: FormatId;
  /** By content. Something damaged is recognised by what is left of it. */
  recognise(source: Source, signal: AbortSignal): Promise<Fit>;
  /**
   * In an order that is the same each time: an import goes on at the place where it stopped.
   * @throws LibraryError where nothing more can be read: cancelled, invalid_input
   */
  read(source: Source, signal: AbortSignal): AsyncIterable<Found>;
  /** What there is beside articles, to be put in before them. @throws LibraryError invalid_input (damaged), cancelled */
  shared?(source: Source, signal: AbortSignal): Promise<ExactShared>;
}
