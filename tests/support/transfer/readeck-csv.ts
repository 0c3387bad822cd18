// What Readeck takes in as a table: a state or a folder of one's own, labels in one cell.
import { csv } from './csv.ts';
import { dateOf, tableSample } from './sample.ts';

const columns = ['url', 'title', 'created', 'folder', 'labels'];

export const readeckCsvSample = tableSample({
  id: 'readeck-csv',
  files: {
    'bookmarks.csv': csv([
      columns,
      [
        'https://tides.example/tables',
        'Tide tables',
        '2024-09-03T20:06:53Z',
        'archive',
        '["sea","two words"]',
      ],
      ['https://tides.example/own', 'Own', '', 'Coast', 'one, two'],
    ]),
  },
  found: [
    {
      place: 'bookmarks.csv, row 2',
      url: 'https://tides.example/tables',
      title: 'Tide tables',
      savedAt: Date.UTC(2024, 8, 3, 20, 6, 53),
      archived: true,
      tags: ['sea', 'two words'],
    },
    {
      place: 'bookmarks.csv, row 3',
      url: 'https://tides.example/own',
      title: 'Own',
      collections: [['Coast']],
      tags: ['one', 'two'],
    },
  ],
  moments: 'date',
  says: ['url', 'title'],
  table: {
    name: 'bookmarks.csv',
    columns,
    needed: ['url', 'labels', 'created|folder'],
    row: ({ url, title, moment }) => [url, title, dateOf(moment), 'unread', ''],
  },
});
