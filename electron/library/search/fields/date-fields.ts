// Fields of time: when an article was saved, published, and read to its end.
import type { Condition, Moment } from '../condition.ts';
import type { DateEdge, DateRange } from '../query-tree.ts';
import { dateText, momentOf } from './calendar.ts';
import { type Field, plainValue } from './field.ts';
import { readDateRange, readStretch, startOf } from './read-date.ts';

type WriteEdge = (edge: DateEdge, moment: Moment) => string | number;

const values = ['today', '7d', '30d', 'this month', 'last month', 'this year', 'last year'];

function dateField(
  name: string,
  example: string,
  column: string,
  read: (typed: string) => DateRange | null = readDateRange,
  write: WriteEdge = momentOf,
): Field<DateRange> {
  return {
    name,
    example,
    values,
    isClosed: false,
    read: (typed) => read(plainValue(typed).toLowerCase()),
    condition: (range, moment) => isWithin(column, range, (edge) => write(edge, moment)),
  };
}

const readBefore = (typed: string): DateRange | null => {
  const of = readStretch(typed);
  return of && { from: null, to: startOf(of) };
};

/** From the beginning of what is named: `after:2026` is 2026 and what came after. */
const readAfter = (typed: string): DateRange | null => {
  const of = readStretch(typed);
  return of && { from: startOf(of), to: null };
};

export const dateFields = [
  dateField('before', 'before:2026-03', 'article.saved_at', readBefore),
  dateField('after', 'after:7d', 'article.saved_at', readAfter),
  dateField('saved', 'saved:"last month"', 'article.saved_at'),
  // Text as the page gave it: a year, a month, a day or more.
  dateField('published', 'published:2026', 'article.published_at', readDateRange, dateText),
  dateField('read', 'read:"this week"', 'article.finished_at'),
] as const;

function isWithin(
  column: string,
  { from, to }: DateRange,
  write: (edge: DateEdge) => string | number,
): Condition {
  const parts: string[] = [];
  const bound: (string | number)[] = [];
  if (from) {
    parts.push(`${column} >= ?`);
    bound.push(write(from));
  }
  if (to) {
    parts.push(`${column} < ?`);
    bound.push(write(to));
  }
  const condition = { sql: parts.join(' AND '), values: bound };
  if (column !== 'article.saved_at') return condition;
  const sql = `SELECT id FROM article WHERE trashed_at IS NULL AND ${condition.sql}`;
  return { ...condition, among: { sql, values: bound, isStretch: true } };
}
