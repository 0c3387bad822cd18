// Highlights as Omnivore's exporter writes them: blocks with an empty line between, a quote behind `>`, then perhaps its labels, then
// perhaps a note. Bare text before any quote is a note on the article. There are no offsets and no colours.
import type { FoundHighlight, FoundItem } from './found-item.ts';

/** `#research #to do`: nothing but labels, which may hold spaces. A heading has a space behind its mark. */
const LABELS = /^#\S[^#\n]*(?:#\S[^#\n]*)*$/;

export function readOmnivoreHighlights(source: string): Pick<FoundItem, 'note' | 'highlights'> {
  const highlights: { quote: string; notes: string[] }[] = [];
  const notes: string[] = [];
  const blocks = source.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/);
  /** A quote of several paragraphs has the mark on its empty lines as well, so it is one block. */
  for (const block of blocks) {
    const text = block.trim();
    if (text === '') continue;
    const current = highlights.at(-1);
    if (text.startsWith('>')) {
      const quote = text.replace(/^> ?/gm, '').trim();
      if (quote !== '') highlights.push({ quote, notes: [] });
    } else if (!current) notes.push(text);
    // A highlight here has no labels: they stay with it as the first line of its note.
    else current.notes.push(LABELS.test(text) ? text.replace(/\s+/g, ' ') : text);
  }
  return {
    note: notes.join('\n\n') || null,
    highlights: highlights.map(
      ({ quote, notes: own }): FoundHighlight => ({
        quote,
        note: own.join('\n\n') || null,
        colour: null,
        createdAt: null,
      }),
    ),
  };
}
