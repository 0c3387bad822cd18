// lectern serve: the web host, until Ctrl+C.
import { runWebHost } from '../http/run-web-host.ts';
import type { CommandRun } from './commands.ts';

export async function runServe({ invocation, libraryDir, json, output, signal }: CommandRun) {
  return runWebHost({
    libraryDir,
    port: invocation.options.number('port') ?? 0,
    sources: [],
    announce: (url) => (json ? output.jsonLine({ url }) : output.line(url)),
    output,
    signal,
  });
}
