// The article that a new library begins with, clipped like any other page.
import type { Dispatch } from '#contract/rpc.ts';
import { resourceFile } from './program-files.ts';

export const welcomeFile = resourceFile('welcome.html');

/**
 * Call it when a library `isNew`.
 * @throws LibraryError as clip.fromPath does; a library without its welcome is whole, so callers log it and go on
 */
export async function clipWelcome(dispatch: Dispatch): Promise<void> {
  await dispatch('clip.fromPath', { path: welcomeFile }, new AbortController().signal);
}
