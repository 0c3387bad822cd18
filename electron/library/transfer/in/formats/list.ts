// THE table of formats that can be imported. A new one is one file here and one fixture in tests/support/transfer/.
import type { ImportFormat } from '../format.ts';
import { evernoteEnex } from './evernote-enex.ts';
import { karakeepJson } from './karakeep-json.ts';
import { linkwardenJson } from './linkwarden-json.ts';
import { markdown } from './markdown.ts';
import { omnivore } from './omnivore.ts';
import { pinboardJson } from './pinboard-json.ts';
import { pocketCsv } from './pocket-csv.ts';
import { savedPages } from './saved-pages.ts';
import { wallabagJson } from './wallabag-json.ts';

export const formats: readonly ImportFormat[] = [
  pocketCsv,
  evernoteEnex,
  karakeepJson,
  linkwardenJson,
  omnivore,
  pinboardJson,
  wallabagJson,
  markdown,
  savedPages,
];
