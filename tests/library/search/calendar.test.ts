// Where stretches of time begin and end, in time zones that move their clocks.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateText, momentOf } from '#library/search/fields/calendar.ts';
import { readDateRange, readStretch } from '#library/search/fields/read-date.ts';

const at = (text: string, timeZone: string) => ({ now: Date.parse(text), timeZone });
function range(typed: string, moment: { now: number; timeZone: string }): string {
  const read = readDateRange(typed);
  if (!read) return 'not understood';
  const text = (edge: typeof read.from) =>
    edge ? new Date(momentOf(edge, moment)).toISOString().slice(0, 16) : '';
  return `${text(read.from)} – ${text(read.to)}`;
}

test('stretches of the calendar, and those that end now', () => {
  // A Wednesday.
  const utc = at('2026-03-11T10:00:00Z', 'UTC');
  const typed = [
    '2026',
    '2026-03',
    '2026/3/4',
    '2026-02-29',
    '2024-02-29',
    '2026-13',
    '999',
    'today',
    'yesterday',
    'this week',
    'last week',
    'this month',
    'last month',
    'this year',
    'last-year',
    '7d',
    '2w',
    '1m',
    '1 year',
    'last 3 days',
    '7x',
    '>2026-03',
    '>=2026-03',
    '<2026-03',
    '<=2026-03',
    '=2026-03',
    '2025..2026-01',
    '..2025',
    '2025..',
    '..',
    '2025..x',
  ];
  expect(Object.fromEntries(typed.map((one) => [one, range(one, utc)]))).toEqual({
    '2026': '2026-01-01T00:00 – 2027-01-01T00:00',
    '2026-03': '2026-03-01T00:00 – 2026-04-01T00:00',
    '2026/3/4': '2026-03-04T00:00 – 2026-03-05T00:00',
    '2026-02-29': 'not understood',
    '2024-02-29': '2024-02-29T00:00 – 2024-03-01T00:00',
    '2026-13': 'not understood',
    '999': 'not understood',
    today: '2026-03-11T00:00 – 2026-03-12T00:00',
    yesterday: '2026-03-10T00:00 – 2026-03-11T00:00',
    'this week': '2026-03-09T00:00 – 2026-03-16T00:00',
    'last week': '2026-03-02T00:00 – 2026-03-09T00:00',
    'this month': '2026-03-01T00:00 – 2026-04-01T00:00',
    'last month': '2026-02-01T00:00 – 2026-03-01T00:00',
    'this year': '2026-01-01T00:00 – 2027-01-01T00:00',
    'last-year': '2025-01-01T00:00 – 2026-01-01T00:00',
    '7d': '2026-03-04T00:00 – 2026-03-12T00:00',
    '2w': '2026-02-25T00:00 – 2026-03-12T00:00',
    '1m': '2026-02-11T00:00 – 2026-03-12T00:00',
    '1 year': '2025-03-11T00:00 – 2026-03-12T00:00',
    'last 3 days': '2026-03-08T00:00 – 2026-03-12T00:00',
    '7x': 'not understood',
    '>2026-03': '2026-04-01T00:00 – ',
    '>=2026-03': '2026-03-01T00:00 – ',
    '<2026-03': ' – 2026-03-01T00:00',
    '<=2026-03': ' – 2026-04-01T00:00',
    '=2026-03': '2026-03-01T00:00 – 2026-04-01T00:00',
    '2025..2026-01': '2025-01-01T00:00 – 2026-02-01T00:00',
    '..2025': ' – 2026-01-01T00:00',
    '2025..': '2025-01-01T00:00 – ',
    '..': 'not understood',
    '2025..x': 'not understood',
  });
});

test('days begin at midnight where the reader is', () => {
  // In Berlin it is the 12th already, in New York still the 11th.
  const late = '2026-03-11T23:30:00Z';
  expect({
    berlin: range('today', at(late, 'Europe/Berlin')),
    newYork: range('today', at(late, 'America/New_York')),
    kathmandu: range('today', at(late, 'Asia/Kathmandu')),
    // The clocks go forward on 29 March, and back on 25 October.
    forward: range('2026-03-29', at(late, 'Europe/Berlin')),
    back: range('2026-10-25', at(late, 'Europe/Berlin')),
  }).toEqual({
    berlin: '2026-03-11T23:00 – 2026-03-12T23:00',
    newYork: '2026-03-11T04:00 – 2026-03-12T04:00',
    kathmandu: '2026-03-11T18:15 – 2026-03-12T18:15',
    forward: '2026-03-28T23:00 – 2026-03-29T22:00',
    back: '2026-10-24T22:00 – 2026-10-25T23:00',
  });
});

test('a month before the 31st is the last day of a shorter month', () => {
  expect(range('1m', at('2026-03-31T12:00:00Z', 'UTC'))).toMatch(/^2026-02-28/);
  expect(range('12m', at('2024-02-29T12:00:00Z', 'UTC'))).toMatch(/^2023-02-28/);
});

test('dates of pages are compared as precisely as they were typed', () => {
  const moment = at('2026-03-11T10:00:00Z', 'UTC');
  const text = (typed: string) => {
    const read = readDateRange(typed);
    return [read?.from, read?.to].map((edge) => edge && dateText(edge, moment));
  };
  expect([text('2026'), text('2026-12'), text('2026-12-31'), text('7d')]).toEqual([
    ['2026', '2027'],
    ['2026-12', '2027-01'],
    ['2026-12-31', '2027-01-01'],
    ['2026-03-04', '2026-03-12'],
  ]);
});

test('any text is a stretch of time or none', () => {
  const piece = fc.constantFrom(
    '2026',
    '-',
    '03',
    '31',
    '>',
    '=',
    '..',
    'd',
    'last ',
    'week',
    '9999',
    ' ',
    'today',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.string(), (pieces, other) => {
      for (const typed of [pieces.join(''), other]) {
        const read = readDateRange(typed);
        for (const edge of [read?.from, read?.to]) {
          const found = edge ? momentOf(edge, at('2026-03-11T10:00:00Z', 'Asia/Tokyo')) : 0;
          expect(found).not.toBeNaN();
        }
        readStretch(typed);
      }
    }),
  );
});
