// What a source may be: the formats that fit it, those that are sure, else those that
// are possible. Where more than one is left, a person decides.
import type { Source } from '../source/source.ts';
import type { ImportFormat } from './format.ts';
import { formats } from './formats/list.ts';

/** @throws LibraryError cancelled, invalid_input (damaged) */
export async function recogniseFormat(
  source: Source,
  signal: AbortSignal,
): Promise<ImportFormat[]> {
  const sure: ImportFormat[] = [];
  const possible: ImportFormat[] = [];
  for (const format of formats) {
    const fit = await format.recognise(source, signal);
    if (fit === 'surely') sure.push(format);
    else if (fit === 'maybe') possible.push(format);
  }
  return sure.length > 0 ? sure : possible;
}
