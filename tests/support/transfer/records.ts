// Records as every sample can write them, and what a format must find in them.
import { expect } from 'vitest';
import type { Found } from '#library/transfer/in/found-item.ts';
import type { Sample, SampleRecord } from './sample.ts';

const MOMENT = 1_684_913_346;

export const record = (number: number, given: Partial<SampleRecord> = {}): SampleRecord => ({
  url: `https://tides.example/page/${number}`,
  title: `Tide tables, part ${number}`,
  moment: MOMENT,
  ...given,
});

export const threeRecords = [record(1), record(2), record(3)];

/** What was found, as far as a sample can tell. */
export const shown = (all: readonly Found[]): unknown[] =>
  all.map((found) =>
    'item' in found ? { url: found.item.url, title: found.item.title } : { problem: found },
  );

/** These records as far as the format can say them. */
export const told = ({ says }: Sample, records: readonly SampleRecord[]): unknown[] =>
  records.map(({ url, title }) =>
    expect.objectContaining({
      ...(says.includes('url') ? { url } : {}),
      ...(says.includes('title') ? { title } : {}),
    }),
  );
