// Evernote's export: a clipped page with a picture, a note of PDFs and other attachments, and what its own files get wrong: an ampersand
// as it is, and a section that is cut in two.
import { createHash } from 'node:crypto';
import { line, makePdf } from '../make-pdf.ts';
import { png } from '../pictures.ts';
import { dateOf, type Sample } from './sample.ts';

const START = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20240101T000000Z" application="Evernote" version="10.70.3">
`;
const END = '</en-export>\n';

export const enex = (notes: string): string => `${START}${notes}${END}`;

export const enNote = (inside: string): string =>
  `<![CDATA[<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd">
<en-note style="word-wrap: break-word;">${inside}</en-note>]]>`;

export const note = (title: string, content: string, more = ''): string =>
  `<note><title>${title}</title><content>${content}</content><created>20240102T030405Z</created><updated>20240203T040506Z</updated>${more}</note>\n`;

export const resource = (bytes: Buffer, mime: string, name: string): string =>
  `<resource><data encoding="base64">\n${bytes.toString('base64').replace(/.{76}/g, '$&\n')}\n</data><mime>${mime}</mime><recognition><![CDATA[<recoIndex><title>no</title></recoIndex>]]></recognition><resource-attributes><source-url>https://elsewhere.example/</source-url><file-name>${name}</file-name></resource-attributes></resource>`;

export const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');

const picture = png(300, 200);
const pdf = makePdf({ pages: [{ content: line('A quincunx of buoys.', 72, 660) }] });
const savedAt = Date.UTC(2024, 0, 2, 3, 4, 5);

export const evernoteEnexSample: Sample = {
  id: 'evernote-enex',
  files: {
    'Sea.enex': enex(
      note(
        'Tide tables &amp; more',
        enNote(
          `<div>A quincunx &lt;of&gt; buoys&nbsp;lies<br/>before the harbour.</div><en-media hash="${md5(picture)}" type="image/png" width="300" height="200"/><en-todo checked="true"/>Go<en-todo/>Stay<en-media hash="00000000000000000000000000000000" type="image/png"/>`,
        ),
        `<tag>sea</tag><tag>two words</tag><note-attributes><author>Whoever clipped it</author><source>web.clip7</source><source-url>https://tides.example/tables?a=1&amp;b=2</source-url></note-attributes>${resource(picture, 'image/png', 'buoy.png')}`,
      ) +
        note(
          'Charts',
          enNote(`<en-media hash="${md5(pdf)}" type="application/pdf"/>`),
          `<note-attributes><author>Ann Lee</author></note-attributes>${resource(pdf, 'application/pdf', 'chart.pdf')}`,
        ),
    ),
    'Work.enex': enex(
      note(
        'Mixed',
        enNote('Read both'),
        resource(pdf, 'application/pdf', 'one.pdf') +
          resource(Buffer.from('RIFF____WAVE'), 'audio/wav', 'two.wav'),
      ) +
        note(
          'B & B',
          '<![CDATA[<en-note>mail &lt;a@b.example]]<![CDATA[>]]><div>and on</div></en-note>',
        ),
    ),
  },
  found: [
    {
      place: 'Sea.enex, note 1',
      url: 'https://tides.example/tables?a=1&b=2',
      title: 'Tide tables & more',
      savedAt,
      tags: ['sea', 'two words'],
      collections: [['Sea']],
      content: {
        kind: 'body',
        text: new RegExp(
          `<title>Tide tables &amp; more</title></head><body><div>A quincunx &lt;of&gt; buoys\u00a0lies<br>before the harbour.</div><img src="attachments/${md5(picture)}" alt="buoy.png" width="300" height="200">☑ Go☐ Stay</body>`,
        ),
      },
    },
    {
      place: 'Sea.enex, note 2',
      title: 'Charts',
      author: 'Ann Lee',
      savedAt,
      collections: [['Sea']],
      content: { kind: 'pdf', text: /^%PDF-/ },
    },
    {
      place: 'Work.enex, note 1',
      title: 'Mixed',
      savedAt,
      collections: [['Work']],
      content: { kind: 'body', text: /<body>Read both<\/body>/ },
    },
    {
      place: 'Work.enex, note 1, PDF 1',
      title: 'one',
      savedAt,
      collections: [['Work']],
      content: { kind: 'pdf', text: /^%PDF-/ },
    },
    {
      place: 'Work.enex, note 2',
      title: 'B & B',
      savedAt,
      collections: [['Work']],
      content: {
        kind: 'body',
        text: /<body>mail &lt;a@b\.example\]\]&gt;<div>and on<\/div><\/body>/,
      },
    },
  ],
  write: (records) => ({
    'Notes.enex': enex(
      records
        .map(({ url, title, moment }) => {
          const attributes = `<note-attributes><source-url>${xml(url)}</source-url></note-attributes>`;
          const written = note(xml(title), enNote('A quincunx of buoys.'), attributes);
          const created = dateOf(moment).replace(/[-:]|\.\d+/g, '');
          return written.replace(/<created>[^<]*/, `<created>${created}`);
        })
        .join(''),
    ),
  }),
  moments: 'date',
  says: ['url', 'title'],
};

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
