// A table that somebody made: the names of its columns are their own.
import { csv } from './csv.ts';
import { dateOf, tableSample } from './sample.ts';

const columns = ['Link', 'Name', 'Tags', 'Date added', 'Comment', 'Category', 'Favourite', 'Read'];

export const urlCsvSample = tableSample({
  id: 'url-csv',
  files: {
    'links.csv': csv([
      columns,
      [
        'https://tides.example/tables',
        'Tide tables',
        'sea, two words',
        '2024-09-03T20:06:53Z',
        'Read again.',
        'Work / Coast; Sea',
        'yes',
        'no',
      ],
      ['https://tides.example/own', 'https://tides.example/own', '#a;#b', '', '', '', '', 'x'],
    ]),
  },
  found: [
    {
      place: 'links.csv, row 2',
      url: 'https://tides.example/tables',
      title: 'Tide tables',
      tags: ['sea', 'two words'],
      savedAt: Date.UTC(2024, 8, 3, 20, 6, 53),
      note: 'Read again.',
      collections: [['Work', 'Coast'], ['Sea']],
      starred: true,
      status: 'unread',
    },
    {
      place: 'links.csv, row 3',
      url: 'https://tides.example/own',
      tags: ['a', 'b'],
      status: 'finished',
    },
  ],
  moments: 'date',
  says: ['url', 'title'],
  table: {
    name: 'links.csv',
    columns,
    needed: ['link'],
    row: ({ url, title, moment }) => [url, title, '', dateOf(moment), '', '', '', ''],
  },
});
