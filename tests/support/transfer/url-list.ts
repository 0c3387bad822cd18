// Addresses in lines, as people write them and as OneTab does.
import type { Sample } from './sample.ts';

export const urlListSample: Sample = {
  id: 'url-list',
  files: {
    'links.txt': `"URL"
https://tides.example/tables | Tide tables | Tides
"https://tides.example/bare"

https://tides.example/same | https://tides.example/same
`,
  },
  found: [
    {
      place: 'links.txt, line 2',
      url: 'https://tides.example/tables',
      title: 'Tide tables | Tides',
    },
    { place: 'links.txt, line 3', url: 'https://tides.example/bare' },
    { place: 'links.txt, line 5', url: 'https://tides.example/same' },
  ],
  write: (records) => ({
    'links.txt': records
      .map(({ url, title }) => `${url} | ${title.replace(/\s+/g, ' ')}\n`)
      .join(''),
  }),
  moments: 'none',
  says: ['url', 'title'],
};
