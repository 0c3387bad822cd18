// Readwise's table of highlights: rows of one article that do not stand together, and a note on the whole of it.
import { csv } from './csv.ts';
import { dateOf, tableSample } from './sample.ts';

const columns =
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags'.split(
    ',',
  );

export const readwiseHighlightsCsvSample = tableSample({
  id: 'readwise-highlights-csv',
  files: {
    'readwise-data.csv': csv([
      columns,
      [
        'The moon\npulls.',
        'Tide tables',
        'Ann Author',
        '',
        'Twice!',
        'Yellow',
        'sea, two words',
        'page',
        '3',
        '2026-07-17 14:00:25+00:00',
        'coast',
      ],
      ['Other words.', 'Another', '', '', '', '', '', 'page', '1', '', ''],
      [
        'Twice a day.',
        'Tide tables',
        'Ann Author',
        '',
        '',
        '',
        '',
        'page',
        '10',
        '2026-07-16 14:00:25+00:00',
        'coast,north',
      ],
      ['', 'Tide tables', 'Ann Author', '', 'On all of it.', '', '', '', '', '', ''],
    ]),
  },
  found: [
    {
      place: 'readwise-data.csv, row 2',
      title: 'Tide tables',
      author: 'Ann Author',
      savedAt: Date.UTC(2026, 6, 16, 14, 0, 25),
      tags: ['coast', 'north'],
      note: 'On all of it.',
      highlights: [
        {
          quote: 'The moon\npulls.',
          note: 'Twice!\n#sea #two-words',
          colour: 'yellow',
          createdAt: Date.UTC(2026, 6, 17, 14, 0, 25),
        },
        {
          quote: 'Twice a day.',
          note: null,
          colour: null,
          createdAt: Date.UTC(2026, 6, 16, 14, 0, 25),
        },
      ],
    },
    {
      place: 'readwise-data.csv, row 3',
      title: 'Another',
      highlights: [{ quote: 'Other words.', note: null, colour: null, createdAt: null }],
    },
  ],
  moments: 'date',
  says: ['title'],
  joins: true,
  table: {
    name: 'readwise-data.csv',
    columns,
    needed: ['highlight', 'book title'],
    row: ({ title, url, moment }) => [
      url,
      title,
      '',
      '',
      '',
      '',
      '',
      'page',
      '1',
      dateOf(moment),
      '',
    ],
  },
});
