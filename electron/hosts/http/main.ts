// Runs the web host from the words that it was started with.
import { resolve } from 'node:path';
import { readArguments } from '../cli/arguments.ts';
import { hostCommand, sharedOptions } from '../cli/commands.ts';
import { interrupted, runToExitCode } from '../cli/process-run.ts';
import { defaultLibraryDir } from '../data-folder.ts';
import { runWebHost } from './run-web-host.ts';

const NAME = 'http-host';

/** @returns the exit code, once it has ended */
export const main = (words: readonly string[]): Promise<number> =>
  runToExitCode(async (output) => {
    const argv = [NAME, ...words];
    const reading = readArguments(argv, { [NAME]: hostCommand }, sharedOptions);
    if (reading.kind !== 'run') {
      output.line('Usage: node electron/hosts/http-host.ts [--library DIR] [--port N] [file|url]…');
      return 0;
    }
    const { options, operands } = reading.invocation;
    return runWebHost({
      libraryDir: resolve(options.text('library') ?? defaultLibraryDir()),
      port: options.number('port') ?? 0,
      sources: operands,
      announce: (url) => (options.has('json') ? output.jsonLine({ url }) : output.line(url)),
      output,
      signal: AbortSignal.any([output.closed, interrupted()]),
    });
  });
