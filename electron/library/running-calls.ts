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
  const running = new Map<Promise<unknown>, AbortController>();
  return {
    async track(signal, call) {
      // Not AbortSignal.any with a signal that lives as long as the library: it would keep what listens to it, page and
      // all, for as long.
      const controller = new AbortController();
      const abort = () => controller.abort(signal.reason);
      if (signal.aborted) abort();
      else signal.addEventListener('abort', abort, { once: true });
      const result = call(controller.signal);
      running.set(result, controller);
      try {
        return await result;
      } finally {
        running.delete(result);
        signal.removeEventListener('abort', abort);
      }
    },
    async drain() {
      const giveUp = setTimeout(() => {
        for (const controller of running.values()) controller.abort();
      }, GRACE_MS);
      await Promise.allSettled(running.keys());
      clearTimeout(giveUp);
    },
  };
}
