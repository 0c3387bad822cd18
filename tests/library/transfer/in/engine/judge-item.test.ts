// What a source says of an article: what cannot be kept of it is said.
import { describe, expect, it } from 'vitest';
import { judgeItem } from '#library/transfer/in/engine/judge-item.ts';
import { emptyItem } from '#library/transfer/in/found-item.ts';

const NOW = Date.UTC(2026, 0, 2);
const item = { ...emptyItem, place: 'row 1', url: 'https://example.org/tides' };

describe('the day on which it was saved', () => {
  it.each([
    ['before there was a web', Date.UTC(1969, 5, 1), 'the year 1969'],
    ['to come', Date.UTC(2100, 0, 1), 'the year 2100'],
    ['beyond all time', 1e300, 'a time that cannot be'],
  ])('%s is not believed, and the report says so', (_, savedAt, said) => {
    expect(judgeItem({ ...item, savedAt }, [], NOW)).toMatchObject({
      savedAt: null,
      remark: {
        code: 'invalid_input',
        message: `It says that it was saved in ${said}: the time of the import stands in its place.`,
      },
    });
  });

  it('is told of where it is no time', () => {
    expect(judgeItem({ ...item, savedAt: Number.NaN }, [], NOW)).toMatchObject({
      savedAt: null,
      remark: { message: expect.stringMatching(/^When it was saved .* no one day: the time of/) },
    });
  });

  it.each([
    ['that is believed', Date.UTC(2014, 0, 1), Date.UTC(2014, 0, 1)],
    ['that is not known', null, null],
    ['that is zero', 0, null],
  ])('%s needs no words', (_, savedAt, kept) => {
    expect(judgeItem({ ...item, savedAt }, [], NOW)).toMatchObject({
      savedAt: kept,
      remark: null,
    });
  });
});

describe('what is longer than can be kept', () => {
  it.each([
    ['a title', { title: 'y'.repeat(3000) }, /^The title is longer .*: its beginning was kept\.$/],
    [
      'tags',
      { tags: Array.from({ length: 101 }, (_, at) => `t${at}`) },
      /^Of 101 tags the first 100/,
    ],
    [
      'several things',
      { title: 'y'.repeat(3000), savedAt: Date.UTC(2100, 0, 1) },
      /^The title .* It says that it was saved in the year 2100/,
    ],
  ])('is named: %s', (_, given, message) => {
    expect(judgeItem({ ...item, ...given }, [], NOW)).toMatchObject({
      remark: { message: expect.stringMatching(message) },
    });
  });

  it('is nothing that fits', () => {
    const given = {
      title: 'y'.repeat(500),
      tags: Array.from({ length: 100 }, (_, at) => `t${at}`),
    };
    expect(judgeItem({ ...item, ...given }, [], NOW)).toMatchObject({ remark: null });
  });
});
