// What a source may be: the formats that fit it, first those that are sure. Where there are several, a person decides.
import type { Source } from '../source/source.ts';
import type { ImportFormat } from './format.ts';

/** @throws LibraryError cancelled, invalid_input (damaged) */
export async function recogniseFormat(
  source: Source,
  signal: AbortSignal,
): Promise<ImportFormat[]> {
  // See formatNamed.
  const { formats } = await import('./formats/list.ts');
  const sure: ImportFormat[] = [];
  const possible: ImportFormat[] = [];
  for (const format of formats) {
    const fit = await format.recognise(source, signal);
    if (fit === 'surely') sure.push(format);
    else if (fit === 'maybe') possible.push(format);
  }
  return [...sure, ...possible];
}
