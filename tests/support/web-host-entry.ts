// A web host to run as a process of its own: `node web-host-entry.ts LIBRARY WINDOW [file|url]…`.
import { interrupted, runToExitCode } from '#hosts/cli/process-run.ts';
import { runWebHost } from '#hosts/http/run-web-host.ts';

const [libraryDir = '', rendererDir = '', ...sources] = process.argv.slice(2);

process.exitCode = await runToExitCode((output) =>
  runWebHost({
    libraryDir,
    rendererDir,
    sources,
    port: 0,
    announce: (url) => output.line(url),
    output,
    signal: interrupted(),
  }),
);
