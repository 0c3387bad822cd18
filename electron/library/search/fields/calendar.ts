// Where a stretch of time begins and ends, as a day of the calendar and as a moment in a time zone.
import type { Moment } from '../condition.ts';
import type { DateEdge, Stretch, TimeUnit } from '../query-tree.ts';

/** A day of the calendar, as the midnight with which it begins in UTC. */
type Day = number;
const DAY_MS = 86_400_000;

/** The moment at which an edge lies, in milliseconds UTC: a midnight in the zone. */
export function momentOf(edge: DateEdge, moment: Moment): number {
  const day = dayOf(edge, moment);
  const { timeZone } = moment;
  // An offset is known for a moment only: it is asked for near the midnight, and again where that led to.
  const near = day - offsetAt(day, timeZone);
  return day - offsetAt(near, timeZone);
}

/**
 * An edge as dates of pages are written, no more precise than what was typed, so that text comparison holds: `2026-03`
 * comes before `2026-03-01`, and a page that says no more than “2026-03” is of that month.
 */
export function dateText(edge: DateEdge, moment: Moment): string {
  const text = new Date(dayOf(edge, moment)).toISOString().slice(0, 10);
  const { of } = edge;
  if (of.kind !== 'calendar' || of.day !== null) return text;
  return text.slice(0, of.month === null ? 4 : 7);
}

function dayOf({ of, edge }: DateEdge, moment: Moment): Day {
  const { start, end } = daysOf(of, todayOf(moment));
  return edge === 'start' ? start : end;
}

/** @returns the first day, and the one behind the last */
function daysOf(of: Stretch, today: Day): { start: Day; end: Day } {
  switch (of.kind) {
    case 'calendar': {
      const { year, month, day } = of;
      const start = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
      const unit = month === null ? 'year' : day === null ? 'month' : 'day';
      return { start, end: shifted(start, 1, unit) };
    }
    case 'until-now':
      return { start: shifted(today, -of.count, of.unit), end: today + DAY_MS };
    case 'named': {
      const start = shifted(beginningOf(today, of.unit), -of.back, of.unit);
      return { start, end: shifted(start, 1, of.unit) };
    }
  }
}

function beginningOf(day: Day, unit: TimeUnit): Day {
  const date = new Date(day);
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      // On Monday.
      return day - ((date.getUTCDay() + 6) % 7) * DAY_MS;
    case 'month':
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
    case 'year':
      return Date.UTC(date.getUTCFullYear(), 0, 1);
  }
}

function shifted(day: Day, by: number, unit: TimeUnit): Day {
  if (unit === 'day' || unit === 'week') return day + by * (unit === 'week' ? 7 : 1) * DAY_MS;
  const date = new Date(day);
  const months = date.getUTCMonth() + by * (unit === 'year' ? 12 : 1);
  const first = Date.UTC(date.getUTCFullYear(), months, 1);
  // A month before 31 March is 28 February.
  const lastDay = new Date(
    Date.UTC(new Date(first).getUTCFullYear(), new Date(first).getUTCMonth() + 1, 0),
  ).getUTCDate();
  return first + (Math.min(date.getUTCDate(), lastDay) - 1) * DAY_MS;
}

const todayOf = ({ now, timeZone }: Moment): Day =>
  Math.floor((now + offsetAt(now, timeZone)) / DAY_MS) * DAY_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  const part = (name: string) => Number(parts[name]);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(at / 1000) * 1000;
}
