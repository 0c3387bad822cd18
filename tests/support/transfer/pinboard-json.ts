// Pinboard's backup: tags in one text, truth as yes and no.
import { dateOf, type Sample } from './sample.ts';

const entry = (given: Record<string, unknown>) => ({
  description: '',
  extended: '',
  meta: '92959a96fd69146c5fe7cbde6e5720f2',
  hash: 'a4b4a9b2b5f8d7b2cd9f0e0f4c9b7e11',
  time: '2021-05-03T10:30:00Z',
  shared: 'no',
  toread: 'no',
  tags: '',
  ...given,
});

export const pinboardJsonSample: Sample = {
  id: 'pinboard-json',
  files: {
    'pinboard_export.json': JSON.stringify([
      entry({
        href: 'https://tides.example/tables',
        description: 'Tide "tables" [2021]',
        extended: 'For the harbour,\nsee page 3',
        toread: 'yes',
        tags: 'sea .private two_words',
      }),
      entry({ href: 'https://tides.example/bare', description: 'https://tides.example/bare' }),
    ]),
  },
  found: [
    {
      place: 'pinboard_export.json, entry 1',
      url: 'https://tides.example/tables',
      title: 'Tide "tables" [2021]',
      note: 'For the harbour,\nsee page 3',
      savedAt: Date.UTC(2021, 4, 3, 10, 30),
      status: 'unread',
      tags: ['sea', '.private', 'two_words'],
    },
    {
      place: 'pinboard_export.json, entry 2',
      url: 'https://tides.example/bare',
      savedAt: Date.UTC(2021, 4, 3, 10, 30),
    },
  ],
  write: (records) => ({
    'pinboard_export.json': JSON.stringify(
      records.map(({ url, title, moment }) =>
        entry({ href: url, description: title, time: dateOf(moment) }),
      ),
    ),
  }),
  moments: 'date',
  says: ['url', 'title'],
};
