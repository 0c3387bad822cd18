// Where in the app one is, as the route says it: a list of articles, and perhaps one of them open.
import { useMemo } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import type { ListName } from '#contract/types/article.ts';
import type { CollectionUid } from '#contract/types/collection.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { ImportUid } from '#contract/types/import.ts';

export type Shelf =
  | { readonly kind: 'list'; readonly name: ListName }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'collection'; readonly uid: CollectionUid }
  | { readonly kind: 'search'; readonly text: string }
  | PageShelf;

/** Shelves with a page of their own, rather than a list of articles. */
const pages = [
  // What one could read now.
  'home',
  // The highlights of the whole library.
  'highlights',
  // Pages that are linked to and not saved.
  'wanted',
  // All tags, to be put in order.
  'tags',
  // What was done, step by step.
  'history',
  // What takes room, and backups.
  'storage',
  // What can be chosen.
  'settings',
  // What was asked of the network.
  'network',
  // Where articles come in and go out.
  'import',
  // What this is, and what it is made of.
  'about',
] as const;
export type PageShelf =
  | { readonly kind: (typeof pages)[number] }
  /** What became of one import. */
  | { readonly kind: 'imported'; readonly uid: ImportUid };

const isPage = (kind: string): kind is (typeof pages)[number] =>
  pages.some((page) => page === kind);
export const isPageShelf = (shelf: Shelf): shelf is PageShelf =>
  isPage(shelf.kind) || shelf.kind === 'imported';

/** A shelf that holds articles of its own, rather than what was found in them. */
export type ArticleShelf = Extract<Shelf, { kind: 'list' | 'tag' | 'collection' }>;

export const isArticleShelf = (shelf: Shelf): shelf is ArticleShelf =>
  shelf.kind === 'list' || shelf.kind === 'tag' || shelf.kind === 'collection';

export interface Place {
  readonly shelf: Shelf;
  readonly article: ArticleUid | null;
}

/** In the order of the sidebar. */
export const shelfNames = [
  'inbox',
  'reading',
  'finished',
  'starred',
  'archived',
  'all',
  'trash',
] as const satisfies readonly ListName[];

const START: Place = { shelf: { kind: 'list', name: 'inbox' }, article: null };
const UID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Where the window opens. */
export const placeNow = (): Place => parsePlace(location.hash.replace(/^#/, ''));

/** `/inbox`, `/inbox/UID`, `/tag/NAME/UID`, `/collection/UID/UID`, `/imported/UID/UID`, `/search/TEXT/UID`, `/home/UID` and so for every page. Anything else is the start. */
export function parsePlace(path: string): Place {
  const [head = '', ...rest] = path.split('/').filter(Boolean).map(decode);
  if (head === 'tag' || head === 'search') {
    const [word, uid] = rest;
    if (word === undefined) return START;
    const shelf: Shelf =
      head === 'tag' ? { kind: 'tag', name: word } : { kind: 'search', text: word };
    return { shelf, article: asUid(uid) };
  }
  if (head === 'collection' || head === 'imported') {
    const [of = '', uid] = rest;
    if (!UID.test(of)) return START;
    const shelf: Shelf =
      head === 'collection'
        ? { kind: 'collection', uid: of as CollectionUid }
        : { kind: 'imported', uid: of as ImportUid };
    return { shelf, article: asUid(uid) };
  }
  if (isPage(head)) return { shelf: { kind: head }, article: asUid(rest[0]) };
  const name = shelfNames.find((one) => one === head);
  return name ? { shelf: { kind: 'list', name }, article: asUid(rest[0]) } : START;
}

export function pathTo({ shelf, article }: Place): string {
  const end = article ? `/${article}` : '';
  switch (shelf.kind) {
    case 'list':
      return `/${shelf.name}${end}`;
    case 'tag':
      return `/tag/${encodeURIComponent(shelf.name)}${end}`;
    case 'collection':
    case 'imported':
      return `/${shelf.kind}/${shelf.uid}${end}`;
    case 'search':
      return `/search/${encodeURIComponent(shelf.text)}${end}`;
    default:
      return `/${shelf.kind}${end}`;
  }
}

/** For `href` of a link to a shelf. */
export const hrefTo = (shelf: Shelf): string => `#${pathTo({ shelf, article: null })}`;

/** An article among all that there are. */
export const hrefToArticle = (article: ArticleUid): string =>
  `#${pathTo({ shelf: { kind: 'list', name: 'all' }, article })}`;

export interface Navigation {
  readonly place: Place;
  /** `replace` leaves no step behind for the Back key, as while typing a search. */
  go(place: Place, options?: { replace?: boolean }): void;
}

export function useNavigation(): Navigation {
  const [path, navigate] = useHashLocation();
  return useMemo(
    () => ({
      place: parsePlace(path),
      go: (place, options) => navigate(pathTo(place), options),
    }),
    [path, navigate],
  );
}

const asUid = (text: string | undefined) =>
  text !== undefined && UID.test(text) ? (text as ArticleUid) : null;

/** A route may have been typed by hand: what is no proper encoding is taken as it stands. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
