// The web host by itself: `node electron/hosts/http-host.ts [--library DIR] [--port N] [file|url]…`. What `npm start` runs
// where no desktop window can be opened. The last line on standard output is the address to open.
import { resolve } from 'node:path';
import { readArguments } from './cli/arguments.ts';
import { hostCommand, sharedOptions } from './cli/commands.ts';
import { interrupted, runToExitCode } from './cli/process-run.ts';
import { defaultLibraryDir } from './data-folder.ts';
import { runWebHost } from './http/run-web-host.ts';
import { keepHeapLean } from './lean-heap.ts';

const name = 'http-host';

keepHeapLean();

process.exitCode = await runToExitCode(async (output) => {
  const argv = [name, ...process.argv.slice(2)];
  const reading = readArguments(argv, { [name]: hostCommand }, sharedOptions);
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
