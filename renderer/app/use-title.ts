// The window's own title, for task bars and tabs.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shelf } from '../lib/place.ts';
import { useCollections } from '../lib/queries.ts';

export function useTitle(article: string | undefined, shelf: Shelf): void {
  const { t } = useTranslation();
  const { data: collections } = useCollections();
  useEffect(() => {
    document.title = t('app.titleOf', { what: article || nameOf() });

    function nameOf(): string {
      switch (shelf.kind) {
        case 'list':
          return t(`shelves.${shelf.name}`);
        case 'tag':
          return shelf.name;
        case 'collection':
          return (
            collections?.find(({ uid }) => uid === shelf.uid)?.name ?? t('collections.heading')
          );
        case 'search':
          return shelf.text;
        case 'home':
        case 'highlights':
        case 'wanted':
        case 'tags':
        case 'history':
        case 'storage':
          return t(`shelves.${shelf.kind}`);
      }
    }
  }, [t, article, shelf, collections]);
}
