// mymind's table: a page with what it says of it, and a thought that is its own text.
import { csv } from './csv.ts';
import { dateOf, tableSample } from './sample.ts';

const columns = ['id', 'type', 'title', 'url', 'content', 'note', 'tags', 'created'];

export const mymindCsvSample = tableSample({
  id: 'mymind-csv',
  files: {
    'cards.csv': csv([
      columns,
      [
        'a1',
        'WebPage',
        'Tide tables',
        'https://tides.example/tables',
        'When the water comes.',
        'Read again.',
        'sea,two words',
        '2024-09-03T20:06:53Z',
      ],
      ['a2', 'Note', 'Of tides', '', 'The moon pulls,\nsays one.', '', '', ''],
    ]),
  },
  found: [
    {
      place: 'cards.csv, row 2',
      url: 'https://tides.example/tables',
      title: 'Tide tables',
      excerpt: 'When the water comes.',
      savedAt: Date.UTC(2024, 8, 3, 20, 6, 53),
      tags: ['sea', 'two words'],
      note: 'Read again.',
    },
    {
      place: 'cards.csv, row 3',
      title: 'Of tides',
      content: { kind: 'text', text: /The moon pulls,\nsays one\./ },
    },
  ],
  moments: 'date',
  says: ['url', 'title'],
  table: {
    name: 'cards.csv',
    columns,
    needed: ['type', 'url', 'content|note', 'created'],
    row: ({ url, title, moment }) => ['1', 'WebPage', title, url, '', '', '', dateOf(moment)],
  },
});
