// Karakeep's export: bookmarks, and the lists they are in, which stand behind them and are read first. Smart lists hold a query and no
// articles. Of what was uploaded there, pictures and PDFs, the export has nothing but the name.
import { utf8Of } from '../../source/entry-text.ts';
import type { SourceEntry } from '../../source/source.ts';
import { type Folder, folderPath } from '../folder-path.ts';
import { emptyItem, type FoundContent } from '../found-item.ts';
import { jsonElements } from '../json/json-elements.ts';
import {
  fieldsOf,
  fromElement,
  hasAll,
  isYes,
  jsonFormat,
  momentOf,
  textsOf,
} from '../json/json-format.ts';
import { readSaved } from '../read-moment.ts';
import { someText, titleUnless } from '../some-text.ts';

export const karakeepJson = jsonFormat({
  id: 'karakeep-json',
  isOne: (head) => !head.isArray && hasAll(head, 'bookmarks', 'createdAt', 'content'),
  async *read(entry, signal) {
    const lists = await readLists(entry, signal);
    for await (const element of jsonElements(utf8Of(entry, signal), { path: ['bookmarks'] })) {
      yield fromElement(entry, element, (fields, place) => {
        const content = fieldsOf(fields.content);
        const url = someText(content?.url);
        const text = someText(content?.text);
        if (url === null && text === null) {
          return { place, ignored: 'Uploads, of which the export holds no more than a title.' };
        }
        const isRead = isYes(fields.archived);
        return {
          item: {
            ...emptyItem,
            place,
            url,
            title: titleUnless(someText(fields.title) ?? '', url ?? ''),
            savedAt: readSaved(momentOf(fields.createdAt)),
            status: isRead ? 'finished' : null,
            archived: isRead,
            starred: isYes(fields.favourited),
            tags: textsOf(fields.tags),
            collections: textsOf(fields.lists).flatMap((id) => {
              const path = folderPath(lists, id);
              return path ? [path] : [];
            }),
            note: someText(fields.note),
            content: text === null ? null : markdownOf(text),
          },
        };
      });
    }
  },
});

async function readLists(entry: SourceEntry, signal: AbortSignal): Promise<Map<string, Folder>> {
  const lists = new Map<string, Folder>();
  for await (const element of jsonElements(utf8Of(entry, signal), { path: ['lists'] })) {
    // What is wrong with the file is said when its bookmarks are read.
    const fields = 'value' in element ? fieldsOf(element.value) : null;
    const [id, name] = [someText(fields?.id), someText(fields?.name)];
    if (id !== null && name !== null) lists.set(id, { name, parent: someText(fields?.parentId) });
  }
  return lists;
}

/** Its notes are written in Markdown. */
const markdownOf = (text: string): FoundContent => ({
  kind: 'markdown',
  name: null,
  open: async () => ({ bytes: new TextEncoder().encode(text), companions: null }),
});
