// Clipping: from a file, a path, pasted text or an address to one committed article; and reading a clipped page again.
import { LibraryError, toWire } from '#contract/errors.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import { findIdByUrlKey } from '../articles/article-repo.ts';
import type { Answers, WriteContext } from '../context.ts';
import { findSettings } from '../settings/settings-repo.ts';
import { assetKeeper } from './asset-keeper.ts';
import { clipPage } from './clip-page.ts';
import { baseName, type ClipSource } from './clip-source.ts';
import { keepExisting } from './keep-existing.ts';
import {
  addressPasted,
  sourceFromFile,
  sourceFromPasted,
  sourceFromPath,
  sourceFromUrl,
} from './open-source.ts';
import { rereadArticle } from './reread.ts';
import { urlKey } from './url-key.ts';

type ClipAnswers = Answers<
  'clip.fromFile' | 'clip.fromPath' | 'clip.fromPasted' | 'clip.fromUrl' | 'articles.reread'
>;

export function clipCommands(context: WriteContext): ClipAnswers {
  const openHold = assetKeeper(context);
  const withSettings = <Input extends { readonly allowHosts: string[] }>(input: Input): Input => ({
    ...input,
    allowHosts: [...input.allowHosts, ...findSettings(context.db).allowedHosts],
  });

  const fromUrl: ClipAnswers['clip.fromUrl'] = (input, signal) =>
    job(context, input.url, signal, async () => {
      // Asked before the network is: what is here already is named without it, offline too.
      const key = urlKey(input.url);
      const here = key === null ? null : findIdByUrlKey(context.db, key);
      if (here !== null) return keepExisting(context, here, input.tags, signal);
      const source = await sourceFromUrl(withSettings(input), context.ports.fetcher, signal);
      return clipPage(context, openHold, source, signal);
    });

  const clip = (
    name: string,
    signal: AbortSignal,
    open: () => ClipSource | Promise<ClipSource>,
  ): Promise<ClipResult> =>
    job(context, name, signal, async () => clipPage(context, openHold, await open(), signal));

  return {
    'clip.fromUrl': fromUrl,
    'clip.fromFile': (input, signal) =>
      clip(baseName(input.name), signal, () => sourceFromFile(withSettings(input))),
    'clip.fromPath': (input, signal) =>
      clip(baseName(input.path), signal, () => sourceFromPath(withSettings(input), signal)),
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
