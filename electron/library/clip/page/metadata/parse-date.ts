// Dates as pages write them, as ISO 8601: with the page's own offset where it gave one, a bare date where it gave no time.
// Nothing is filled in that the page did not say.

const MONTHS: readonly (readonly [pattern: string, month: number])[] = [
  [
    'jan(?:uary|uar|vier|eiro)?|jänner|jän|enero|ene|gennaio|gen|januari|styczni[ae]|янв(?:аря)?|ocak|ιανουαρίου',
    1,
  ],
  ['feb(?:ruary|ruar|rero|braio|ruari)?|fev(?:ereiro)?|févr(?:ier)?|lutego|февр?(?:аля)?|şubat', 2],
  ['mar(?:ch|zo|s|ço|t)?|märz|mär|maart|mrz|marca|марта?|мар|mart', 3],
  ['apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|kwietnia|апр(?:еля)?|nisan', 4],
  ['may|mai|mayo|maggio|mag|maio|mei|maja|мая|mayıs', 5],
  ['june?|juni?|juin|junio|giugno|giu|junho|czerwca|июн[ья]?|haziran', 6],
  ['july?|juli?|juil(?:let)?|julio|luglio|lug|julho|lipca|июл[ья]?|temmuz', 7],
  ['aug(?:ust|ustus)?|août|ago(?:sto)?|sierpnia|авг(?:уста)?|ağustos', 8],
  ['sept?(?:ember|embre|iembre)?|set(?:embro|tembre)?|września|сент?(?:ября)?|eylül', 9],
  [
    'oct(?:ober|obre|ubre)?|okt(?:ober)?|ottobre|ott|outubro|out|października|окт(?:ября)?|ekim',
    10,
  ],
  ['nov(?:ember|embre|iembre|embro)?|listopada|ноя(?:бря)?|kasım', 11],
  [
    'dec(?:ember)?|dez(?:ember|embro)?|déc(?:embre)?|dic(?:embre|iembre)?|grudnia|дек(?:абря)?|aralık',
    12,
  ],
];
const MONTH = `(?:${MONTHS.map(([pattern]) => pattern).join('|')})`;
const YEAR = '((?:19|20)\\d\\d)';
const DAY = '(\\d{1,2})';

const ISO =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?(?![\d])/i;
const COMPACT =
  /^\s*(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$/;
const YEAR_FIRST = new RegExp(
  `(?<!\\d)${YEAR}\\s*[-./年년]\\s*(\\d{1,2})\\s*[-./月월]\\s*${DAY}(?!\\d)`,
);
const DAY_MONTH_YEAR = new RegExp(
  `(?<!\\d)${DAY}(?:\\.|st|nd|rd|th|er|º|\\s+de)?[\\s.\\-/]*(${MONTH})(?![\\p{L}])\\.?,?(?:\\s+de)?[\\s.\\-/]*${YEAR}(?!\\d)`,
  'iu',
);
const MONTH_DAY_YEAR = new RegExp(
  `(?<![\\p{L}])(${MONTH})(?![\\p{L}])\\.?\\s+${DAY}(?:st|nd|rd|th)?,?\\s+${YEAR}(?!\\d)`,
  'iu',
);
const DOTTED = new RegExp(`(?<![\\d.])${DAY}\\.\\s?(\\d{1,2})\\.\\s?${YEAR}(?!\\d)`);
const SLASHED = new RegExp(`(?<![\\d/])(\\d{1,2})[/-](\\d{1,2})[/-]${YEAR}(?!\\d)`);
const RFC_TIME = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(GMT|UTC|Z|[+-]\d{4})\b/;

/** @returns a date or a time in ISO 8601, or null for what is none */
export function parseDate(value: string): string | null {
  const text = value.trim();
  if (/^\d{10}$/.test(text)) return fromEpoch(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return fromEpoch(Number(text));
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso) return withTime(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6], iso[7]);
  return findDate(text);
}

/** The first date in a line of a page. */
export function findDate(line: string): string | null {
  const time = RFC_TIME.exec(line);
  const dated = (year?: string, month?: string | number, day?: string) =>
    time
      ? withTime(year, String(month), day, time[1], time[2], time[3], time[4])
      : toDate(Number(year), Number(month), Number(day));
  const first = YEAR_FIRST.exec(line);
  if (first) return dated(first[1], first[2], first[3]);
  const written = DAY_MONTH_YEAR.exec(line);
  if (written) return dated(written[3], monthOf(written[2]), written[1]);
  const american = MONTH_DAY_YEAR.exec(line);
  if (american) return dated(american[3], monthOf(american[1]), american[2]);
  const dotted = DOTTED.exec(line);
  if (dotted) return dated(dotted[3], dotted[2], dotted[1]);
  const slashed = SLASHED.exec(line);
  if (!slashed) return null;
  // 3/4 is March or April, depending on who writes; only a number above 12 tells.
  const [, one, two, year] = slashed;
  if (Number(one) > 12) return dated(year, two, one);
  return Number(two) > 12 || one === two ? dated(year, one, two) : null;
}

function monthOf(name = ''): number {
  const wanted = name.toLowerCase();
  return MONTHS.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(wanted))?.[1] ?? 0;
}

function toDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  // Rolls over for 31 February and month 0, which then differ.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1000) return null;
  return date.toISOString().slice(0, 10);
}

function withTime(
  year?: string,
  month?: string,
  day?: string,
  hour?: string,
  minute?: string,
  second?: string,
  zone?: string,
): string | null {
  const date = toDate(Number(year), Number(month), Number(day));
  if (!date || hour === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return date;
  return `${date}T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}${offset(zone)}`;
}

function offset(zone = ''): string {
  if (zone === '') return '';
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function fromEpoch(ms: number): string | null {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : `${date.toISOString().slice(0, 19)}Z`;
}
