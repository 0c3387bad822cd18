// What a source may be: the formats that fit it, first those that are sure. Where there are several, a person decides.
import type { Source } from '../source/source.ts';
import type { Fit, ImportFormat } from './format.ts';

export interface Recognised {
  /** The best first. */
  readonly fitting: readonly ImportFormat[];
  /** No other fits as well as the best. */
  readonly isClear: boolean;
}

/** @throws LibraryError cancelled, invalid_input (damaged) */
export async function recogniseFormat(source: Source, signal: AbortSignal): Promise<Recognised> {
  // See formatNamed.
  const { formats } = await import('./formats/list.ts');
  const by: Readonly<Record<Fit, ImportFormat[]>> = { surely: [], maybe: [], else: [], no: [] };
  for (const format of formats) by[await format.recognise(source, signal)].push(format);
  const { surely, maybe } = by;
  const others = surely.length > 0 ? [] : by.else;
  const best = [surely, maybe, others].find((some) => some.length > 0) ?? [];
  return { fitting: [...surely, ...maybe, ...others], isClear: best.length < 2 };
}
