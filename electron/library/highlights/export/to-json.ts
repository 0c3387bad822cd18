// Highlights as JSON: everything that is known of each.
import type { HighlightEntry } from '#contract/types/highlight.ts';

export function toJson(entries: readonly HighlightEntry[]): string {
  const plain = entries.map(({ article, createdAt, updatedAt, ...highlight }) => ({
    uid: highlight.uid,
    quote: highlight.quote,
    note: highlight.note,
    colour: highlight.colour,
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    anchor: { prefix: highlight.prefix, suffix: highlight.suffix, range: highlight.range },
    article,
  }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}
