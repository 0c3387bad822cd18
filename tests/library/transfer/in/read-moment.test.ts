// Moments in every way in which services write them down.
import { expect, it } from 'vitest';
import { readMoment, readSaved } from '#library/transfer/in/read-moment.ts';

const NOON = Date.UTC(2023, 4, 24, 12);

it.each<[string, string | number | null | undefined, number | null]>([
  ['seconds', 1_684_929_600, NOON],
  ['seconds in words', ' 1684929600 ', NOON],
  ['seconds with a fraction', '1684929600.25', NOON + 250],
  ['milliseconds', 1_684_929_600_000, NOON],
  ['microseconds', '1684929600000000', NOON],
  ['nanoseconds', '1684929600000000000', NOON],
  ['seconds before 1970', -86_400, -86_400_000],
  ['seconds in 2100', 4_102_444_800, Date.UTC(2100, 0)],
  ['a time of scripts', '2023-05-24T12:00:00.007Z', NOON + 7],
  ['an offset with and without a colon', '2023-05-24T14:00:00+0200', NOON],
  ['a blank between', '2023-05-24 12:00:00.447000+00:00', NOON],
  ['no offset', '2023-05-24 12:00:00', NOON],
  ['no time', '2023-05-24', Date.UTC(2023, 4, 24)],
  ['digits in a row', '20230524T120000Z', NOON],
  ['a day in digits', '20230524', Date.UTC(2023, 4, 24)],
  ['a year before 1970', '1969-12-31T00:00:00Z', -86_400_000],
  ['nothing', '', null],
  ['nobody knows', 0, null],
  ['nobody knows, in words', '0', null],
  ['no date', 'yesterday', null],
  ['no number', Number.NaN, null],
  ['beyond all numbers', '9'.repeat(400), null],
  ['missing', undefined, null],
])('%s', (_, written, moment) => {
  expect(readMoment(written)).toBe(moment);
});

it('words that are no time are told from none', () => {
  const read = ['', '0', null, 'yesterday', '05/06/2021', '2024-09-03'].map((text) =>
    readSaved(text),
  );
  expect(read).toEqual([null, null, null, Number.NaN, Number.NaN, Date.UTC(2024, 8, 3)]);
});
