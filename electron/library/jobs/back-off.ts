// When a clip that failed is tried again.
import type { LibraryError } from '#contract/errors.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** After the first try, the second, and so on. One more than these and it is given up. */
const PAUSES = [1, 2, 5, 15, 60, 180, 360, 720, 1440].map((minutes) => minutes * MINUTE);

/** What has to do with the network of the hour, not with the page. */
export const passing: readonly LibraryError['code'][] = ['offline', 'unreachable', 'timed_out'];

/** Whether another try may go better. */
export const isPassing = ({ code, details }: LibraryError): boolean =>
  passing.includes(code) || typeof details.retryAfterMs === 'number';

/**
 * @param tries how often it was tried, this time included
 * @returns milliseconds until the next try; null where another would fail the same way, or enough were made
 */
export function pauseAfter(failure: LibraryError, tries: number): number | null {
  const pause = PAUSES[tries - 1];
  if (!isPassing(failure) || pause === undefined) return null;
  const asked = failure.details.retryAfterMs;
  // A site that names a pause gets it, within what a person would wait for.
  return typeof asked === 'number' ? Math.min(Math.max(asked, pause), DAY) : pause;
}
