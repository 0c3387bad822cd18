// Numbers, dates and lengths of time as people read them, through Intl in the language of the interface.
import i18next from 'i18next';

/** Words a minute of a steady reader of prose. */
const WORDS_PER_MINUTE = 230;
const DAY = 86_400_000;

export const readingMinutes = (wordCount: number): number =>
  Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE));

/** "3 hours ago" within a week, a date after it, with the year when it is another one. */
export function age(at: number, now: number): string {
  const past = Math.max(0, now - at);
  const relative = new Intl.RelativeTimeFormat(i18next.language, {
    numeric: 'auto',
    style: 'short',
  });
  if (past < 3_600_000) return relative.format(-Math.floor(past / 60_000), 'minute');
  if (past < DAY) return relative.format(-Math.floor(past / 3_600_000), 'hour');
  if (past < 7 * DAY) return relative.format(-Math.floor(past / DAY), 'day');
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(i18next.language, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** "in 5 minutes", "in 3 hours"; "now" for what is due. */
export function timeUntil(at: number, now: number): string {
  const relative = new Intl.RelativeTimeFormat(i18next.language, { numeric: 'auto' });
  const left = Math.max(0, at - now);
  if (left < 30_000) return relative.format(0, 'second');
  if (left < 3_600_000) return relative.format(Math.max(1, Math.round(left / 60_000)), 'minute');
  return relative.format(Math.round(left / 3_600_000), 'hour');
}

const sizes = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "0 kB", "640 kB", "1.2 MB": as file managers count, a thousand to the next. */
export function byteSize(bytes: number): string {
  let value = bytes / 1000;
  let at = 0;
  while (value >= 999.5 && at < sizes.length - 1) {
    value /= 1000;
    at++;
  }
  return new Intl.NumberFormat(i18next.language, {
    style: 'unit',
    unit: sizes[at] ?? 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: at > 0 && value < 100 ? 1 : 0,
  }).format(value);
}

export const wholeNumber = (value: number): string =>
  new Intl.NumberFormat(i18next.language).format(value);

export const percent = (fraction: number): string =>
  new Intl.NumberFormat(i18next.language, { style: 'percent' }).format(fraction);

/** "Saturday 21 November". */
export const longDay = (at: number): string =>
  new Intl.DateTimeFormat(i18next.language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at);

/** "21 Nov 2026, 09:40": day and time. */
export const exactTime = (at: number): string =>
  new Intl.DateTimeFormat(i18next.language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** "09:40:07". */
export const exactSecond = (at: number): string =>
  new Intl.DateTimeFormat(i18next.language, { timeStyle: 'medium' }).format(at);

/** "21 Nov 2026". */
export const exactDay = (at: number): string =>
  new Intl.DateTimeFormat(i18next.language, { dateStyle: 'medium' }).format(at);
