// What is handed over to be imported, and how the library comes by it.
import i18next from 'i18next';
import { LibraryError } from '#contract/errors.ts';
import type { ImportSource } from '#contract/types/import.ts';
import type { Link } from '../../lib/link.ts';

export type ChosenSource =
  /** On this machine: a file, a folder or a zip. */
  | { readonly kind: 'path'; readonly path: string }
  /** Of a window that knows no paths. */
  | { readonly kind: 'file'; readonly file: File };

/** A browser sends it in one piece; larger ones are for the desktop and the command line, which read them where they lie. */
const MAX_SENT_BYTES = 200 * 1024 * 1024;

export const chosenFile = ({ pathOf }: Link, file: File): ChosenSource => {
  const path = pathOf(file);
  return path ? { kind: 'path', path } : { kind: 'file', file };
};

export const nameOfSource = (chosen: ChosenSource): string =>
  chosen.kind === 'file' ? chosen.file.name : (chosen.path.split(/[\\/]/).findLast(Boolean) ?? '');

/** @throws LibraryError */
export async function handOver(
  { client }: Link,
  chosen: ChosenSource,
  signal: AbortSignal,
): Promise<ImportSource> {
  if (chosen.kind === 'path') return { path: chosen.path };
  const { file } = chosen;
  if (file.size > MAX_SENT_BYTES) {
    throw new LibraryError('too_large', i18next.t('transfer.tooLarge', { name: file.name }));
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    const message = i18next.t('transfer.noBytes', { name: file.name });
    throw new LibraryError('not_found', message, {}, { cause });
  }
  return client['imports.keep']({ name: file.name, bytes }, signal);
}
