// Cuts texts to a length without breaking words or characters.

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * At most `limit` UTF-16 units, cut after a word where one ends in the last third, else between graphemes; an
 * ellipsis tells of the cut.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = limit - 1;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + 64))) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  const part = text.slice(0, end);
  const wordEnd = part.search(/\s+\S*$/);
  const kept = /\s/.test(text[end] ?? ' ') || wordEnd < end * 0.67 ? part : part.slice(0, wordEnd);
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`;
}
