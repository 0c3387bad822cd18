// Pocket's zip of 2025 with both headers that were seen, titles over two lines, and addresses that are none.
import { csv } from './csv.ts';
import type { Sample } from './sample.ts';

const OLD = ['title', 'url', 'time_added', 'tags', 'status'];

export const pocketCsvSample: Sample = {
  id: 'pocket-csv',
  files: {
    'part_000000.csv': csv([
      OLD,
      ['Tide tables', 'https://tides.example/tables', '1684913346', 'sea|two words', 'unread'],
      ['https://tides.example/bare', 'https://tides.example/bare', '0', '', 'archive'],
    ]),
    'part_000001.csv': csv([
      ['title', 'url', 'time_added', 'cursor', 'tags', 'status'],
      ['A title\nin "two" lines', 'https://tides.example/lines', '1684913347', 'c1', 'sea', 'read'],
    ]),
  },
  found: [
    {
      place: 'part_000000.csv, row 2',
      url: 'https://tides.example/tables',
      title: 'Tide tables',
      savedAt: 1_684_913_346_000,
      status: 'unread',
      tags: ['sea', 'two words'],
    },
    {
      place: 'part_000000.csv, row 3',
      url: 'https://tides.example/bare',
      status: 'finished',
      archived: true,
    },
    {
      place: 'part_000001.csv, row 2',
      url: 'https://tides.example/lines',
      title: 'A title\nin "two" lines',
      savedAt: 1_684_913_347_000,
      status: 'finished',
      archived: true,
      tags: ['sea'],
    },
  ],
  write: (records) => ({
    'part_000000.csv': csv([
      OLD,
      ...records.map(({ url, title, moment = 1_684_913_346 }) => [
        title,
        url,
        `${moment}`,
        'sea',
        'unread',
      ]),
    ]),
  }),
  table: { file: 'part_000000.csv', needed: ['url', 'time_added'] },
};
