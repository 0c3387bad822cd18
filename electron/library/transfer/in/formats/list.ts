// THE table of formats that can be imported. A new one is one file here and one fixture in tests/support/transfer/.
import type { ImportFormat } from '../format.ts';
import { evernoteEnex } from './evernote-enex.ts';
import { goodLinksJson } from './goodlinks-json.ts';
import { instapaperCsv } from './instapaper-csv.ts';
import { karakeepJson } from './karakeep-json.ts';
import { lectern } from './lectern.ts';
import { linkwardenJson } from './linkwarden-json.ts';
import { markdown } from './markdown.ts';
import { matterCsv } from './matter-csv.ts';
import { mymindCsv } from './mymind-csv.ts';
import { netscapeHtml } from './netscape-html.ts';
import { omnivore } from './omnivore.ts';
import { omnivoreCsv } from './omnivore-csv.ts';
import { pinboardJson } from './pinboard-json.ts';
import { pocketCsv } from './pocket-csv.ts';
import { pocketHtml } from './pocket-html.ts';
import { raindropCsv } from './raindrop-csv.ts';
import { readeckCsv } from './readeck-csv.ts';
import { readwiseHighlightsCsv } from './readwise-highlights-csv.ts';
import { readwiseReaderCsv } from './readwise-reader-csv.ts';
import { savedPages } from './saved-pages.ts';
import { urlCsv } from './url-csv.ts';
import { urlList } from './url-list.ts';
import { wallabagCsv } from './wallabag-csv.ts';
import { wallabagJson } from './wallabag-json.ts';

export const formats: readonly ImportFormat[] = [
  lectern,
  pocketCsv,
  pocketHtml,
  instapaperCsv,
  omnivore,
  omnivoreCsv,
  raindropCsv,
  readwiseReaderCsv,
  readwiseHighlightsCsv,
  matterCsv,
  wallabagJson,
  wallabagCsv,
  readeckCsv,
  mymindCsv,
  karakeepJson,
  linkwardenJson,
  pinboardJson,
  goodLinksJson,
  evernoteEnex,
  netscapeHtml,
  markdown,
  savedPages,
  urlCsv,
  urlList,
];
