// The library's process with what it needs beside it: parse processes and rendered pages, each under its supervisor.
import { app, MessageChannelMain, type MessagePortMain } from 'electron';
import type { Logger } from '#library/ports.ts';
import type { AppWindow } from './app-window.ts';
import { forkLibrary, forkParser } from './child-processes.ts';
import type { LibraryPlace } from './library-place.ts';
import { type LibrarySupervisor, superviseLibrary } from './library-supervisor.ts';
import { superviseParsers } from './parser-supervisor.ts';
import { renderPage } from './render-window.ts';
import { superviseRenderers } from './renderer-supervisor.ts';

/** @param window is told where nothing will answer any more */
export function libraryOf(
  place: LibraryPlace,
  log: Logger,
  window: () => AppWindow | null,
): LibrarySupervisor<MessagePortMain> {
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
  return superviseLibrary({
    fork: () => forkLibrary(place.now(), place.mustExist(), log),
    onRequest(message, child) {
      parsers.request(message, child.post);
      renderers.request(message, child.post);
    },
    onOpen: place.wasOpen,
    onGone() {
      parsers.killAll();
      renderers.stopAll();
    },
    onFailed: (problem) => window()?.send({ kind: 'library-failed', ...problem }),
    now: () => performance.now(),
    log,
  });
}
