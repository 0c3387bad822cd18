// Raindrop's table of everything, or of one folder, which then has no column for it.
import { emptyItem, type FoundHighlight } from '../found-item.ts';
import { readSaved } from '../read-moment.ts';
import { isTrue, parts, someText, titleUnless } from '../some-text.ts';
import { tableFormat } from '../table/table-format.ts';

export const raindropCsv = tableFormat({
  id: 'raindrop-csv',
  columns: {
    needed: ['url', 'created', 'cover|excerpt|highlights|folder'],
    telling: ['url', 'excerpt', 'created', 'cover', 'highlights'],
  },
  item(cells) {
    const url = cells('url');
    const folders = foldersOf(cells('folder'));
    return {
      ...emptyItem,
      url: someText(url),
      title: titleUnless(cells('title'), url),
      excerpt: someText(cells('excerpt')),
      savedAt: readSaved(cells('created')),
      starred: isTrue(cells('favorite')),
      tags: parts(cells('tags'), ','),
      collections: folders.length > 0 ? [folders] : [],
      note: someText(cells('note')),
      highlights: highlightsOf(cells('highlights')),
    };
  },
});

/** A path. Where slashes stand between spaces, those without are part of a name. */
function foldersOf(folder: string): string[] {
  if (/^unsorted$/i.test(folder)) return [];
  return parts(folder, folder.includes(' / ') ? ' / ' : '/');
}

/**
 * Free text, of which `Highlight:` before each quote is what was seen, and `Note:` is told of. Anything else is one quote as
 * it stands.
 */
function highlightsOf(cell: string): FoundHighlight[] {
  return cell.split(/(?:^|\n)\s*Highlight:/).flatMap((part) => {
    const [words = '', note = ''] = part.split(/\n\s*Note:/);
    const quote = someText(words);
    if (quote === null) return [];
    return [{ quote, note: someText(note), colour: null, createdAt: null }];
  });
}
