// Highlights as quotations with their source, for a text of one's own.
import type { HighlightEntry } from '#contract/types/highlight.ts';

/** “The words” — Author, Title, Site, URL. One paragraph each. */
export function toQuotes(entries: readonly HighlightEntry[]): string {
  return entries.map((entry) => `${quotation(entry)}\n`).join('\n');
}

function quotation({ quote, article }: HighlightEntry): string {
  const { author, title, siteName, url } = article;
  const source = [author, title, siteName, url].map((part) => oneLine(part ?? '')).filter(Boolean);
  return `“${quote.trim()}” — ${source.join(', ')}`;
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
