// Tells when long work is done: what the library takes so long for that one goes away meanwhile.
import type { LibraryEvent } from '#contract/events.ts';

/** Within this, whoever began it is still looking. */
export const LONG_MS = 20_000;

export type LongWork = 'importing' | 'exporting' | 'many-changing';

/**
 * @param now in milliseconds
 * @returns takes every event of the library
 */
export function longWork(now: () => number, onDone: (work: LongWork, total: number) => void) {
  const begun = new Map<string, { at: number; total: number }>();
  const ended = (uid: string, work: LongWork) => {
    const known = begun.get(uid);
    begun.delete(uid);
    if (known && now() - known.at >= LONG_MS) onDone(work, known.total);
  };
  return (event: LibraryEvent): void => {
    switch (event.kind) {
      case 'importing':
      case 'exporting':
      case 'many-changing':
        begun.set(event.uid, { at: begun.get(event.uid)?.at ?? now(), total: event.total });
        if (event.kind !== 'many-changing' && event.done >= event.total) {
          ended(event.uid, event.kind);
        }
        break;
      case 'many-changed':
        ended(event.uid, 'many-changing');
        break;
      default: // What is told of clips is told by the window.
        break;
    }
  };
}
