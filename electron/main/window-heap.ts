// How much a window may make before V8 looks for what of it is still in use.
import { app } from 'electron';

/**
 * Drawing the first list makes several megabytes, almost all of which stay. From 1 MB up, V8 would go through them four times until the
 * list is there, 12 ms of the window's processor time, and each time wait for threads of its own while both processors are busy.
 */
const NEW_OBJECTS_MB = 8;

/** Must run before the app is ready. */
export function roomForFirstList(): void {
  app.commandLine.appendSwitch('js-flags', `--min-semi-space-size=${NEW_OBJECTS_MB}`);
}
