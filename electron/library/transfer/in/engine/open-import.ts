// A source together with the formats that fit it, and all that is found in it by one of them.
import { LibraryError } from '#contract/errors.ts';
import type { FormatId, ImportSource } from '#contract/types/import.ts';
import { openSource, type Source } from '../../source/source.ts';
import type { ImportFormat } from '../format.ts';
import type { Found } from '../found-item.ts';
import { type Recognised, recogniseFormat } from '../recognise-format.ts';
import { pathOfSource } from './kept-sources.ts';

export interface OpenImport {
  readonly source: Source;
  /** Of all its files. */
  readonly bytes: number;
}

/** @throws LibraryError as `openSource`, and whatever `work` throws */
export async function withSource<T>(
  dir: string,
  source: ImportSource,
  signal: AbortSignal,
  work: (opened: OpenImport) => Promise<T>,
): Promise<T> {
  const opened = await openSource(await pathOfSource(dir, source), signal);
  try {
    const bytes = opened.entries.reduce((sum, { size }) => sum + size, 0);
    return await work({ source: opened, bytes });
  } finally {
    await opened.close();
  }
}

/** @throws LibraryError unsupported_type where none fits */
export async function formatsOf(source: Source, signal: AbortSignal): Promise<Recognised> {
  const recognised = await recogniseFormat(source, signal);
  if (recognised.fitting.length > 0) return recognised;
  throw new LibraryError(
    'unsupported_type',
    `“${source.name}” is nothing that Lectern knows how to import.${wayOut(source)}`,
  );
}

const ARCHIVE = /\.(?:zip|gz|tgz|7z|rar|xz|bz2)$/i;

function wayOut({ name, entries, refused }: Source): string {
  const [alone] = entries;
  if (alone?.path === name && entries.length === 1) {
    const isPacked = ARCHIVE.test(name) && !/\.zip$/i.test(name);
    return isPacked ? ' Unpack it first, and import what is in it.' : '';
  }
  const names = [...entries.map(({ path }) => path), ...refused.map(({ place }) => place)];
  const archive = names.find((one) => ARCHIVE.test(one));
  if (archive !== undefined) {
    return ` There is an archive in it, “${archive}”, which is not opened: take it out, and import it by itself.`;
  }
  const [reason] = entries.length === 0 ? refused : [];
  return reason ? ` “${reason.place}”: ${reason.problem.message}` : '';
}

export async function formatNamed(id: FormatId): Promise<ImportFormat> {
  // The readers of all formats are a megabyte that few days need: not loaded before the first import.
  const { formats } = await import('../formats/list.ts');
  const found = formats.find((format) => format.id === id);
  if (found) return found;
  throw new LibraryError('unsupported_type', 'This format cannot be imported yet.', { format: id });
}

/** What is never opened comes first, so that it has its rows in the report as well. */
export async function* findAll(
  { source }: OpenImport,
  format: ImportFormat,
  signal: AbortSignal,
): AsyncGenerator<Found> {
  for (const { place, problem } of source.refused) yield { place, problem };
  yield* format.read(source, signal);
}
