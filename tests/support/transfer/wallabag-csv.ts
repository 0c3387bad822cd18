// wallabag's table: semicolons, markup on one line, and a day of which only the hour on the clock face is told.
import { csv } from './csv.ts';
import { dateOf, type Sample, type SampleRecord } from './sample.ts';

const columns = ['Title', 'URL', 'Content', 'Tags', 'MIME Type', 'Language', 'Creation date'];
const table = (rows: readonly (readonly string[])[]) => csv([columns, ...rows], ';');
const row = ({ title, url, moment }: SampleRecord) => [
  title,
  url,
  '',
  '',
  'text/html',
  'en',
  dateOf(moment),
];

export const wallabagCsvSample: Sample = {
  id: 'wallabag-csv',
  files: {
    'All articles.csv': table([
      [
        'Tide "tables"; all',
        'https://tides.example/tables',
        '<p>The moon pulls; the water comes.</p>',
        'sea, two words',
        'text/html',
        'en',
        '08/09/2016 11:55:58',
      ],
      [
        'Gone',
        'https://tides.example/gone',
        "wallabag can't retrieve contents for this article. Please troubleshoot this issue.",
        '',
        'text/html',
        '',
        '31/12/2023 01:00:00',
      ],
    ]),
  },
  found: [
    {
      place: 'All articles.csv, row 2',
      url: 'https://tides.example/tables',
      title: 'Tide "tables"; all',
      lang: 'en',
      savedAt: Date.UTC(2016, 8, 8),
      tags: ['sea', 'two words'],
      content: { kind: 'body', text: /The moon pulls; the water comes/ },
    },
    {
      place: 'All articles.csv, row 3',
      url: 'https://tides.example/gone',
      title: 'Gone',
      savedAt: Date.UTC(2023, 11, 31),
    },
  ],
  write: (records) => ({ 'All articles.csv': table(records.map(row)) }),
  moments: 'date',
  says: ['url', 'title'],
};
