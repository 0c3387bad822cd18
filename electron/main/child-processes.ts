// Forks the library's process and parse processes in Electron, in the shape that their supervisors know.
import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';
import type { FromLibraryProcess } from '#hosts/electron-ports.ts';
import { bareEnvironment } from '#hosts/utility-parse-process.ts';
import type { Logger } from '#library/ports.ts';
import { libraryProcessFile, parseProcessFile } from './built-files.ts';
import type { LibraryChild } from './library-supervisor.ts';
import type { ParserChild } from './parser-supervisor.ts';
import { logLines } from './shell-log.ts';

/**
 * @param dir the library's folder
 * @param mustExist false where one is made if there is none
 */
export function forkLibrary(
  dir: string,
  mustExist: boolean,
  log: Logger,
): LibraryChild<MessagePortMain> {
  const words = mustExist ? [dir, 'must-exist'] : [dir];
  const child = utilityProcess.fork(libraryProcessFile, words, {
    serviceName: 'Lectern library',
    stdio: 'pipe',
  });
  logLines(child.stdout, log.info);
  logLines(child.stderr, log.warn);
  return {
    post: (message, ports = []) => child.postMessage(message, [...ports]),
    onMessage: (listener) =>
      // The library's process is our own code on our own pipe: its messages need no check.
      void child.on('message', (message: FromLibraryProcess) => listener(message)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}

/** @returns the process, which speaks the page contract on the other end of `port` */
export function forkParser(log: Logger): { child: ParserChild; port: MessagePortMain } {
  const child = utilityProcess.fork(parseProcessFile, [], {
    serviceName: 'Lectern page reader',
    stdio: 'pipe',
    env: bareEnvironment(),
  });
  logLines(child.stdout, log.info);
  logLines(child.stderr, log.warn);
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage('parse', [port1]);
  return {
    child: {
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    },
    port: port2,
  };
}
