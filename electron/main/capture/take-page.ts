// Takes what the capture window shows: its markup and pictures, the words that are selected, or the bytes of a PDF.
import { setTimeout as delay } from 'node:timers/promises';
import type { WebContents } from 'electron';
import { LibraryError } from '#contract/errors.ts';
import type { ClipCapture } from '#contract/types/clip.ts';
import type { sessionFiles } from './session-files.ts';
import { TAKE_PAGE, TAKE_SELECTION, type TakenMarkup, WALK_THROUGH } from './take-script.ts';

export type Taken = Pick<ClipCapture, 'url' | 'kind' | 'bytes' | 'pictures' | 'isPart'>;

/** Not the world of the page's own scripts, which might have put other functions in the place of the usual ones. */
const WORLD = 991;
/** A page whose own scripts never rest does not answer at all. */
const LOADED_WITHIN_MS = 10_000;
const WALKED_WITHIN_MS = 25_000;
const TAKEN_WITHIN_MS = 20_000;

interface TakeOptions {
  readonly contents: WebContents;
  readonly files: ReturnType<typeof sessionFiles>;
  readonly what: 'page' | 'selection';
  readonly isPdf: boolean;
  readonly signal: AbortSignal;
}

/** @throws LibraryError nothing_to_read, timed_out, too_large, unreachable, cancelled */
export async function takePage(options: TakeOptions): Promise<Taken> {
  const { contents, files, what, isPdf, signal } = options;
  const url = contents.getURL() as Taken['url'];
  if (isPdf) {
    if (what === 'selection') throw nothing('Words of a PDF are highlighted once it is clipped.');
    return {
      url,
      kind: 'file',
      bytes: await files.file(url, url, signal),
      pictures: [],
      isPart: false,
    };
  }
  await rest(contents, signal);
  // Words that are selected are on the screen already, with their pictures.
  if (what === 'page') await answered(contents, WALK_THROUGH, WALKED_WITHIN_MS, signal);
  const script = what === 'page' ? TAKE_PAGE : TAKE_SELECTION;
  const taken = await answered<TakenMarkup | null>(contents, script, TAKEN_WITHIN_MS, signal);
  if (contents.getURL() !== url) {
    throw new LibraryError(
      'conflict',
      'The window went to another page meanwhile. Clip that one, or go back.',
    );
  }
  if (!taken) throw nothing('Nothing is selected on this page.');
  return {
    url,
    kind: 'html',
    bytes: Buffer.from(taken.html, 'utf8'),
    pictures: await files.pictures(taken.pictures, url, signal),
    isPart: what === 'selection',
  };
}

/**
 * A page that still loads would not be asked before it is done, which may be never: it gets some time, then it is taken as it is, and
 * what it still waits for stays out.
 */
async function rest(contents: WebContents, signal: AbortSignal): Promise<void> {
  const until = Date.now() + LOADED_WITHIN_MS;
  while (contents.isLoadingMainFrame() && Date.now() < until) {
    if (signal.aborted) throw new LibraryError('cancelled', 'The clip was cancelled.');
    await delay(100);
  }
  if (contents.isLoadingMainFrame()) contents.stop();
}

async function answered<T>(
  contents: WebContents,
  code: string,
  withinMs: number,
  signal: AbortSignal,
): Promise<T> {
  const late = delay(withinMs, undefined, { ref: false, signal }).then(
    () => {
      throw new LibraryError(
        'timed_out',
        'The page is busy and does not answer. Stop it, or load it again.',
      );
    },
    () => {
      throw new LibraryError('cancelled', 'The clip was cancelled.');
    },
  );
  let end = () => {};
  const gone = new Promise<never>((_, fail) => {
    end = () => fail(new LibraryError('cancelled', 'The window was closed.'));
  });
  contents.once('destroyed', end);
  // Also where nothing waits for it any more.
  for (const one of [late, gone]) one.catch(() => undefined);
  const answer = contents
    .executeJavaScriptInIsolatedWorld(WORLD, [{ code }])
    .catch((error: unknown) => {
      const isLarge = /too large/.test(String(error));
      throw isLarge
        ? new LibraryError('too_large', 'This page is too large to be an article.')
        : new LibraryError(
            'unreachable',
            'The page went away while it was clipped.',
            {},
            { cause: error },
          );
    });
  return Promise.race([answer as Promise<T>, late, gone]).finally(() =>
    contents.off('destroyed', end),
  );
}

const nothing = (sentence: string): LibraryError => new LibraryError('nothing_to_read', sentence);
