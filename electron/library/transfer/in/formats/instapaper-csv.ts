// Instapaper's table; older files end with the column Folder. The newest comes first.
import { emptyItem } from '../found-item.ts';
import { ofFolder } from '../of-folder.ts';
import { readList } from '../read-list.ts';
import { readSaved } from '../read-moment.ts';
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
      savedAt: readSaved(cells('timestamp')),
      tags: readList(cells('tags')),
      note: someText(cells('selection')),
    };
  },
});
