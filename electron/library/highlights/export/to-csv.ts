// Highlights as a table for a spreadsheet (RFC 4180).
import type { HighlightEntry } from '#contract/types/highlight.ts';

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
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** What begins like a formula is run as one by spreadsheets, whoever wrote it: an apostrophe makes it text. */
function cell(text: string): string {
  const safe = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(text)
    ? `'${text}`
    : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
