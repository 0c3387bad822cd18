// One sample of each format, in the order of the list.
import { evernoteEnexSample } from './evernote-enex.ts';
import { goodLinksJsonSample } from './goodlinks-json.ts';
import { instapaperCsvSample } from './instapaper-csv.ts';
import { karakeepJsonSample } from './karakeep-json.ts';
import { lecternSample } from './lectern.ts';
import { linkwardenJsonSample } from './linkwarden-json.ts';
import { markdownSample } from './markdown.ts';
import { matterCsvSample } from './matter-csv.ts';
import { mymindCsvSample } from './mymind-csv.ts';
import { netscapeHtmlSample } from './netscape-html.ts';
import { omnivoreSample } from './omnivore.ts';
import { omnivoreCsvSample } from './omnivore-csv.ts';
import { pinboardJsonSample } from './pinboard-json.ts';
import { pocketCsvSample } from './pocket-csv.ts';
import { pocketHtmlSample } from './pocket-html.ts';
import { raindropCsvSample } from './raindrop-csv.ts';
import { readeckCsvSample } from './readeck-csv.ts';
import { readwiseHighlightsCsvSample } from './readwise-highlights-csv.ts';
import { readwiseReaderCsvSample } from './readwise-reader-csv.ts';
import type { Sample } from './sample.ts';
import { savedPagesSample } from './saved-pages.ts';
import { urlCsvSample } from './url-csv.ts';
import { urlListSample } from './url-list.ts';
import { wallabagCsvSample } from './wallabag-csv.ts';
import { wallabagJsonSample } from './wallabag-json.ts';

export const samples: readonly Sample[] = [
  lecternSample,
  pocketCsvSample,
  pocketHtmlSample,
  instapaperCsvSample,
  omnivoreSample,
  omnivoreCsvSample,
  raindropCsvSample,
  readwiseReaderCsvSample,
  readwiseHighlightsCsvSample,
  matterCsvSample,
  wallabagJsonSample,
  wallabagCsvSample,
  readeckCsvSample,
  mymindCsvSample,
  karakeepJsonSample,
  linkwardenJsonSample,
  pinboardJsonSample,
  goodLinksJsonSample,
  evernoteEnexSample,
  netscapeHtmlSample,
  markdownSample,
  savedPagesSample,
  urlCsvSample,
  urlListSample,
];
