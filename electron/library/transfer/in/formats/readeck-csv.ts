// The table of addresses that Readeck takes in, and that programs make for it.
import { emptyItem } from '../found-item.ts';
import { ofFolder } from '../of-folder.ts';
import { readList } from '../read-list.ts';
import { readSaved } from '../read-moment.ts';
import { someText, titleUnless } from '../some-text.ts';
import { tableFormat } from '../table/table-format.ts';

export const readeckCsv = tableFormat({
  id: 'readeck-csv',
  columns: {
    needed: ['url', 'labels', 'created|folder'],
    telling: ['url', 'title', 'created', 'folder', 'labels'],
  },
  item(cells) {
    const url = cells('url');
    return {
      ...emptyItem,
      ...ofFolder(cells('folder')),
      url: someText(url),
      title: titleUnless(cells('title'), url),
      savedAt: readSaved(cells('created')),
      tags: readList(cells('labels')),
    };
  },
});
