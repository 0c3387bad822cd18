// Instapaper's table, with each kind of folder.
import { csv } from './csv.ts';
import { tableSample } from './sample.ts';

const columns = ['URL', 'Title', 'Selection', 'Folder', 'Timestamp', 'Tags'];
const row = (page: string, folder: string, selection = '', tags = '') => [
  `https://tides.example/${page}`,
  page,
  selection,
  folder,
  '1640080879',
  tags,
];

export const instapaperCsvSample = tableSample({
  id: 'instapaper-csv',
  files: {
    'instapaper-export.csv': csv([
      columns,
      row('new', 'Unread', 'The moon pulls, says one.', '["css","two words"]'),
      row('old', 'Archive'),
      row('loved', 'Starred'),
      row('own', 'Sea / Coast'),
    ]),
    // As it was before it had times and tags.
    'older.csv': csv([columns.slice(0, 4), row('older', 'Unread').slice(0, 4)]),
  },
  found: [
    {
      place: 'instapaper-export.csv, row 2',
      url: 'https://tides.example/new',
      title: 'new',
      savedAt: 1_640_080_879_000,
      status: 'unread',
      tags: ['css', 'two words'],
      note: 'The moon pulls, says one.',
    },
    {
      place: 'instapaper-export.csv, row 3',
      url: 'https://tides.example/old',
      title: 'old',
      savedAt: 1_640_080_879_000,
      archived: true,
    },
    {
      place: 'instapaper-export.csv, row 4',
      url: 'https://tides.example/loved',
      title: 'loved',
      savedAt: 1_640_080_879_000,
      starred: true,
    },
    {
      place: 'instapaper-export.csv, row 5',
      url: 'https://tides.example/own',
      title: 'own',
      savedAt: 1_640_080_879_000,
      collections: [['Sea / Coast']],
    },
    {
      place: 'older.csv, row 2',
      url: 'https://tides.example/older',
      title: 'older',
      status: 'unread',
    },
  ],
  moments: 'number',
  says: ['url', 'title'],
  table: {
    name: 'instapaper-export.csv',
    columns,
    needed: ['url', 'folder', 'selection|timestamp'],
    row: ({ title, url, moment }) => [url, title, '', 'Unread', `${moment}`, ''],
  },
});
