// GoodLinks' list.
import type { Sample } from './sample.ts';

export const goodLinksJsonSample: Sample = {
  id: 'goodlinks-json',
  files: {
    'GoodLinks.json': JSON.stringify([
      {
        title: 'Tide tables',
        url: 'https://tides.example/tables',
        tags: ['sea', 'two words'],
        starred: true,
        summary: 'When the water comes.',
        originalURL: 'https://tides.example/t',
        addedAt: 1_684_913_346.25,
      },
      { url: 'https://tides.example/bare', title: null, tags: [], starred: false, addedAt: 1 },
    ]),
  },
  found: [
    {
      place: 'GoodLinks.json, entry 1',
      url: 'https://tides.example/tables',
      title: 'Tide tables',
      excerpt: 'When the water comes.',
      savedAt: 1_684_913_346_250,
      starred: true,
      tags: ['sea', 'two words'],
    },
    { place: 'GoodLinks.json, entry 2', url: 'https://tides.example/bare', savedAt: 1000 },
  ],
  write: (records) => ({
    'GoodLinks.json': JSON.stringify(
      records.map(({ url, title, moment }) => ({
        title,
        url,
        tags: [],
        starred: false,
        summary: null,
        addedAt: moment,
      })),
      null,
      2,
    ),
  }),
  moments: 'number',
  says: ['url', 'title'],
};
