// Matter's archive: both headers that were seen, texts by their File Id, highlights by their title.
import { csv } from './csv.ts';
import { dateOf, tableSample } from './sample.ts';

const columns =
  'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction Date,File Id'.split(
    ',',
  );

export const matterCsvSample = tableSample({
  id: 'matter-csv',
  files: {
    'Archive/_matter_history.csv': csv([
      columns,
      [
        'Tide tables',
        'Ann Author',
        'Tides',
        'https://tides.example/tables',
        'sea;two words',
        '900',
        'False',
        'True',
        'True',
        '1',
        '2023-01-02 03:04:05',
        'content/1.html',
      ],
      [
        'Bare',
        '',
        '',
        'https://tides.example/bare',
        '',
        '',
        'True',
        'False',
        'False',
        '0',
        '',
        '2',
      ],
    ]),
    'Archive/content/1.html': '<p>The moon pulls.</p>',
    'Archive/highlights.csv': csv([
      ['Title', 'Author', 'Publisher', 'Text', 'Highlighted Date'],
      ['Tide tables', 'Ann Author', 'Tides', 'The moon pulls.', '2023-01-02 03:04:06'],
      ['Elsewhere', '', '', 'Kept.', ''],
    ]),
  },
  found: [
    {
      place: 'Archive/_matter_history.csv, row 2',
      url: 'https://tides.example/tables',
      title: 'Tide tables',
      author: 'Ann Author',
      siteName: 'Tides',
      savedAt: Date.UTC(2023, 0, 2, 3, 4, 5),
      status: 'finished',
      archived: true,
      starred: true,
      tags: ['sea', 'two words'],
      highlights: [
        {
          quote: 'The moon pulls.',
          note: null,
          colour: null,
          createdAt: Date.UTC(2023, 0, 2, 3, 4, 6),
        },
      ],
      content: { kind: 'body', text: /^<p>The moon pulls/ },
    },
    {
      place: 'Archive/_matter_history.csv, row 3',
      url: 'https://tides.example/bare',
      title: 'Bare',
      status: 'unread',
    },
    {
      place: 'Archive/highlights.csv, row 3',
      title: 'Elsewhere',
      highlights: [{ quote: 'Kept.', note: null, colour: null, createdAt: null }],
    },
  ],
  moments: 'date',
  says: ['url', 'title'],
  table: {
    name: '_matter_history.csv',
    columns,
    needed: ['url', 'last interaction date|file id|in queue'],
    row: ({ title, url, moment }) => [
      title,
      '',
      '',
      url,
      '',
      '',
      'True',
      'False',
      'False',
      '0',
      dateOf(moment),
      '1',
    ],
  },
});
