// A highlight as a part of a note in Markdown: its words as a quotation, and what the reader wrote of them below.
import { markdownText } from './markdown-text.ts';

export function quoteAsNote({
  quote,
  note,
}: {
  readonly quote: string;
  readonly note: string;
}): string {
  return [blockquote(quote), note.trim()].filter((part) => part !== '').join('\n\n');
}

/** Every line of it, so that no words of a page can stand outside the quotation. */
export function blockquote(text: string): string {
  return text
    .trim()
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => `> ${markdownText(line.trim())}`.trimEnd())
    .join('\n');
}
