// Lectern's own full export, written by hand: one article with all that a line can hold, one that awaits its text.
import { expect } from 'vitest';
import type { ExactArticle } from '#library/transfer/exact/exact-article.ts';
import type { ExactShared } from '#library/transfer/exact/exact-shared.ts';
import { FORMAT } from '#library/transfer/exact/export-files.ts';
import type { Sample } from './sample.ts';

const uid = (at: number): string => `01ARZ3NDEKTSV4RRFFQ69G${String(at).padStart(4, '0')}`;
const AT = 1_684_913_346_000;

type Row = ExactArticle['article'];

const article = (given: Partial<Row>, more: Partial<ExactArticle> = {}): string =>
  JSON.stringify({
    article: {
      uid: uid(1),
      source_url: null,
      canonical_url: null,
      title: '',
      author: null,
      site_name: null,
      published_at: null,
      lang: null,
      dir: null,
      excerpt: '',
      word_count: 0,
      lead_image: null,
      warning_code: null,
      warning_message: null,
      reading_status: 'unread',
      progress: 0,
      progress_anchor: '',
      saved_at: AT,
      opened_at: null,
      finished_at: null,
      updated_at: AT,
      starred_at: null,
      archived_at: null,
      trashed_at: null,
      type_settings: null,
      url_key: null,
      site: null,
      ...given,
    },
    assets: [],
    content: null,
    awaits: true,
    links: [],
    missing: [],
    snapshots: [],
    note: null,
    highlights: [],
    edits: [],
    tags: [],
    collections: [],
    apart: [],
    ...more,
  });

const shared: ExactShared = {
  tags: [{ uid: uid(10), name: 'Sea', colour: 'blue', created_at: AT }],
  collections: [
    { uid: uid(20), name: 'Work', position: 0, created_at: AT, parent: null },
    { uid: uid(21), name: 'Tides', position: 0, created_at: AT, parent: uid(20) },
  ],
  savedSearches: [],
  settings: { theme: 'dark' },
  jobs: [],
};

const filesOf = (...lines: readonly string[]) => ({
  'articles.jsonl': lines.map((line) => `${line}\n`).join(''),
  'library.json': JSON.stringify(shared),
  'manifest.json': `{"format": "${FORMAT}", "version": 1, "articles": ${lines.length}, "files": []}`,
});

export const lecternSample: Sample = {
  id: 'lectern',
  files: filesOf(
    article(
      {
        source_url: 'https://tides.example/tables',
        title: 'Tide tables',
        author: 'Ann Author',
        lang: 'en',
        excerpt: 'Of tides.',
        reading_status: 'reading',
        progress: 0.5,
        starred_at: AT,
      },
      {
        note: { uid: uid(30), markdown: 'see *page 3*', created_at: AT, updated_at: AT },
        highlights: [
          {
            uid: uid(31),
            colour: 'pink',
            quote: 'the ebb',
            prefix: '',
            suffix: '',
            start_offset: null,
            end_offset: null,
            note: 'mine',
            created_at: AT,
            updated_at: AT,
          },
        ],
        tags: [uid(10)],
        collections: [{ uid: uid(21), position: 0 }],
      },
    ),
    article({ uid: uid(2), title: 'Buoys', archived_at: AT }),
  ),
  found: [
    {
      place: 'articles.jsonl, line 1',
      url: 'https://tides.example/tables',
      title: 'Tide tables',
      author: 'Ann Author',
      lang: 'en',
      excerpt: 'Of tides.',
      savedAt: AT,
      status: 'reading',
      progress: 0.5,
      starred: true,
      tags: ['Sea'],
      collections: [['Work', 'Tides']],
      note: 'see *page 3*',
      highlights: [{ quote: 'the ebb', note: 'mine', colour: 'pink', createdAt: AT }],
      exact: expect.anything(),
    },
    {
      place: 'articles.jsonl, line 2',
      title: 'Buoys',
      excerpt: '',
      savedAt: AT,
      status: 'unread',
      progress: 0,
      archived: true,
      exact: expect.anything(),
    },
  ],
  write: (records) =>
    filesOf(
      ...records.map(({ url, title, moment }, at) =>
        article({ uid: uid(100 + at), source_url: url, title, saved_at: moment * 1000 }),
      ),
    ),
  moments: 'date',
  says: ['url', 'title'],
};
