// What every program on the command line has around it: failures become `code: sentence` and an exit code.
import { LibraryError, toWire } from '#contract/errors.ts';
import { nodeLog } from '../node-log.ts';
import { UsageError } from './arguments.ts';
import { type Output, openOutput } from './output.ts';

/**
 * @param work gets the output; returns its own exit code
 * @returns that, or 1 for what failed, or 2 for wrong usage
 */
export async function runToExitCode(work: (output: Output) => Promise<number>): Promise<number> {
  const output = openOutput({ stdout: process.stdout, stderr: process.stderr, env: process.env });
  try {
    return await work(output);
  } catch (error) {
    if (error instanceof UsageError) {
      const help = error.command === null ? 'lectern --help' : `lectern ${error.command} --help`;
      output.problem({ code: 'invalid_input', message: `${error.message} See “${help}”.` });
      return 2;
    }
    // Nobody reads the output any more, so nobody waits for a word about it.
    if (output.closed.aborted) return 0;
    const wire = toWire(error);
    if (!(error instanceof LibraryError)) nodeLog(process.env).error('bug', error);
    output.problem(wire);
    return 1;
  }
}

/** Aborts at the first Ctrl+C, so that what is done is kept and reported; the second ends the process at once. */
export function interrupted(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return controller.signal;
}
