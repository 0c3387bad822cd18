// Stretches of time as people type them: 2026, 2026-03, 2026-03-14, 7d, last month.
import type { DateEdge, DateRange, Stretch, TimeUnit } from '../query-tree.ts';

const units: Readonly<Record<string, TimeUnit>> = {
  d: 'day',
  day: 'day',
  days: 'day',
  w: 'week',
  week: 'week',
  weeks: 'week',
  m: 'month',
  month: 'month',
  months: 'month',
  y: 'year',
  year: 'year',
  years: 'year',
};

/** @param typed in lower case, single spaces */
export function readStretch(typed: string): Stretch | null {
  return readCalendar(typed) ?? readUntilNow(typed) ?? readNamed(typed);
}

/** As it stands, with `<`, `<=`, `>`, `>=` before it, or two with `..` between them. */
export function readDateRange(typed: string): DateRange | null {
  const ends = /^(.*?)\.\.+(.*)$/s.exec(typed);
  if (ends) {
    const [first, last] = [
      readStretch((ends[1] ?? '').trim()),
      readStretch((ends[2] ?? '').trim()),
    ];
    if ((ends[1] !== '' && !first) || (ends[2] !== '' && !last) || !(first || last)) return null;
    return { from: first && startOf(first), to: last && endOf(last) };
  }
  const compared = /^([<>]=?|=|)\s*(.*)$/s.exec(typed);
  const of = readStretch(compared?.[2] ?? '');
  if (!of) return null;
  switch (compared?.[1]) {
    case '>':
      return { from: endOf(of), to: null };
    case '>=':
      return { from: startOf(of), to: null };
    case '<':
      return { from: null, to: startOf(of) };
    case '<=':
      return { from: null, to: endOf(of) };
    default:
      return { from: startOf(of), to: endOf(of) };
  }
}

export const startOf = (of: Stretch): DateEdge => ({ of, edge: 'start' });
const endOf = (of: Stretch): DateEdge => ({ of, edge: 'end' });

function readCalendar(typed: string): Stretch | null {
  const found = /^([1-9]\d{3})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(typed);
  if (!found) return null;
  const year = Number(found[1]);
  const month = found[2] === undefined ? null : Number(found[2]);
  const day = found[3] === undefined ? null : Number(found[3]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null) {
    // There is no 31 February: it would be taken for a day in March.
    if (day < 1 || new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return null;
  }
  return { kind: 'calendar', year, month, day };
}

function readUntilNow(typed: string): Stretch | null {
  const found = /^(?:last |past )?(\d{1,4}) ?([a-z]+)$/.exec(typed);
  const unit = units[found?.[2] ?? ''];
  return found && unit ? { kind: 'until-now', count: Number(found[1]), unit } : null;
}

function readNamed(typed: string): Stretch | null {
  if (typed === 'today') return { kind: 'named', back: 0, unit: 'day' };
  if (typed === 'yesterday') return { kind: 'named', back: 1, unit: 'day' };
  const found = /^(this|last)[ -](day|week|month|year)$/.exec(typed);
  if (!found) return null;
  return { kind: 'named', back: found[1] === 'this' ? 0 : 1, unit: found[2] as TimeUnit };
}
