// Linkwarden's export: collections in collections, pinned links, the text that it read of a page, and its user around all of it.
import { dateOf, type Sample } from './sample.ts';

const user = {
  name: 'Ann',
  username: 'ann',
  email: 'ann@mail.example',
  locale: 'en',
  collectionOrder: [2, 1],
  createdAt: '2024-01-01T00:00:00.000Z',
};
const collection = (
  id: number,
  name: string,
  links: unknown[],
  parentId: number | null = null,
) => ({
  id,
  name,
  description: '',
  color: '#0ea5e9',
  parentId,
  isPublic: false,
  ownerId: 1,
  rssSubscriptions: [],
  links,
});
const link = (given: Record<string, unknown>) => ({
  name: '',
  type: 'url',
  description: '',
  collectionId: 1,
  textContent: null,
  importDate: null,
  createdAt: '2024-02-03T04:05:06.789Z',
  tags: [],
  ...given,
});

export const linkwardenJsonSample: Sample = {
  id: 'linkwarden-json',
  files: {
    'backup.json': JSON.stringify({
      ...user,
      collections: [
        collection(1, 'Unorganized', [
          link({ id: 11, name: 'Bare', url: 'https://tides.example/bare' }),
        ]),
        collection(
          3,
          'Tides',
          [
            link({
              id: 12,
              name: 'Tide tables',
              url: 'https://tides.example/tables',
              description: 'see page 3',
              importDate: '2019-01-02T03:04:05.000Z',
              textContent: 'A quincunx of buoys lies before the harbour.',
              tags: [
                { id: 5, name: 'sea' },
                { id: 6, name: 'two words' },
              ],
            }),
          ],
          2,
        ),
        collection(2, 'Sea', []),
      ],
      pinnedLinks: [link({ id: 12, name: 'Tide tables' })],
      whitelistedUsers: [],
    }),
  },
  found: [
    {
      place: 'backup.json, entry 1',
      url: 'https://tides.example/bare',
      title: 'Bare',
      savedAt: Date.UTC(2024, 1, 3, 4, 5, 6, 789),
    },
    {
      place: 'backup.json, entry 2',
      url: 'https://tides.example/tables',
      title: 'Tide tables',
      note: 'see page 3',
      savedAt: Date.UTC(2019, 0, 2, 3, 4, 5),
      starred: true,
      tags: ['sea', 'two words'],
      collections: [['Sea', 'Tides']],
      content: { kind: 'text', text: /^A quincunx of buoys lies before the harbour\.$/ },
    },
  ],
  write: (records) => ({
    'backup.json': JSON.stringify({
      ...user,
      collections: [
        collection(
          1,
          'Unorganized',
          records.map(({ url, title, moment }, id) =>
            link({ id, name: title, url, createdAt: dateOf(moment) }),
          ),
        ),
      ],
      pinnedLinks: [],
    }),
  }),
  moments: 'date',
  says: ['url', 'title'],
};
