// Bookmarks as browsers write them, elements never closed, with the attributes of Firefox, Raindrop, Pinboard and Shaarli.
import { escaped } from './escaped.ts';
import type { Sample } from './sample.ts';

const list = (inside: string): string => `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>
<DL><p>
${inside}</DL><p>
`;

export const netscapeHtmlSample: Sample = {
  id: 'netscape-html',
  files: {
    'bookmarks.html': list(`    <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bar</H3>
    <DD>What the folder is for.
    <DL><p>
        <DT><A HREF="https://tides.example/tables?a=1&amp;b=2" ADD_DATE="1688628695" ICON="data:image/png;base64,AAAA" TAGS="sea,two words">Tides &amp; tables</A>
        <DD>Read again,
<br>tomorrow.
        <DT><H3>Sea &lt;3</H3>
        <DL><p>
            <DT><A HREF="https://tides.example/deep" ADD_DATE="1688628695000000" DATA-IMPORTANT="true">Deep</A>
        </DL><p>
        <DT><A HREF="place:sort=8" ADD_DATE="1">Most visited</A>
    </DL><p>
    <DT><A HREF="about:reader?url=https%3A%2F%2Ftides.example%2Fread" TOREAD="1">Read</A>
    <DT><A HREF="https://tides.example/feed" FEEDURL="https://tides.example/rss">Feed</A>
    <HR>
    <DT><A HREF="javascript:alert(1)">Bookmarklet</A>
`),
  },
  found: [
    {
      place: 'bookmarks.html, link 1',
      url: 'https://tides.example/tables?a=1&b=2',
      title: 'Tides & tables',
      savedAt: 1_688_628_695_000,
      tags: ['sea', 'two words'],
      collections: [['Bar']],
      note: 'Read again,\n\ntomorrow.',
    },
    {
      place: 'bookmarks.html, link 2',
      url: 'https://tides.example/deep',
      title: 'Deep',
      savedAt: 1_688_628_695_000,
      starred: true,
      collections: [['Bar', 'Sea <3']],
    },
    {
      place: 'bookmarks.html, link 4',
      url: 'https://tides.example/read',
      title: 'Read',
      status: 'unread',
    },
    { place: 'bookmarks.html, link 6', url: 'javascript:alert(1)', title: 'Bookmarklet' },
  ],
  write: (records) => ({
    'bookmarks.html': list(
      records
        .map(
          ({ url, title, moment }) =>
            `    <DT><A HREF="${escaped(url)}" ADD_DATE="${moment}">${escaped(title)}</A>\n`,
        )
        .join(''),
    ),
  }),
  moments: 'number',
  says: ['url', 'title'],
};
