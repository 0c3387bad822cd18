// Clips what the command line, the system or a second instance named, one after the other. No Electron here.
import type { Client } from '#contract/define.ts';
import { LibraryError } from '#contract/errors.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { Logger } from '#library/ports.ts';
import type { ClipTarget } from './arguments.ts';

type Clips = Pick<Client<LibraryContract>, 'clip.fromPath' | 'clip.fromUrl'>;

/**
 * The window hears of each clip and of each failure through the library's own events, so the shell only logs codes.
 * @param library the client of now
 */
export function clipQueue(
  library: () => Clips,
  log: Logger,
): (targets: readonly ClipTarget[]) => void {
  let last: Promise<void> = Promise.resolve();
  return (targets) => {
    for (const target of targets) last = last.then(() => clip(library, target, log));
  };
}

async function clip(library: () => Clips, target: ClipTarget, log: Logger): Promise<void> {
  try {
    await clipOnce(library(), target);
  } catch (error) {
    // The library died under it, perhaps of something else: it is being started again. Nothing can be saved twice,
    // since a page that is there already is only named.
    if (!isGone(error)) return logFailure(log, error);
    await clipOnce(library(), target).catch((again: unknown) => logFailure(log, again));
  }
}

async function clipOnce(library: Clips, target: ClipTarget): Promise<void> {
  if (target.kind === 'path') await library['clip.fromPath']({ path: target.path });
  // The address is checked by the contract on the other side, which refuses what is none.
  else await library['clip.fromUrl']({ url: target.url });
}

const isGone = (error: unknown) => error instanceof LibraryError && error.code === 'host_gone';

function logFailure(log: Logger, error: unknown): void {
  if (error instanceof LibraryError) log.warn(`clip of an argument: ${error.code}`);
  else log.error('clip of an argument: bug', error);
}
