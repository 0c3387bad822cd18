// The window's own title, for task bars and tabs.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shelf } from '../lib/place.ts';
import { useCollections } from '../lib/queries.ts';

/** @returns what the shelf is called */
export function useTitle(article: string | undefined, shelf: Shelf): string {
  const { t } = useTranslation();
  const { data: collections } = useCollections();
  const name = nameOf();
  useEffect(() => {
    document.title = t('app.titleOf', { what: article || name });
  }, [t, article, name]);
  return name;

  function nameOf(): string {
    switch (shelf.kind) {
      case 'list':
        return t(`shelves.${shelf.name}`);
      case 'tag':
        return shelf.name;
      case 'collection':
        return collections?.find(({ uid }) => uid === shelf.uid)?.name ?? t('collections.heading');
      case 'search':
        return shelf.text;
      case 'imported':
        return t('shelves.import');
      default:
        return t(`shelves.${shelf.kind}`);
    }
  }
}
