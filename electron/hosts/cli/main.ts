// argv in, exit code out: 0 ok, 1 something failed, 2 wrong usage.
import { resolve } from 'node:path';
import { LibraryError, toWire } from '#contract/errors.ts';
import { defaultLibraryDir } from '../data-folder.ts';
import { nodeLog } from '../node-log.ts';
import { type Reading, readArguments, UsageError } from './arguments.ts';
import { type CommandName, commands, type RunCommand, sharedOptions } from './commands.ts';
import { type Output, openOutput } from './output.ts';

/** Runs one command of the command line, printing to this process' own streams. */
export async function main(argv: readonly string[]): Promise<number> {
  const output = openOutput({ stdout: process.stdout, stderr: process.stderr, env: process.env });
  let reading: Reading;
  try {
    reading = readArguments(argv, commands, sharedOptions);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const help = error.command === null ? 'lectern --help' : `lectern ${error.command} --help`;
    output.problem({ code: 'invalid_input', message: `${error.message} See “${help}”.` });
    return 2;
  }
  if (reading.kind !== 'run') {
    output.line(await information(reading));
    return 0;
  }
  const { invocation } = reading;
  const load: () => Promise<RunCommand> = commands[invocation.command as CommandName].load;
  return withFailures(output, async () => {
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

/** What nobody caught becomes a line on standard error. Without a reader of the output nobody wants that line, either. */
async function withFailures(output: Output, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError) {
      output.problem({ code: 'invalid_input', message: error.message });
      return 2;
    }
    if (output.closed.aborted) return 0;
    if (!(error instanceof LibraryError)) nodeLog(process.env).error('lectern', error);
    output.problem(toWire(error));
    return 1;
  }
}

async function information(reading: Exclude<Reading, { kind: 'run' }>): Promise<string> {
  if (reading.kind === 'version') {
    const { default: project } = await import('../../../package.json', { with: { type: 'json' } });
    return project.version;
  }
  const { usage, usageOf } = await import('./usage.ts');
  return reading.command === null ? usage() : usageOf(reading.command as CommandName);
}

/** Aborts at the first Ctrl+C, so that what is done is kept and reported; the second ends the process at once. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return controller.signal;
}
