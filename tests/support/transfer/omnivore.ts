// Omnivore's zip: texts and a PDF by their slugs, highlights in its own kind of Markdown, and a text that no list names.
import { line, makePdf } from '../make-pdf.ts';
import { dateOf, type Sample } from './sample.ts';

const entry = (given: Record<string, unknown>) => ({
  id: '20db2a4e-95e0-11ef-9a0b-0242ac120002',
  slug: 'none',
  title: '',
  description: null,
  author: null,
  url: '',
  state: 'Active',
  readingProgress: 0,
  thumbnail: 'https://tides.example/small.png',
  labels: [],
  savedAt: '2024-10-29T16:30:11.000Z',
  updatedAt: '2024-10-30T16:30:11.000Z',
  publishedAt: null,
  ...given,
});

const TEXT =
  '<DIV class="page" id="readability-page-1"><p>A quincunx of buoys lies before the harbour.</p></DIV>';

export const omnivoreSample: Sample = {
  id: 'omnivore',
  files: {
    'metadata_0_to_20.json': JSON.stringify(
      [
        entry({
          slug: 'tide-tables-192d',
          title: 'Tide tables',
          description: 'When the water comes',
          author: 'Ann Lee',
          url: 'https://tides.example/tables',
          state: 'Archived',
          readingProgress: 42,
          labels: ['RSS', 'two words'],
          publishedAt: '2024-10-01T00:00:00.000Z',
        }),
        entry({
          slug: 'a-chart-192e',
          title: 'A chart',
          url: 'https://tides.example/chart.pdf',
          readingProgress: 100,
        }),
      ],
      null,
      2,
    ),
    'metadata_20_to_40.json': JSON.stringify([
      entry({
        slug: 'a-letter-192f',
        title: 'A letter',
        url: 'https://omnivore.app/no_url?q=5a8f5a5e',
      }),
    ]),
    'content/a-chart-192e.pdf': new Uint8Array(
      makePdf({ pages: [{ content: line('A quincunx of buoys.', 72, 660) }] }),
    ),
    'content/a-letter-192f.html': TEXT,
    'content/a-stray-1930.html': TEXT,
    'content/tide-tables-192d.html': TEXT,
    'highlights/tide-tables-192d.md': `A note on the article,

in two paragraphs

> A quincunx of buoys

#research #to do

count them

> lies before
> ${''}
> the harbour ${''}

> alone`,
  },
  found: [
    {
      place: 'metadata_0_to_20.json, entry 1',
      url: 'https://tides.example/tables',
      title: 'Tide tables',
      author: 'Ann Lee',
      excerpt: 'When the water comes',
      publishedAt: '2024-10-01T00:00:00Z',
      savedAt: Date.UTC(2024, 9, 29, 16, 30, 11),
      status: 'reading',
      progress: 0.42,
      archived: true,
      tags: ['RSS', 'two words'],
      note: 'A note on the article,\n\nin two paragraphs',
      highlights: [
        {
          quote: 'A quincunx of buoys',
          note: '#research #to do\n\ncount them',
          colour: null,
          createdAt: null,
        },
        { quote: 'lies before\n\nthe harbour', note: null, colour: null, createdAt: null },
        { quote: 'alone', note: null, colour: null, createdAt: null },
      ],
      content: { kind: 'body', text: /quincunx/ },
    },
    {
      place: 'metadata_0_to_20.json, entry 2',
      url: 'https://tides.example/chart.pdf',
      title: 'A chart',
      savedAt: Date.UTC(2024, 9, 29, 16, 30, 11),
      status: 'finished',
      progress: 1,
      content: { kind: 'pdf', text: /^%PDF-/ },
    },
    {
      place: 'metadata_20_to_40.json, entry 1',
      title: 'A letter',
      savedAt: Date.UTC(2024, 9, 29, 16, 30, 11),
      status: 'unread',
      progress: 0,
      content: { kind: 'body', text: /quincunx/ },
    },
    {
      place: 'content/a-stray-1930.html',
      content: { kind: 'body', text: /quincunx/ },
    },
  ],
  write: (records) => ({
    'metadata_0_to_20.json': JSON.stringify(
      records.map(({ url, title, moment }, at) =>
        entry({ slug: `one-${at}`, title, url, savedAt: dateOf(moment) }),
      ),
    ),
  }),
  moments: 'date',
  says: ['url', 'title'],
};
