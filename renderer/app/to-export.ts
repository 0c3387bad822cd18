// What an export is about: what is selected, else the open article, else the whole shelf; on a page, everything.
import type { ArticleSummary } from '#contract/types/article.ts';
import type { Exportable } from '../features/transfer/use-export.ts';
import { asTyped } from '../lib/as-typed.ts';
import { isPageShelf, type PageShelf, type Shelf } from '../lib/place.ts';
import type { Selected } from '../lib/selection.ts';

interface Sight {
  readonly selected?: Selected | null;
  /** The open one. */
  readonly article?: ArticleSummary | null;
  readonly shelf: Shelf;
  readonly shelfName: string;
}

interface ToExport {
  readonly articles: Exportable;
  /** Null where they are but so many. */
  readonly name: string | null;
  readonly count: number;
}

export function toExport({ selected, article, shelf, shelfName }: Sight): ToExport {
  if (selected) return { articles: selected.articles, name: null, count: selected.count };
  if (article) return { articles: { uids: [article.uid] }, name: article.title, count: 1 };
  if (isPageShelf(shelf)) return { articles: 'everything', name: null, count: 0 };
  return { articles: { all: allOf(shelf) }, name: shelfName, count: 0 };
}

function allOf(shelf: Exclude<Shelf, PageShelf>) {
  switch (shelf.kind) {
    case 'list':
      return { list: shelf.name };
    case 'tag':
      return { list: 'all' as const, tag: shelf.name };
    case 'collection':
      return { list: 'all' as const, collection: shelf.uid };
    case 'search':
      return { search: asTyped(shelf.text) };
  }
}
