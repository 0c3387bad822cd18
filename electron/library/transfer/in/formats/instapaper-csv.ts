// Instapaper's table; older files end with the column Folder. The newest comes first.
import { emptyItem, type FoundItem } from '../found-item.ts';
import { readList } from '../read-list.ts';
import { readMoment } from '../read-moment.ts';
import { someText, titleUnless } from '../some-text.ts';
import { tableFormat } from '../table/table-format.ts';

export const instapaperCsv = tableFormat({
  id: 'instapaper-csv',
  columns: {
    needed: ['url', 'folder', 'selection|timestamp'],
    telling: ['url', 'title', 'selection', 'folder'],
  },
  item(cells) {
    const url = cells('url');
    return {
      ...emptyItem,
      ...ofFolder(cells('folder')),
      url: someText(url),
      title: titleUnless(cells('title'), url),
      savedAt: readMoment(cells('timestamp')),
      tags: readList(cells('tags')),
      note: someText(cells('selection')),
    };
  },
});

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
