// Numbers, dates and lengths of time as people read them, through Intl in the language of the interface.
import i18next from 'i18next';

/**
 * Each way of writing is made once for each language: making one takes a hundred times as long as using it, and a sidebar with
 * hundreds of tags uses one for every count.
 */
function inLanguage<Format>(make: (language: string) => Format): () => Format {
  let language = '';
  let format: Format;
  return () => {
    if (language !== i18next.language) {
      language = i18next.language;
      format = make(language);
    }
    return format;
  };
}

/** Words a minute of a steady reader of prose. */
const WORDS_PER_MINUTE = 230;
const DAY = 86_400_000;

export const readingMinutes = (wordCount: number): number =>
  Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE));

const briefly = inLanguage(
  (language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }),
);
const dayOfYear = inLanguage(
  (language) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }),
);
const dayAndYear = inLanguage(
  (language) =>
    new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' }),
);

/** Whether this age is said as a date. */
export const isDate = (at: number, now: number): boolean => now - at >= 7 * DAY;

/** "3 hours ago" within a week, a date after it, with the year when it is another one. */
export function age(at: number, now: number): string {
  const past = Math.max(0, now - at);
  if (past < 3_600_000) return briefly().format(-Math.floor(past / 60_000), 'minute');
  if (past < DAY) return briefly().format(-Math.floor(past / 3_600_000), 'hour');
  if (!isDate(at, now)) return briefly().format(-Math.floor(past / DAY), 'day');
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayOfYear() : dayAndYear()).format(at);
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

const plainly = inLanguage((language) => new Intl.NumberFormat(language));
export const wholeNumber = (value: number): string => plainly().format(value);

const inPercent = inLanguage((language) => new Intl.NumberFormat(language, { style: 'percent' }));
export const percent = (fraction: number): string => inPercent().format(fraction);

const weekday = inLanguage(
  (language) =>
    new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }),
);
/** "Saturday 21 November". */
export const longDay = (at: number): string => weekday().format(at);

const dayAndTime = inLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
);
/** "21 Nov 2026, 09:40": day and time. */
export const exactTime = (at: number): string => dayAndTime().format(at);

const second = inLanguage((language) => new Intl.DateTimeFormat(language, { timeStyle: 'medium' }));
/** "09:40:07". */
export const exactSecond = (at: number): string => second().format(at);

const day = inLanguage((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }));
/** "21 Nov 2026". */
export const exactDay = (at: number): string => day().format(at);
