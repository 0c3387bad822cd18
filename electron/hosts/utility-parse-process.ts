// Starts a parse process out of Electron's main process, as a parser pool wants it: for the command line of the packaged
// program, which cannot be run as plain Node.
import { join } from 'node:path';
import { MessageChannelMain, utilityProcess } from 'electron';
import { clientWire } from './electron-ports.ts';
import type { ParserProcess } from './parser-pool.ts';

export function forkUtilityParser(): ParserProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, 'parse-process.js'), [], {
    serviceName: 'Lectern page reader',
    stdio: 'ignore',
    env: bareEnvironment(),
  });
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage('parse', [port1]);
  return { wire: clientWire(port2), kill: () => void child.kill() };
}

/** SECURITY: foreign HTML is parsed there; it is told nothing of this person. Windows cannot start without SystemRoot. */
export function bareEnvironment(): Record<string, string> {
  const root = process.env.SystemRoot;
  return root === undefined ? {} : { SystemRoot: root };
}
