// The end of the app: it waits until all is written.
import { app } from 'electron';

/** Windows are gone by will-quit, so their last calls are on their way; the app ends when all is written. */
export function drainBeforeQuit(drain: () => Promise<void>): void {
  let drained = false;
  app.on('will-quit', (event) => {
    if (drained) return;
    event.preventDefault();
    void drain().finally(() => {
      drained = true;
      // A drain with nothing to wait for ends within this very event, while Electron still takes the app for quitting.
      setImmediate(() => app.quit());
    });
  });
}
