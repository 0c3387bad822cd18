// Kills a process that clips, again and again, and counts what it said was kept and is not there.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { libraryContract } from '#contract/library.ts';
import { openLibrary } from '#library/open-library.ts';
import { clientOf } from './client-of.ts';
import { makePorts } from './make-ports.ts';

export interface KillReport {
  /** Articles that were told to be kept. */
  readonly told: number;
  /** Those of them that are not there, or not with their tag and star. */
  readonly lost: readonly string[];
  /** What the check finds after any of the kills. */
  readonly problems: readonly object[];
}

/** @param delays milliseconds from the first article of each round to its kill */
export async function killRounds(
  dir: string,
  delays: readonly number[],
  early = false,
): Promise<KillReport> {
  const told = new Map<string, boolean>();
  const lost = new Set<string>();
  const problems: object[] = [];
  for (const [round, delay] of delays.entries()) {
    const child = fork(new URL('./clipping-process.ts', import.meta.url), [
      dir,
      String(round),
      ...(early ? ['early'] : []),
    ]);
    child.on('message', ({ title, tagged }: { title: string; tagged: boolean }) => {
      told.set(title, tagged);
    });
    await once(child, 'message');
    await setTimeout(delay);
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;

    const library = await openLibrary({ dir, ports: makePorts() });
    const client = clientOf(libraryContract, library.dispatch);
    const found = new Map<string, { tags: string[]; starred: boolean }>();
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<(typeof client)['articles.list']>> = await client[
        'articles.list'
      ]({ limit: 500, ...(after === null ? {} : { after }) });
      for (const article of page.articles) found.set(article.title, article);
      after = page.next;
    } while (after !== null);
    for (const [title, tagged] of told) {
      const article = found.get(title);
      const isKept = article && (!tagged || (article.tags.length === 2 && article.starred));
      if (!isKept) lost.add(title);
    }
    // Also finds what is half written: rows without their file, text without its index entry.
    problems.push(...(await client['library.check']({})).problems);
    await library.close();
  }
  return { told: told.size, lost: [...lost], problems };
}
