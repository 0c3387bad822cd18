// The time, as ages are reckoned from it: moves on each minute.
import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
let now = Date.now();

const subscribe = (listener: () => void) => {
  const timer = setInterval(() => {
    now = Date.now();
    listener();
  }, MINUTE);
  return () => clearInterval(timer);
};

export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
