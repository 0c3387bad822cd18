// Pocket's older export: no Netscape file, though it looks like one.
import { escaped } from './escaped.ts';
import type { Sample } from './sample.ts';

const page = (unread: string, archive: string): string =>
  `<!DOCTYPE html><html><!--So long and thanks for all the fish--><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul>
${unread}</ul>
<h1>Read Archive</h1><ul>
${archive}</ul></body></html>
`;

export const pocketHtmlSample: Sample = {
  id: 'pocket-html',
  files: {
    'ril_export.html': page(
      '<li><a href="https://tides.example/tables?a=1&amp;b=2" time_added="1688628695" tags="sea,two words">Tides &amp; &quot;tables&quot;</a></li>\n',
      '<li><a href="https://tides.example/bare" time_added="1688628696" tags="">https://tides.example/bare</a></li>\n',
    ),
  },
  found: [
    {
      place: 'ril_export.html, link 1',
      url: 'https://tides.example/tables?a=1&b=2',
      title: 'Tides & "tables"',
      savedAt: 1_688_628_695_000,
      status: 'unread',
      tags: ['sea', 'two words'],
    },
    {
      place: 'ril_export.html, link 2',
      url: 'https://tides.example/bare',
      savedAt: 1_688_628_696_000,
      status: 'finished',
      archived: true,
    },
  ],
  write: (records) => ({
    'ril_export.html': page(
      records
        .map(
          ({ url, title, moment }) =>
            `<li><a href="${escaped(url)}" time_added="${moment}" tags="">${escaped(title)}</a></li>\n`,
        )
        .join(''),
      '',
    ),
  }),
  moments: 'number',
  says: ['url', 'title'],
};
