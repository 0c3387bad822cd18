// Karakeep's export: lists in lists, a list that lies in itself, a text, and an upload of which there is nothing.
import type { Sample } from './sample.ts';

const bookmark = (given: Record<string, unknown>) => ({
  createdAt: 1_786_749_772,
  title: null,
  tags: [],
  lists: [],
  content: null,
  note: null,
  archived: false,
  ...given,
});
const list = (id: string, name: string, parentId: string | null = null) => ({
  id,
  name,
  description: null,
  icon: '🚀',
  type: 'manual',
  query: null,
  parentId,
});

export const karakeepJsonSample: Sample = {
  id: 'karakeep-json',
  files: {
    'karakeep-export-2026.json': JSON.stringify(
      {
        bookmarks: [
          bookmark({
            title: 'Tide tables',
            tags: ['sea', 'two words'],
            lists: ['l2', 'gone', 'l3'],
            content: { type: 'link', url: 'https://tides.example/tables' },
            note: 'see *page 3*',
            archived: true,
          }),
          bookmark({ createdAt: 1, content: { type: 'text', text: 'A **quincunx** of buoys' } }),
          bookmark({ title: 'scan.pdf' }),
        ],
        lists: [
          list('l1', 'Sea'),
          list('l2', 'Tides', 'l1'),
          list('l3', 'Round', 'l3'),
          { ...list('l4', 'All of the sea'), type: 'smart', query: '#sea' },
        ],
      },
      null,
      2,
    ),
  },
  found: [
    {
      place: 'karakeep-export-2026.json, entry 1',
      url: 'https://tides.example/tables',
      title: 'Tide tables',
      note: 'see *page 3*',
      savedAt: 1_786_749_772_000,
      status: 'finished',
      archived: true,
      tags: ['sea', 'two words'],
      collections: [['Sea', 'Tides'], ['Round']],
    },
    {
      place: 'karakeep-export-2026.json, entry 2',
      savedAt: 1000,
      content: { kind: 'markdown', text: /^A \*\*quincunx\*\* of buoys$/ },
    },
  ],
  write: (records) => ({
    'karakeep-export-2026.json': JSON.stringify({
      bookmarks: records.map(({ url, title, moment }) =>
        bookmark({ title, createdAt: moment, content: { type: 'link', url } }),
      ),
      lists: [],
    }),
  }),
  moments: 'number',
  says: ['url', 'title'],
};
