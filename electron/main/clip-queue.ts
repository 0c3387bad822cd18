// Clips what the command line, the system or a second instance named, one after the other. No Electron here.
import { basename } from 'node:path';
import type { Client } from '#contract/define.ts';
import { LibraryError, toWire } from '#contract/errors.ts';
import type { LibraryContract } from '#contract/library.ts';
import { ZIP_NAME } from '#contract/saved-files.ts';
import type { Problem } from '#contract/types/problem.ts';
import { lookInside } from '#hosts/look-inside.ts';
import type { Logger } from '#library/ports.ts';
import type { ClipTarget } from './arguments.ts';

type Clips = Pick<Client<LibraryContract>, 'clip.fromPath' | 'clip.fromZipPath' | 'jobs.add'>;

export interface ClipFailure {
  /** What to call it: the file's name or the address. */
  readonly name: string;
  readonly problem: Problem;
}

export interface ClipQueueOptions {
  /** The client of now. */
  readonly library: () => Clips;
  /** Called once for all that was named together, when the last of it is done. */
  readonly onFailed: (failures: readonly ClipFailure[], of: number) => void;
  readonly log: Logger;
}

/** @returns takes what was named together; the window's lists follow by the library's own events */
export function clipQueue(options: ClipQueueOptions): (targets: readonly ClipTarget[]) => void {
  let last: Promise<void> = Promise.resolve();
  return (targets) => {
    last = last.then(() => clipAll(targets, options));
  };
}

async function clipAll(
  targets: readonly ClipTarget[],
  { library, onFailed, log }: ClipQueueOptions,
): Promise<void> {
  const failures: ClipFailure[] = [];
  const fail = (target: ClipTarget, error: unknown) => {
    const { code, message } = toWire(error);
    // The code only: names and addresses are what a person reads.
    if (code === 'bug') log.error('clip of an argument: bug', error);
    else log.warn(`clip of an argument: ${code}`);
    failures.push({ name: nameOf(target), problem: { code, message } });
  };
  let count = 0;
  for (const named of targets) {
    try {
      for (const target of await pagesOf(named)) {
        count++;
        try {
          failures.push(...(await clip(library, target)));
        } catch (error) {
          fail(target, error);
        }
      }
    } catch (error) {
      count++;
      fail(named, error);
    }
  }
  if (failures.length > 0) onFailed(failures, count);
}

/** Of a folder, the pages in it. @throws LibraryError nothing_to_read, too_large */
async function pagesOf(target: ClipTarget): Promise<readonly ClipTarget[]> {
  const inside = target.kind === 'path' ? await lookInside(target.path) : null;
  if (inside?.kind !== 'folder') return [target];
  return inside.paths.map((path) => ({ kind: 'path', path }));
}

async function clip(library: () => Clips, target: ClipTarget): Promise<readonly ClipFailure[]> {
  try {
    return await clipOnce(library(), target);
  } catch (error) {
    // The library died under it, perhaps of something else: it is being started again. Nothing can be saved twice,
    // since a page that is there already is only named.
    if (!(error instanceof LibraryError && error.code === 'host_gone')) throw error;
    return clipOnce(library(), target);
  }
}

/** @returns what failed of a zip; what fails as a whole is thrown */
async function clipOnce(library: Clips, target: ClipTarget): Promise<readonly ClipFailure[]> {
  if (target.kind === 'path' && ZIP_NAME.test(target.path)) {
    const clips = await library['clip.fromZipPath']({ path: target.path });
    return clips.flatMap((one) => ('problem' in one ? [one] : []));
  }
  if (target.kind === 'path') await library['clip.fromPath']({ path: target.path });
  // The address is checked by the contract on the other side, which refuses what is none; what becomes of the job the
  // window tells.
  else await library['jobs.add']({ urls: [target.url] });
  return [];
}

const nameOf = (target: ClipTarget) =>
  target.kind === 'path' ? basename(target.path) : target.url;
