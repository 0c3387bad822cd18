// Clipping: from a file, a path, pasted text or an address to one committed article; and reading a clipped page again.
import { type ErrorCode, LibraryError, toWire } from '#contract/errors.ts';
import type { ClipFile, ClipResult } from '#contract/types/clip.ts';
import { findIdByUrlKey } from '../articles/article-repo.ts';
import { awaitsText } from '../articles/awaited-repo.ts';
import type { Answers, WriteContext } from '../context.ts';
import { awaitPages } from '../jobs/await-pages.ts';
import { findSettings } from '../settings/settings-repo.ts';
import { type AssetHold, assetKeeper } from './asset-keeper.ts';
import { clipPage } from './clip-page.ts';
import { baseName, type ClipSource } from './clip-source.ts';
import { clipZip } from './clip-zip.ts';
import { keepExisting } from './keep-existing.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import {
  addressPasted,
  sourceFromCapture,
  sourceFromFile,
  sourceFromPasted,
  sourceFromPath,
  sourceFromUrl,
} from './open-source.ts';
import { readFileWithin } from './read-file.ts';
import { rereadArticle } from './reread.ts';
import { urlKey } from './url-key.ts';

type ClipAnswers = Answers<
  | 'clip.fromCapture'
  | 'clip.fromFile'
  | 'clip.fromPath'
  | 'clip.fromPasted'
  | 'clip.fromUrl'
  | 'clip.fromZip'
  | 'clip.fromZipPath'
  | 'articles.reread'
>;

/**
 * @param openHold one for all that writes files into a library
 * @param onJobs an address waits now, or does no longer
 */
export function clipCommands(
  context: WriteContext,
  openHold: () => AssetHold = assetKeeper(context),
  onJobs: () => void = () => undefined,
): ClipAnswers {
  const withSettings = <Input extends { readonly allowHosts: string[] }>(input: Input): Input => ({
    ...input,
    allowHosts: [...input.allowHosts, ...findSettings(context.db).allowedHosts],
  });

  const fromUrl: ClipAnswers['clip.fromUrl'] = (input, signal) =>
    job(context, input.url, signal, async () => {
      const key = urlKey(input.url);
      const id = key === null ? null : findIdByUrlKey(context.db, key);
      const known = key === null || id === null ? null : { id, urlKey: key };
      try {
        const source = await sourceFromUrl(withSettings(input), context.ports.fetcher, signal);
        const result = await clipPage(context, openHold, source, signal, known);
        if (awaitPages(context, input.url, result)) {
          context.emit({ kind: 'changed', topics: ['jobs'] });
          onJobs();
        }
        return result;
      } catch (error) {
        // What is here already is named all the same, offline too; what still awaits its text came for that.
        const isHere = known !== null && !awaitsText(context.db, known.id);
        if (!isHere || !(error instanceof LibraryError) || !isOfPage.has(error.code)) {
          throw error;
        }
        const { code, message } = error;
        const existing = await keepExisting(context, known.id, input.tags, signal);
        return { ...existing, warning: { code, message } };
      }
    });

  const clip = (
    name: string,
    signal: AbortSignal,
    open: () => ClipSource | Promise<ClipSource>,
  ): Promise<ClipResult> =>
    job(context, name, signal, async () => clipPage(context, openHold, await open(), signal));

  const fromFile = (input: ClipFile, signal: AbortSignal): Promise<ClipResult> =>
    clip(baseName(input.name), signal, () => sourceFromFile(withSettings(input)));

  return {
    'clip.fromUrl': fromUrl,
    'clip.fromFile': fromFile,
    'clip.fromCapture': (input, signal) =>
      clip(baseName(new URL(input.url).host), signal, () =>
        sourceFromCapture(input, findSettings(context.db).allowedHosts),
      ),
    'clip.fromZip': ({ name, bytes, ...options }, signal) =>
      clipZip(bytes, baseName(name), options, (file) => fromFile(file, signal), signal),
    'clip.fromZipPath': async ({ path, ...options }, signal) => {
      const bytes = await readFileWithin(path, MAX_FILE_BYTES, signal);
      return clipZip(bytes, baseName(path), options, (file) => fromFile(file, signal), signal);
    },
    'clip.fromPath': (input, signal) =>
      clip(baseName(input.path), signal, () =>
        sourceFromPath(withSettings(input), context.dir, signal),
      ),
    'clip.fromPasted': (input, signal) => {
      const url = addressPasted(input);
      if (url !== null) return fromUrl({ ...input, url }, signal);
      return clip(firstWords(input.text ?? ''), signal, () =>
        sourceFromPasted(withSettings(input)),
      );
    },
    'articles.reread': ({ uid }, signal) => rereadArticle(context, openHold, uid, signal),
  };
}

/** What may be wrong with a page, or the way to it. */
const isOfPage: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'unreachable',
  'timed_out',
  'refused_by_site',
  'login_required',
  'not_found',
  'not_allowed',
  'unsupported_type',
  'nothing_to_read',
  'too_large',
]);

/** Tells of a clip as it goes. `name` is what to call it before it has a title. */
async function job(
  { newUid, emit }: WriteContext,
  name: string,
  signal: AbortSignal,
  work: () => Promise<ClipResult>,
): Promise<ClipResult> {
  const id = newUid();
  emit({ kind: 'clip-started', job: id, name });
  try {
    if (signal.aborted) throw new LibraryError('cancelled', 'The clip was cancelled.');
    const result = await work();
    emit({ kind: 'clip-done', job: id, name, result });
    return result;
  } catch (error) {
    const { code, message } = toWire(error);
    emit({ kind: 'clip-failed', job: id, name, error: { code, message } });
    throw error;
  }
}

/** Enough of a pasted text to know it by. */
function firstWords(text: string): string {
  const words = text.slice(0, 500).replace(/\s+/g, ' ').trim();
  return words.length <= 80 ? words : `${words.slice(0, 80).replace(/\s?\S*$/u, '')}…`;
}
