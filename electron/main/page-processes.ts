// What the library needs for pages and cannot start itself: parse processes and rendered pages, each under its supervisor.
import { app, MessageChannelMain, type MessagePortMain } from 'electron';
import type { Logger } from '#library/ports.ts';
import { forkParser } from './child-processes.ts';
import type { LibraryChild, SupervisorOptions } from './library-supervisor.ts';
import { superviseParsers } from './parser-supervisor.ts';
import { renderPage } from './render-window.ts';
import { superviseRenderers } from './renderer-supervisor.ts';

export interface PageProcesses {
  request: SupervisorOptions<MessagePortMain>['onRequest'];
  /** The library is gone: nobody will use these any more. */
  stopAll(): void;
}

export function pageProcesses(log: Logger): PageProcesses {
  const parsers = superviseParsers({ fork: () => forkParser(log), log });
  const renderers = superviseRenderers<MessagePortMain>({
    start: () => {
      const { port1, port2 } = new MessageChannelMain();
      return { rendering: renderPage(port1, log), port: port2 };
    },
    log,
  });
  // What nobody sees must not keep the app from ending.
  app.on('before-quit', renderers.stopAll);
  return {
    request(message, child: LibraryChild<MessagePortMain>) {
      parsers.request(message, child.post);
      renderers.request(message, child.post);
    },
    stopAll() {
      parsers.killAll();
      renderers.stopAll();
    },
  };
}
