// The time, as ages are reckoned from it: moves on each minute, for all that show one by the same clock.
import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
const listeners = new Set<() => void>();
let now = Date.now();
let clock: ReturnType<typeof setInterval> | undefined;

function moveOn(): void {
  // Nobody sees how old things are; whoever comes back does at once.
  if (document.hidden) return;
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    clock = setInterval(moveOn, MINUTE);
    document.addEventListener('visibilitychange', moveOn);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(clock);
    document.removeEventListener('visibilitychange', moveOn);
  };
}

export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
