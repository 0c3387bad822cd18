// Kills a process that clips, tags and imports, again and again, and counts what it said was kept and is not there.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { libraryContract } from '#contract/library.ts';
import { openLibrary } from '#library/open-library.ts';
import { clientOf } from './client-of.ts';
import { findLost, type Kept } from './kept-changes.ts';
import { makePorts } from './make-ports.ts';

export interface KillReport {
  /** Changes that were told to be kept. */
  readonly told: number;
  /** Those of them that are not there. */
  readonly lost: readonly string[];
  /** What the check finds after any of the kills: half an article, damage, rows without their file. */
  readonly problems: readonly object[];
}

/**
 * @param delays milliseconds from the first article of each round to its kill
 * @param words for the process: `early` tells of what is not kept yet, `tiny` makes checkpoints all the time
 */
export async function killRounds(
  dir: string,
  delays: readonly number[],
  words: readonly ('early' | 'tiny')[] = [],
): Promise<KillReport> {
  const told: Kept[] = [];
  const lost = new Set<string>();
  const problems: object[] = [];
  for (const [round, delay] of delays.entries()) {
    const child = fork(new URL('./clipping-process.ts', import.meta.url), [
      dir,
      String(round),
      ...words,
    ]);
    child.on('message', (kept: Kept) => void told.push(kept));
    await once(child, 'message');
    await setTimeout(delay);
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;

    const library = await openLibrary({ dir, ports: makePorts() });
    const client = clientOf(libraryContract, library.dispatch);
    for (const each of await findLost(client, told)) lost.add(each);
    // Also finds what is half written: rows without their file, text without its index entry.
    problems.push(...(await client['library.check']({})).problems);
    await library.close();
  }
  return { told: told.length, lost: [...lost], problems };
}
