// Hears what the app is asked to open from its first moment on: macOS names files and links before the app is ready.
import { app } from 'electron';
import type { Openings } from './openings.ts';

/** @param withOpenings does it once the shell is at work */
export function hearOpenings(withOpenings: (use: (openings: Openings) => void) => void): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    withOpenings((openings) => openings.file(path));
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    withOpenings((openings) => openings.url(url));
  });
  // Its command line comes along too, but in an order of Chromium's; only what was read there can be relied on.
  app.on('second-instance', (_event, _argv, _cwd, data) =>
    withOpenings((openings) => openings.secondStart(data)),
  );
}
