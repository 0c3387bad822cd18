// Clips the pages of a zip one after the other. One that fails does not stop the rest, and is named.
import { LibraryError, toWire } from '#contract/errors.ts';
import type { ClipFile, ClipOptions, ClipResult, ZipClip } from '#contract/types/clip.ts';
import { isZip, readZip } from './zip/read-zip.ts';

type Clip = (file: ClipFile) => Promise<ClipResult>;

/**
 * @param name of the zip
 * @param clip clips one page of it
 * @throws LibraryError nothing_to_read (no page in it), unsupported_type (another kind of file), invalid_input (damaged),
 * too_large, cancelled
 */
export async function clipZip(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  options: Omit<ClipOptions, 'url'>,
  clip: Clip,
  signal: AbortSignal,
): Promise<ZipClip[]> {
  const contents = isZip(bytes) ? readZip(bytes) : null;
  if (!contents) {
    throw new LibraryError(
      'unsupported_type',
      `“${name}” is no zip of saved pages, but a file of another kind.`,
    );
  }
  const clips: ZipClip[] = contents.refused.map(({ path, problem }) => ({ name: path, problem }));
  if (contents.pages.length + clips.length === 0) {
    throw new LibraryError('nothing_to_read', `There is no page or text in “${name}”.`);
  }
  for (const page of contents.pages) {
    if (signal.aborted) throw new LibraryError('cancelled', 'The clip was cancelled.');
    try {
      const result = await clip({ ...options, name: page.path, ...page.read() });
      clips.push({ name: page.path, result });
    } catch (error) {
      if (error instanceof LibraryError && endsAll.has(error.code)) throw error;
      const { code, message } = toWire(error);
      clips.push({ name: page.path, problem: { code, message } });
    }
  }
  return clips;
}

/** Of the library rather than of a page: the next page would fare no better. */
const endsAll: ReadonlySet<LibraryError['code']> = new Set<LibraryError['code']>([
  'cancelled',
  'disk_full',
  'read_only',
  'host_gone',
]);
