// One sample of each format in the list.

import { evernoteEnexSample } from './evernote-enex.ts';
import { karakeepJsonSample } from './karakeep-json.ts';
import { linkwardenJsonSample } from './linkwarden-json.ts';
import { markdownSample } from './markdown.ts';
import { omnivoreSample } from './omnivore.ts';
import { pinboardJsonSample } from './pinboard-json.ts';
import { pocketCsvSample } from './pocket-csv.ts';
import type { Sample } from './sample.ts';
import { savedPagesSample } from './saved-pages.ts';
import { wallabagJsonSample } from './wallabag-json.ts';

export const samples: readonly Sample[] = [
  pocketCsvSample,
  evernoteEnexSample,
  karakeepJsonSample,
  linkwardenJsonSample,
  omnivoreSample,
  pinboardJsonSample,
  wallabagJsonSample,
  markdownSample,
  savedPagesSample,
];
