// lectern check: whether the library is sound; exit code 1 where it is not.
import { setTimeout } from 'node:timers/promises';
import type { CommandRun } from './commands.ts';
import { readLibrary, writeLibrary } from './library-access.ts';

const LOOK_EVERY_MS = 100;

export async function runCheck(run: CommandRun) {
  const { invocation, libraryDir, json, output, signal } = run;
  if (invocation.options.has('rebuild-index')) await rebuildIndex(run);
  const report = await readLibrary(libraryDir, (client) => client['library.check']({}, signal));
  const { ok, checked, problems } = report;
  if (json) {
    output.json(report);
    return ok ? 0 : 1;
  }
  for (const { code, message, table, uid } of problems) {
    output.problem({ code, message }, uid === null ? table : `${table} ${uid}`);
  }
  const { rows, assets, indexed } = checked;
  const what = `${many(rows, 'row')}, ${many(assets, 'file')}, ${many(indexed, 'article')} in the index`;
  output.line(
    ok ? `The library is sound: ${what}.` : `${many(problems.length, 'problem')} in ${what}.`,
  );
  return ok ? 0 : 1;
}

/** Waits until it is done, whoever does it: the owner of the library, or this process. */
async function rebuildIndex({ libraryDir, json, output, signal }: CommandRun): Promise<void> {
  await writeLibrary(libraryDir, { create: false }, async (client) => {
    let { done, total } = await client['search.rebuildIndex']({}, signal);
    while (done < total) {
      await setTimeout(LOOK_EVERY_MS, undefined, { signal });
      ({ done, total } = await client['search.indexState']({}, signal));
    }
    if (!json) output.line(`The search index was made anew: ${many(total, 'article')}.`);
  });
}

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
