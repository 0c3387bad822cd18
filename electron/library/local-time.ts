// What time it is, and in which time zone: what “today” means in a query depends on both.
import type { Clock } from './ports.ts';

export interface LocalTime extends Clock {
  /** IANA name. */
  timeZone(): string;
}

/** The time of this machine, for threads and openings that get no ports. */
export const machineTime: LocalTime = {
  // No port reaches a thread; tests of rooms hand in a time of their own.
  // oxlint-disable-next-line no-restricted-properties
  now: () => Date.now(),
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};
