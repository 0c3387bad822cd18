// Pocket's zip of 2025 with both headers that were seen, titles over two lines, and what was highlighted.
import { csv } from './csv.ts';
import { tableSample } from './sample.ts';

const columns = ['title', 'url', 'time_added', 'tags', 'status'];

export const pocketCsvSample = tableSample({
  id: 'pocket-csv',
  files: {
    'part_000000.csv': csv([
      columns,
      ['Tide tables', 'https://tides.example/tables', '1684913346', 'sea|two words', 'unread'],
      ['https://tides.example/bare', 'https://tides.example/bare', '0', '', 'archive'],
    ]),
    'part_000001.csv': csv([
      ['title', 'url', 'time_added', 'cursor', 'tags', 'status'],
      ['A title\nin "two" lines', 'https://tides.example/lines', '1684913347', 'c1', 'sea', 'read'],
    ]),
    'annotations/part_000000.json': JSON.stringify([
      {
        url: 'https://tides.example/tables',
        title: 'Tide tables',
        highlights: [
          { quote: 'The moon pulls.', created_at: 1_700_000_000 },
          { quote: 'Twice a day.', created_at: 1_700_000_001_000 },
        ],
      },
      { url: 'https://tides.example/gone', title: 'Gone', highlights: [{ quote: 'Kept.' }] },
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
      highlights: [
        { quote: 'The moon pulls.', note: null, colour: null, createdAt: 1_700_000_000_000 },
        { quote: 'Twice a day.', note: null, colour: null, createdAt: 1_700_000_001_000 },
      ],
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
    {
      place: 'annotations/part_000000.json, entry 2',
      url: 'https://tides.example/gone',
      title: 'Gone',
      highlights: [{ quote: 'Kept.', note: null, colour: null, createdAt: null }],
    },
  ],
  moments: 'number',
  says: ['url', 'title'],
  table: {
    name: 'part_000000.csv',
    columns,
    needed: ['url', 'time_added'],
    row: ({ title, url, moment }) => [title, url, `${moment}`, 'sea', 'unread'],
  },
});
