// Readwise Reader's table: tags as Python prints a list, every place a document can be in.
import { csv } from './csv.ts';
import { dateOf, tableSample } from './sample.ts';

const columns = 'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen'.split(',');
const saved = '2025-01-20 22:13:02.447000+00:00';
const savedAt = Date.UTC(2025, 0, 20, 22, 13, 2);

export const readwiseReaderCsvSample = tableSample({
  id: 'readwise-reader-csv',
  files: {
    'reader.csv': csv([
      columns,
      [
        'Tide tables',
        'https://tides.example/tables',
        '01a',
        `["don't", 'favorite', 'peanut, butter']`,
        saved,
        '0.5',
        'shortlist',
        'True',
      ],
      ['Done', 'https://tides.example/done', '01b', '[]', saved, '1', 'archive', 'True'],
      ['Fed', 'https://tides.example/fed', '01c', '[]', saved, '0', 'feed', 'False'],
      [
        'Letter',
        'mailto:reader-forwarded-email/1',
        '01d',
        '',
        '2025-01-20 22:13:02+00:00',
        '0',
        'new',
        '',
      ],
    ]),
  },
  found: [
    {
      place: 'reader.csv, row 2',
      url: 'https://tides.example/tables',
      title: 'Tide tables',
      savedAt,
      status: 'reading',
      progress: 0.5,
      starred: true,
      tags: ["don't", 'peanut, butter'],
      collections: [['Shortlist']],
    },
    {
      place: 'reader.csv, row 3',
      url: 'https://tides.example/done',
      title: 'Done',
      savedAt,
      status: 'finished',
      progress: 1,
      archived: true,
    },
    {
      place: 'reader.csv, row 5',
      url: 'mailto:reader-forwarded-email/1',
      title: 'Letter',
      savedAt,
      status: 'unread',
      progress: 0,
    },
  ],
  moments: 'date',
  says: ['url', 'title'],
  table: {
    name: 'reader.csv',
    columns,
    needed: ['url', 'saved date|document tags'],
    row: ({ title, url, moment }) => [title, url, '1', '[]', dateOf(moment), '0', 'new', 'True'],
  },
});
