// One file of each form in which pages are saved, made here: every one holds the word “quincunx” in the text of its article.
import { zipSync } from 'fflate';
import { articlePage } from './local-site.ts';
import { line, makePdf } from './make-pdf.ts';
import { jpeg, png } from './pictures.ts';
import { prose } from './read.ts';
import { binaryPlist, mhtml, xmlPlist } from './saved-pages.ts';

interface SavedForm {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly companions?: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** What is known of it once it is clipped. */
  readonly title: string;
  readonly url: string | null;
  readonly pictures: number;
  /** Words of the program around the page: no text of the article. */
  readonly not?: readonly string[];
}

const TITLE = 'Tide tables';
const URL = 'https://tides.example/tables';
const WORDS = '<p>A quincunx of buoys lies before the harbour.</p>';
const picture = png(300, 200);
const uri = `data:image/png;base64,${picture.toString('base64')}`;
const page = (inside = '', head = '') =>
  articlePage(TITLE, WORDS + inside).replace('</head>', `${head}</head>`);
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const binary = (content: Buffer): Uint8Array => new Uint8Array(content);
const img = (src: string) => `<img src="${src}" alt="A buoy" width="300">`;

/** A browser's “Web page, complete”, under the name that its language gives the folder. */
const complete = (end: string): SavedForm => ({
  name: 'Tide tables.html',
  bytes: bytes(
    `<!-- saved from url=(0028)${URL} -->\n${page(
      img(`./Tide%20tables${end}/a.png`),
      `<link rel="stylesheet" href="./Tide%20tables${end}/look.css">`,
    )}`,
  ),
  companions: [
    { path: `Tide tables${end}/a.png`, bytes: binary(picture) },
    { path: `Tide tables${end}/look.css`, bytes: bytes('p { color: rgb(1, 2, 3) }') },
  ],
  title: TITLE,
  url: URL,
  pictures: 1,
});

const SINGLE_FILE = `<!--\n Page saved with SingleFile \n url: ${URL} \n saved date: Mon May 03 2021 10:30:00 GMT+0200 (Central European Summer Time)\n-->`;
const singleFile = (inside: string): string =>
  page(inside).replace(/<html[^>]*>/, (tag) => tag + SINGLE_FILE);

/** Markup that tells how to open it, with a zip in a comment at its end. */
function selfExtracting(files: Record<string, Uint8Array>): Uint8Array {
  const before = `<!DOCTYPE html><html data-sfz><head><title>${TITLE}</title></head><body><p>Please wait while the page is unpacked.</p><script>unpack()</script><!--`;
  return binary(
    Buffer.concat([
      Buffer.from(before),
      zipSync(files, { level: 6 }),
      Buffer.from('--></body></html>'),
    ]),
  );
}

const plistOf = (source: string) => ({
  WebMainResource: {
    WebResourceData: Buffer.from(source),
    WebResourceMIMEType: 'text/html',
    WebResourceTextEncodingName: 'UTF-8',
    WebResourceURL: URL,
  },
  WebSubresources: [
    {
      WebResourceData: picture,
      WebResourceMIMEType: 'image/png',
      WebResourceURL: 'https://tides.example/a.png',
    },
  ],
});

