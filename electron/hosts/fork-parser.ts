// Starts a parse process under plain Node, as a parser pool wants it; within Electron it leaves that to utility-parse-process.ts.
import { fork } from 'node:child_process';
import type { Reply } from '#contract/rpc.ts';
import type { ParserProcess } from './parser-pool.ts';
import { entryFile } from './program-files.ts';

const PARSE_PROCESS = entryFile('./parse-process-node.ts');

/** Never fails by itself: a process that cannot start closes its wire. */
export async function forkParser(entry = PARSE_PROCESS): Promise<ParserProcess> {
  // The packaged program does not let itself be run as Node.
  if (process.versions.electron) {
    return (await import('./utility-parse-process.ts')).forkUtilityParser();
  }
  const child = fork(entry, {
    // Structured clone rather than JSON: pages are bytes.
    serialization: 'advanced',
    // Flags of this process (a debugger's port, a test runner's hooks) are not for that one.
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    wire: {
      send: (message) => void (child.connected && child.send(message, () => undefined)),
      onMessage: (listener) =>
        void child.on('message', (message) => listener(message as unknown as Reply)),
      onClose(listener) {
        let closed = false;
        const once = () => {
          if (!closed) listener();
          closed = true;
        };
        child.once('exit', once);
        child.once('error', once);
      },
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
