// lectern check: whether the library is sound, and with --repair what can be done about it; exit code 1 where it is not.
import { setTimeout } from 'node:timers/promises';
import type { CheckReport } from '#contract/types/library-info.ts';
import { readUid } from './checked-input.ts';
import type { CommandRun } from './commands.ts';
import { readLibrary, writeLibrary } from './library-access.ts';

const LOOK_EVERY_MS = 100;

export async function runCheck(run: CommandRun) {
  const { invocation, json, output } = run;
  if (invocation.options.has('rebuild-index')) await rebuildIndex(run);
  let report = await check(run);
  if (!report.ok && invocation.options.has('repair')) {
    await repair(run, report);
    report = await check(run);
  }
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

const check = ({ libraryDir, signal }: CommandRun) =>
  readLibrary(libraryDir, (client) => client['library.check']({}, signal));

/** Article by article; the index is made anew where it is part of the trouble. */
async function repair(run: CommandRun, { problems }: CheckReport): Promise<void> {
  const { libraryDir, json, output, signal } = run;
  const uids = new Set(problems.flatMap(({ uid }) => (uid === null ? [] : [readUid(uid)])));
  await writeLibrary(libraryDir, { create: false }, async (client) => {
    for (const uid of uids) {
      const { repaired } = await client['library.repair']({ uid }, signal);
      for (const { table, from } of repaired) {
        const source = from === null ? 'made anew from its page' : `taken from the backup ${from}`;
        if (!json) output.line(`repaired  ${uid}  ${table}: ${source}`);
      }
    }
  });
  if (problems.some(({ table }) => table === 'search_index')) await rebuildIndex(run);
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
