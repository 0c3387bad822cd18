// The article that a new library begins with, clipped like any other page.
import type { Dispatch } from '#contract/rpc.ts';
import type { Logger } from '#library/ports.ts';
import { resourceFile } from './program-files.ts';

export const welcomeFile = resourceFile('welcome.html');

/**
 * Call it when a library `isNew`.
 * @throws LibraryError as clip.fromPath does; a library without its welcome is whole, so callers log it and go on
 */
export async function clipWelcome(dispatch: Dispatch): Promise<void> {
  await dispatch('clip.fromPath', { path: welcomeFile }, new AbortController().signal);
}

/**
 * For a new library that answers at once: the welcome article is clipped behind its back, and whatever else is clipped
 * meanwhile comes after it, or the welcome would lie on top of the page that Lectern was started with.
 * @returns the door to use from now on
 */
export function welcomeFirst(dispatch: Dispatch, log: Logger): Dispatch {
  const welcomed = clipWelcome(dispatch).catch((error: unknown) =>
    log.error('library: the welcome article could not be clipped', error),
  );
  return async (name, input, signal) => {
    if (name.startsWith('clip.')) await welcomed;
    return dispatch(name, input, signal);
  };
}
