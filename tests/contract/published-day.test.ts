// The day of an article as it is written above its text: as much as is known, never a day that the page did not say.
import { expect, it } from 'vitest';
import { publishedDay } from '#contract/published-day.ts';

it.each([
  ['2021-04-30', 'en-GB', '30 April 2021'],
  ['2021-04-30T23:30:00-08:00', 'en-GB', '30 April 2021'],
  ['2021-04', 'en-GB', 'April 2021'],
  ['2021', 'en-GB', '2021'],
  ['2021-04-30', 'de', '30. April 2021'],
])('%s in %s is %s', (published, language, day) => {
  expect(publishedDay(published, language)).toBe(day);
});

it.each(['yesterday', '', '2021-13-01'])('“%s” is none', (published) => {
  expect(publishedDay(published, 'en')).toBeNull();
});
