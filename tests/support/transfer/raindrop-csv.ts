// Raindrop's table: folders in folders, names with slashes, highlights in one cell.
import { csv } from './csv.ts';
import { dateOf, tableSample } from './sample.ts';

const columns = 'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite'.split(
  ',',
);

export const raindropCsvSample = tableSample({
  id: 'raindrop-csv',
  files: {
    'raindrop.csv': csv([
      columns,
      [
        '847',
        'Tide tables',
        'Read again.',
        'When the water comes.',
        'https://tides.example/tables',
        'Sea / North/South',
        'sea, two words',
        '2024-09-03T20:06:53.000Z',
        'https://tides.example/cover.png',
        'Highlight:The moon pulls.\nNote:Twice!\n\nHighlight:Twice a day.',
        'true',
      ],
      [
        '848',
        'Bare',
        '',
        '',
        'https://tides.example/bare',
        'Unsorted',
        '',
        '',
        '',
        'Words.',
        'false',
      ],
      ['849', 'Deep', '', '', 'https://tides.example/deep', 'A/B', '', '', '', '', ''],
    ]),
  },
  found: [
    {
      place: 'raindrop.csv, row 2',
      url: 'https://tides.example/tables',
      title: 'Tide tables',
      excerpt: 'When the water comes.',
      savedAt: Date.UTC(2024, 8, 3, 20, 6, 53),
      starred: true,
      tags: ['sea', 'two words'],
      collections: [['Sea', 'North/South']],
      note: 'Read again.',
      highlights: [
        { quote: 'The moon pulls.', note: 'Twice!', colour: null, createdAt: null },
        { quote: 'Twice a day.', note: null, colour: null, createdAt: null },
      ],
    },
    {
      place: 'raindrop.csv, row 3',
      url: 'https://tides.example/bare',
      title: 'Bare',
      highlights: [{ quote: 'Words.', note: null, colour: null, createdAt: null }],
    },
    {
      place: 'raindrop.csv, row 4',
      url: 'https://tides.example/deep',
      title: 'Deep',
      collections: [['A', 'B']],
    },
  ],
  moments: 'date',
  says: ['url', 'title'],
  table: {
    name: 'raindrop.csv',
    columns,
    needed: ['url', 'created', 'cover|excerpt|highlights|folder'],
    row: ({ title, url, moment }) => [
      '1',
      title,
      '',
      '',
      url,
      'Unsorted',
      '',
      dateOf(moment),
      '',
      '',
      'false',
    ],
  },
});
