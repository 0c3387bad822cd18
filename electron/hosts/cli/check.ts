// lectern check: whether the library is sound; exit code 1 where it is not.
import type { CommandRun } from './commands.ts';
import { readLibrary } from './library-access.ts';
import { plain } from './output.ts';

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
  const what = `${checked.rows} rows, ${checked.assets} files, ${checked.indexed} articles in the index`;
  output.line(
    ok ? `The library is sound: ${what}.` : `${problems.length} problems in ${plain(what)}.`,
  );
  return ok ? 0 : 1;
}
