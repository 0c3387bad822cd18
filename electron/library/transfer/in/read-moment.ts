// When something was saved, in whatever way a service writes that down.
import { parseDate } from '../../clip/page/metadata/parse-date.ts';

/** Seconds until the year 5138; what is larger counts smaller units. In milliseconds this is 1973. */
const MOST_SECONDS = 1e11;
/** Before 1970 nothing was saved, but birthdays of old texts get there: seconds back to 1896. */
const LEAST_SECONDS = -2.33e9;
/** As scripts write it. */
const EXACT = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z$/;

/**
 * @param value a number of seconds, milliseconds, microseconds or nanoseconds since 1970, or a date in words or ISO 8601
 * @returns milliseconds UTC; null for nothing, for 0 (what services write when they do not know), and for what is no date
 */
export function readMoment(value: string | number | null | undefined): number | null {
  if (typeof value === 'number') return fromNumber(value);
  const text = value?.trim() ?? '';
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text) && !/^\d{8}$/.test(text)) return fromNumber(Number(text));
  // To the millisecond, which dates of pages have no need of.
  const exact = EXACT.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(exact)) return exact;
  const date = parseDate(text);
  if (date === null) return null;
  // Without an offset it is taken as UTC, so that the same file says the same everywhere.
  const ms = Date.parse(/T.*(?:Z|[+-]\d\d:\d\d)$|^[^T]*$/.test(date) ? date : `${date}Z`);
  return Number.isNaN(ms) ? null : ms;
}

/**
 * When something was saved.
 * @returns as readMoment; NaN for words that are no time, so that it can be said that they were not understood
 */
export function readSaved(value: string | number | null | undefined): number | null {
  const at = readMoment(value);
  if (at !== null) return at;
  const text = String(value ?? '').trim();
  return text === '' || Number(text) === 0 ? null : Number.NaN;
}

function fromNumber(value: number): number | null {
  if (value === 0) return null;
  for (const unit of [1, 1e3, 1e6, 1e9]) {
    const seconds = value / unit;
    if (seconds < MOST_SECONDS && seconds > LEAST_SECONDS) return Math.round(seconds * 1000);
  }
  return null;
}
