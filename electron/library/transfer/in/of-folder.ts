// The one folder of an article in the tables of Instapaper, and of those made for Readeck.
import type { FoundItem } from './found-item.ts';

/** An article is in one of these only: a starred one does not say which other folder it was in. */
export function ofFolder(
  folder: string,
): Pick<FoundItem, 'status' | 'archived' | 'starred' | 'collections'> {
  const [isUnread, isArchived, isStarred] = ['unread', 'archive', 'starred'].map(
    (name) => folder.toLowerCase() === name,
  );
  const isOwn = folder !== '' && !isUnread && !isArchived && !isStarred;
  return {
    status: isUnread ? 'unread' : null,
    archived: isArchived === true,
    starred: isStarred === true,
    collections: isOwn ? [[folder]] : [],
  };
}
