// lectern imports: lists what was imported, the newest first; prints the report of one, goes on with it, or takes it back.
import { LibraryError } from '#contract/errors.ts';
import { ImportUid } from '#contract/types/import.ts';
import { UsageError } from './arguments.ts';
import type { CommandRun } from './commands.ts';
import { finish } from './import.ts';
import { readLibrary, writeLibrary } from './library-access.ts';
import { withoutControls } from './output.ts';
import { runLine, tellProgress } from './print-import.ts';

const ways = ['report', 'resume', 'undo', 'forget'] as const;

export async function runImports({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const { options } = invocation;
  const [way, another] = ways.filter((one) => options.has(one));
  if (another) throw new UsageError(`--${way} and --${another} are two things: do one.`, 'imports');
  if (!way) {
    const runs = await readLibrary(libraryDir, (client) => client['imports.list']({}, signal));
    if (json) output.json(runs);
    else for (const run of runs) output.line(runLine(run, output.style));
    return 0;
  }
  const uid = readRun(options.text(way) ?? '');
  if (way === 'report') {
    const { csv } = await readLibrary(libraryDir, (client) =>
      client['imports.report']({ uid }, signal),
    );
    output.line(withoutControls(csv.trimEnd()));
    return 0;
  }
  return writeLibrary(libraryDir, { create: false }, async (client, onEvent) => {
    onEvent((event) => tellProgress(event, output));
    if (way === 'resume') {
      await client['imports.resume']({ uid }, signal);
      return finish(client, uid, { output, json, signal });
    }
    if (way === 'forget') await client['imports.forget']({ uid }, signal);
    else {
      const { step } = await client['imports.undo']({ uid }, signal);
      output.progress('');
      if (json) output.json({ step });
      else
        output.line(step ? 'Taken back. New articles are in the trash.' : 'Nothing was changed.');
    }
    return 0;
  });
}

/** Lower case is accepted. @throws LibraryError not_found: what is no identifier names no import */
function readRun(text: string): ImportUid {
  const parsed = ImportUid.safeParse(text.toUpperCase());
  if (parsed.success) return parsed.data;
  throw new LibraryError('not_found', `There is no import “${text}” in the library.`);
}
