// A folder of Markdown as clippers for Obsidian write it, with folders, embedded pictures, links between notes, marked words, and a text
// without anything above it.
import { png } from '../pictures.ts';
import { dateOf, type Sample } from './sample.ts';

const clipped = `---
title: "Tide tables: of 2021"
source: https://tides.example/tables
author:
  - "[[Ann Lee]]"
  - Bo Ray
published: 2021-05-03
created: 2024-01-02
description: >-
  When the water
  comes
tags:
  - clippings
  - sea/tides
status: reading
progress: 42 %
favorite: true
---
A ==quincunx of **buoys**== lies before [[Harbours#Old|the harbour]]. \`==not this==\`

![[buoy.png|300]]

\`\`\`
==nor this== [[either]]
\`\`\`
`;

export const markdownSample: Sample = {
  id: 'markdown',
  files: {
    'Clippings/Sea/Tide tables.md': clipped,
    'Clippings/broken.md':
      '---\ntitle: Not: YAML: at all\nurl: https://tides.example/broken\ntags: [a, "b c"\n---\nA quincunx.\n',
    'Attachments/buoy.png': new Uint8Array(png(300, 200)),
    'Plain.md': '# A heading\n\nA quincunx of buoys.\n',
  },
  found: [
    {
      place: 'Clippings/Sea/Tide tables.md',
      url: 'https://tides.example/tables',
      title: 'Tide tables: of 2021',
      author: 'Ann Lee, Bo Ray',
      excerpt: 'When the water comes',
      publishedAt: '2021-05-03',
      savedAt: Date.UTC(2024, 0, 2),
      status: 'reading',
      progress: 0.42,
      starred: true,
      tags: ['clippings', 'sea/tides'],
      collections: [['Clippings', 'Sea']],
      highlights: [{ quote: 'quincunx of buoys', note: null, colour: null, createdAt: null }],
      content: {
        kind: 'markdown',
        text: /---\nA quincunx of \*\*buoys\*\* lies before the harbour\. `==not this==`\n\n!\[\]\(<buoy\.png>\)\n\n```\n==nor this== \[\[either\]\]\n```\n$/,
      },
    },
    {
      place: 'Clippings/broken.md',
      url: 'https://tides.example/broken',
      title: 'Not: YAML: at all',
      tags: ['[a', '"b c"'],
      collections: [['Clippings']],
      content: { kind: 'markdown', text: /A quincunx\.\n$/ },
    },
    {
      place: 'Plain.md',
      content: { kind: 'markdown', text: /^# A heading\n\nA quincunx of buoys\.\n$/ },
    },
  ],
  write: (records) =>
    Object.fromEntries(
      records.map(({ url, title, moment }, at) => [
        `note ${at}.md`,
        `---\nurl: ${JSON.stringify(url)}\ntitle: ${JSON.stringify(title)}\ncreated: ${dateOf(moment)}\n---\nA quincunx of buoys.\n`,
      ]),
    ),
  moments: 'date',
  says: ['url', 'title'],
};
