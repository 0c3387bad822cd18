// wallabag's export in both spellings of truth, with text, highlights, and a page that it could not fetch.
import { dateOf, type Sample } from './sample.ts';

const entry = (given: Record<string, unknown>) => ({
  is_archived: 0,
  is_starred: 0,
  user_name: 'ann',
  tags: [],
  is_public: false,
  id: 1,
  uid: null,
  title: null,
  content: '',
  created_at: '2016-09-08T11:55:58+0200',
  updated_at: '2016-09-08T11:57:16+0200',
  annotations: [],
  mimetype: 'text/html',
  language: null,
  reading_time: 1,
  domain_name: 'tides.example',
  ...given,
});

const TEXT = '<p>A quincunx of buoys lies before the harbour, é.</p>';

export const wallabagJsonSample: Sample = {
  id: 'wallabag-json',
  files: {
    'All articles.json': JSON.stringify([
      entry({
        title: 'Tide tables <of> 2016',
        url: 'https://tides.example/tables',
        is_archived: 1,
        is_starred: true,
        tags: ['sea', 'two words'],
        content: TEXT,
        published_at: '2016-09-01T00:00:00+0200',
        published_by: ['Ann Lee', 'Bo Ray'],
        language: 'en-GB',
        annotations: [
          {
            text: 'count them',
            created_at: '2016-09-09T10:00:00+0000',
            quote: 'A quincunx of buoys',
            ranges: [{ start: '/p[1]', startOffset: 0, end: '/p[1]', endOffset: 19 }],
          },
          { text: '', quote: 'the harbour', ranges: [] },
          { text: 'of nothing', quote: ' ', ranges: [] },
        ],
      }),
      entry({
        title: 'https://tides.example/gone',
        url: 'https://tides.example/gone',
        tags: [{ id: 3, label: 'sea', slug: 'sea' }],
        content: "<p>wallabag can't retrieve contents for this article. Please report it.</p>",
      }),
    ]),
  },
  found: [
    {
      place: 'All articles.json, entry 1',
      url: 'https://tides.example/tables',
      title: 'Tide tables <of> 2016',
      author: 'Ann Lee, Bo Ray',
      lang: 'en-GB',
      publishedAt: '2016-09-01T00:00:00+02:00',
      savedAt: Date.UTC(2016, 8, 8, 9, 55, 58),
      status: 'finished',
      archived: true,
      starred: true,
      tags: ['sea', 'two words'],
      highlights: [
        {
          quote: 'A quincunx of buoys',
          note: 'count them',
          colour: null,
          createdAt: Date.UTC(2016, 8, 9, 10),
        },
        { quote: 'the harbour', note: null, colour: null, createdAt: null },
      ],
      content: {
        kind: 'body',
        text: /lang="en-GB".*<title>Tide tables &lt;of&gt; 2016<\/title>.*<p>A quincunx of buoys lies before the harbour, é\.<\/p>/,
      },
    },
    {
      place: 'All articles.json, entry 2',
      url: 'https://tides.example/gone',
      savedAt: Date.UTC(2016, 8, 8, 9, 55, 58),
      status: 'unread',
      tags: ['sea'],
    },
  ],
  write: (records) => ({
    'All articles.json': JSON.stringify(
      records.map(({ url, title, moment }, at) =>
        entry({ id: at, url, title, created_at: dateOf(moment), content: TEXT }),
      ),
    ),
  }),
  moments: 'date',
  says: ['url', 'title'],
};
