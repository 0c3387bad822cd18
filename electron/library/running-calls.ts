// The calls that are being answered, so that closing can wait for them.

/** A clip that waits for a slow site must not keep the library from closing. */
const GRACE_MS = 5000;

export interface RunningCalls {
  /** Runs a call; its signal also aborts when the library closes and it takes too long. */
  track<T>(signal: AbortSignal, call: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Resolves when nothing runs any more; after a while what still runs is told to give up. */
  drain(): Promise<void>;
}

export function runningCalls(): RunningCalls {
  const running = new Set<Promise<unknown>>();
  const closing = new AbortController();
  return {
    async track(signal, call) {
      const result = call(AbortSignal.any([signal, closing.signal]));
      running.add(result);
      try {
        return await result;
      } finally {
        running.delete(result);
      }
    },
    async drain() {
      const giveUp = setTimeout(() => closing.abort(), GRACE_MS);
      await Promise.allSettled(running);
      clearTimeout(giveUp);
    },
  };
}
