// Once a day, where somebody wants it. What is found waits in the settings, and is told by the system where that is wanted.
import type { Logger } from '#library/ports.ts';
import type { Updates } from './updates.ts';

/** The start belongs to the library. */
const FIRST_AFTER_MS = 60_000;
/** Computers sleep: whether a day is over is asked more often than once a day. */
const EVERY_MS = 3_600_000;

export function dailyUpdates(
  updates: Updates,
  tell: (told: { title: string; body: string }) => void,
  log: Pick<Logger, 'warn'>,
): void {
  const look = () =>
    void updates
      .lookDaily()
      .then((found) => {
        if (found) tell({ title: `Lectern ${found}`, body: 'There is a newer version: Settings.' });
      })
      .catch((error: unknown) => log.warn(`updates: ${String(error)}`));
  setTimeout(look, FIRST_AFTER_MS).unref();
  setInterval(look, EVERY_MS).unref();
}
