// Highlights as a table for a spreadsheet.
import type { HighlightEntry } from '#contract/types/highlight.ts';
import { csvRow } from '../../csv-row.ts';

const COLUMNS = ['Title', 'Author', 'Site', 'URL', 'Quote', 'Note', 'Colour', 'Date', 'UID'];

export function toCsv(entries: readonly HighlightEntry[]): string {
  const rows = entries.map(({ article, quote, note, colour, createdAt, uid }) => [
    article.title,
    article.author ?? '',
    article.siteName ?? '',
    article.url ?? '',
    quote,
    note,
    colour,
    new Date(createdAt).toISOString(),
    uid,
  ]);
  return [COLUMNS, ...rows].map(csvRow).join('');
}
