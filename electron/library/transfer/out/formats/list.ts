// THE table of formats in which articles go out.
import type { ExportFormat } from '#contract/types/export.ts';
import type { FormatWriter } from '../export-format.ts';
import { bookmarks } from './bookmarks.ts';
import { csv } from './csv.ts';
import { epub } from './epub.ts';
import { full } from './full.ts';
import { html } from './html.ts';
import { htmlOne } from './html-one.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';

export const formatWriters: Readonly<Record<ExportFormat, FormatWriter>> = {
  bookmarks,
  csv,
  epub,
  full,
  html,
  'html-one': htmlOne,
  json,
  markdown,
};
