// The table that Omnivore took in.
import { csv } from './csv.ts';
import { tableSample } from './sample.ts';

const columns = ['url', 'state', 'labels', 'saved_at', 'published_at'];

export const omnivoreCsvSample = tableSample({
  id: 'omnivore-csv',
  files: {
    'omnivore.csv': csv([
      columns,
      [
        'https://tides.example/tables',
        'ARCHIVED',
        '[sea,"two words"]',
        '1684913346000',
        '1600000000000',
      ],
      ['https://tides.example/bare', 'SUCCEEDED', '', '', ''],
    ]),
  },
  found: [
    {
      place: 'omnivore.csv, row 2',
      url: 'https://tides.example/tables',
      publishedAt: '2020-09-13T12:26:40.000Z',
      savedAt: 1_684_913_346_000,
      archived: true,
      tags: ['sea', 'two words'],
    },
    { place: 'omnivore.csv, row 3', url: 'https://tides.example/bare' },
  ],
  moments: 'number',
  says: ['url'],
  table: {
    name: 'omnivore.csv',
    columns,
    needed: ['url', 'labels|saved_at', 'state|saved_at'],
    row: ({ url, moment }) => [url, 'SUCCEEDED', '', `${moment}`, ''],
  },
});