const readerView = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${TITLE}</title><link rel="stylesheet" href="chrome://global/skin/aboutReader.css"></head><body class="light serif loaded"><div class="toolbar reader-toolbar"><button>Close Reader View</button></div><div class="container" lang="en" dir="ltr"><div class="header reader-header"><a class="domain reader-domain" href="${URL}">tides.example</a><h1 class="reader-title">${TITLE}</h1><div class="credits reader-credits">Ann Author</div><div class="meta-data"><div class="reader-estimated-time">3–4 minutes</div></div></div><hr><div class="content"><div class="moz-reader-content"><div id="readability-page-1" class="page">${WORDS}<p>${prose()}</p>${img(uri)}</div></div></div></div></body></html>`;

export const savedForms: Readonly<Record<string, SavedForm>> = {
  'Web page, complete': complete('_files'),
  'Web page, complete, of a German browser': complete('-Dateien'),
  'Web page, complete, of a Japanese browser': complete('_ファイル'),
  'Web page, complete, of Internet Explorer': complete('.files'),
  SingleFile: {
    name: 'tides.html',
    bytes: bytes(singleFile(img(uri))),
    title: TITLE,
    url: URL,
    pictures: 1,
    not: ['Page saved with'],
  },
  'SingleFile that unpacks itself': {
    name: 'tides.html',
    bytes: selfExtracting({
      'index.html': bytes(
        singleFile(`${img('images/0.png')}<link rel="stylesheet" href="style_0.css">`),
      ),
      'images/0.png': binary(picture),
      'style_0.css': bytes('p { color: rgb(1, 2, 3) }'),
      'manifest.json': bytes('{}'),
    }),
    title: TITLE,
    url: URL,
    pictures: 1,
    not: ['Please wait'],
  },
  'Save Page WE': {
    name: 'tides.html',
    bytes: bytes(page(img(uri), `<meta name="savepage-url" content="${URL}">`)),
    title: TITLE,
    url: URL,
    pictures: 1,
  },
  'MHTML of Chromium': {
    name: 'tides.mhtml',
    bytes: binary(
      mhtml({
        head: ['From: <Saved by Blink>', `Snapshot-Content-Location: ${URL}`],
        parts: [
          {
            type: 'text/html',
            encoding: 'quoted-printable',
            location: URL,
            body: Buffer.from(page(img('cid:a@mhtml.blink'))),
          },
          {
            type: 'image/png',
            encoding: 'base64',
            location: 'https://tides.example/a.png',
            id: 'a@mhtml.blink',
            body: picture,
          },
        ],
      }),
    ),
    title: TITLE,
    url: URL,
    pictures: 1,
    not: ['Content-Type', 'MultipartBoundary'],
  },
  'MHTML of Internet Explorer': {
    name: 'tides.mht',
    bytes: binary(
      mhtml({
        head: ['From: "Saved by Windows Internet Explorer 8"'],
        parts: [
          {
            type: 'text/html; charset="iso-8859-1"',
            encoding: 'quoted-printable',
            location: URL,
            body: Buffer.from(page(img('img/a.jpg'))),
          },
          {
            type: 'image/jpeg',
            encoding: 'base64',
            location: 'https://tides.example/img/a.jpg',
            body: jpeg(320, 240),
          },
        ],
      }),
    ),
    title: TITLE,
    url: URL,
    pictures: 1,
  },
  'web archive of Safari': {
    name: 'tides.webarchive',
    bytes: binary(binaryPlist(plistOf(page(img('a.png'))))),
    title: TITLE,
    url: URL,
    pictures: 1,
  },
  'web archive of Safari, as XML': {
    name: 'tides.webarchive',
    bytes: binary(xmlPlist(plistOf(page(img('a.png'))))),
    title: TITLE,
    url: URL,
    pictures: 1,
  },
  'reader view of Firefox': {
    name: 'tides.html',
    bytes: bytes(readerView),
    title: TITLE,
    url: URL,
    pictures: 1,
    not: ['Close Reader View', 'minutes', 'Ann Author', 'tides.example'],
  },
  Markdown: {
    name: 'tides.md',
    bytes: bytes(`---\nsource: ${URL}\n---\n\n# ${TITLE}\n\nA **quincunx** of buoys.\n`),
    title: TITLE,
    url: URL,
    pictures: 0,
  },
  'plain text': {
    name: `${TITLE}.txt`,
    bytes: bytes(`${TITLE}\n\nA quincunx of buoys lies before the harbour.\n`),
    title: TITLE,
    url: null,
    pictures: 0,
  },
  PDF: {
    name: 'tides.pdf',
    bytes: binary(
      makePdf({
        pages: [
          { content: line(TITLE, 72, 700, 20, 'F2') + line('A quincunx of buoys.', 72, 660) },
        ],
      }),
    ),
    title: TITLE,
    url: null,
    pictures: 0,
  },
};
