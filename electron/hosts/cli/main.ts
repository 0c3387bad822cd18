// argv in, exit code out: 0 ok, 1 something failed, 2 wrong usage.
import { resolve } from 'node:path';
import { defaultLibraryDir } from '../data-folder.ts';
import { type Reading, readArguments } from './arguments.ts';
import { type CommandName, commands, type RunCommand, sharedOptions } from './commands.ts';
import { interrupted, runToExitCode } from './process-run.ts';

/** Runs one command of the command line, printing to this process' own streams. */
export function main(argv: readonly string[]): Promise<number> {
  return runToExitCode(async (output) => {
    const reading = readArguments(argv, commands, sharedOptions);
    if (reading.kind !== 'run') {
      output.line(await information(reading));
      return 0;
    }
    const { invocation } = reading;
    const load: () => Promise<RunCommand> = commands[invocation.command as CommandName].load;
    const run = await load();
    return run({
      invocation,
      libraryDir: resolve(invocation.options.text('library') ?? defaultLibraryDir()),
      json: invocation.options.has('json'),
      output,
      signal: AbortSignal.any([output.closed, interrupted()]),
    });
  });
}

async function information(reading: Exclude<Reading, { kind: 'run' }>): Promise<string> {
  if (reading.kind === 'version') {
    const { default: project } = await import('../../../package.json', { with: { type: 'json' } });
    return project.version;
  }
  const { usage, usageOf } = await import('./usage.ts');
  return reading.command === null ? usage() : usageOf(reading.command as CommandName);
}
