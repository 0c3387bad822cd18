// A row of a table for spreadsheets (RFC 4180), in which foreign words stay words.

export const csvRow = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** What begins like a formula is run as one by spreadsheets, whoever wrote it: an apostrophe makes it text. */
function cell(text: string): string {
  const safe = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(text)
    ? `'${text}`
    : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
