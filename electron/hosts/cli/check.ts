// lectern check: whether the library is sound; exit code 1 where it is not.
import type { CommandRun } from './commands.ts';
import { readLibrary } from './library-access.ts';

export async function runCheck({ libraryDir, json, output, signal }: CommandRun) {
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

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
