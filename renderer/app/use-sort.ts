// In which order lists stand: one order for all of them, another for collections, which have one made by hand.
import { useState } from 'react';
import type { ArticleSort } from '#contract/types/article.ts';
import type { Shelf } from '../lib/place.ts';
import { recall, remember } from '../lib/view-memory.ts';

const sorts: readonly ArticleSort[] = ['newest', 'oldest', 'title'];

export function useSort(shelf: Shelf): readonly [ArticleSort, (next: ArticleSort) => void] {
  const [ofLists, setOfLists] = useState(sortOfLists);
  const [ofCollections, setOfCollections] = useState(sortOfCollections);
  const isCollection = shelf.kind === 'collection';
  return [
    isCollection ? ofCollections : ofLists,
    (next) => {
      remember(isCollection ? 'collection-sort' : 'sort', next);
      if (isCollection) setOfCollections(next);
      else setOfLists(next);
    },
  ];
}

/** As it was left. */
export const keptSort = (shelf: Shelf): ArticleSort =>
  shelf.kind === 'collection' ? sortOfCollections() : sortOfLists();

const sortOfLists = () => asSort(recall('sort')) ?? 'newest';
const sortOfCollections = () => asSort(recall('collection-sort')) ?? 'by-hand';
const asSort = (text: string | null): ArticleSort | undefined =>
  sorts.find((sort) => sort === text);
