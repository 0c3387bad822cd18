// Linkwarden's export: its user with all collections, each with its links. What it says of the user is not looked at.
import { utf8Of } from '../../source/entry-text.ts';
import type { SourceEntry } from '../../source/source.ts';
import { type Folder, folderPath } from '../folder-path.ts';
import { emptyItem, type FoundContent, type FoundItem } from '../found-item.ts';
import { jsonElements } from '../json/json-elements.ts';
import {
  type Fields,
  fieldsOf,
  fromElement,
  hasAll,
  jsonFormat,
  listOf,
  momentOf,
  textsOf,
} from '../json/json-format.ts';
import { readMoment, readSaved } from '../read-moment.ts';
import { someText, titleUnless } from '../some-text.ts';

/** Where it puts what was put nowhere. */
const NOWHERE = 'Unorganized';

export const linkwardenJson = jsonFormat({
  id: 'linkwarden-json',
  isOne: (head) =>
    !head.isArray &&
    hasAll(head, 'collections') &&
    (hasAll(head, 'links') || hasAll(head, 'username')),
  async *read(entry, signal) {
    const collections = await readCollections(entry, signal);
    const pinned = await readPinned(entry, signal);
    let count = 0;
    const path = ['collections', '*', 'links'];
    for await (const element of jsonElements(utf8Of(entry, signal), { path })) {
      // Numbered through all collections: nobody counts them one by one.
      yield fromElement(entry, { ...element, at: ++count }, (fields, place) => {
        const shelf = collections.order[element.within[0] ?? -1];
        const path = shelf === undefined ? null : folderPath(collections.byId, shelf);
        return {
          item: {
            ...itemOf(fields, place),
            starred: pinned.has(idOf(fields.id) ?? ''),
            collections: path && !(path.length === 1 && path[0] === NOWHERE) ? [path] : [],
          },
        };
      });
    }
  },
});

function itemOf(fields: Fields, place: string): FoundItem {
  const url = someText(fields.url);
  const text = someText(fields.textContent);
  return {
    ...emptyItem,
    place,
    url,
    title: titleUnless(someText(fields.name) ?? '', url ?? ''),
    // What was imported there keeps the day on which it was first saved.
    savedAt: readMoment(momentOf(fields.importDate)) ?? readSaved(momentOf(fields.createdAt)),
    tags: listOf(fields.tags).flatMap((tag) => textsOf(fieldsOf(tag)?.name ?? tag)),
    note: someText(fields.description),
    content: text === null ? null : textOf(text),
  };
}

interface Collections {
  readonly byId: ReadonlyMap<string, Folder>;
  /** The ids, as the collections stand in the file. */
  readonly order: readonly (string | undefined)[];
}

async function readCollections(entry: SourceEntry, signal: AbortSignal): Promise<Collections> {
  const byId = new Map<string, Folder>();
  const order: (string | undefined)[] = [];
  const shelves = jsonElements(utf8Of(entry, signal), { path: ['collections'], shallow: true });
  for await (const element of shelves) {
    // What is wrong with the file is said when its links are read.
    const fields = 'value' in element ? fieldsOf(element.value) : null;
    const [id, name] = [idOf(fields?.id), someText(fields?.name)];
    order.push(id ?? undefined);
    if (id !== null && name !== null) byId.set(id, { name, parent: idOf(fields?.parentId) });
  }
  return { byId, order };
}

async function readPinned(entry: SourceEntry, signal: AbortSignal): Promise<Set<string>> {
  const pinned = new Set<string>();
  for await (const element of jsonElements(utf8Of(entry, signal), { path: ['pinnedLinks'] })) {
    const id = 'value' in element ? idOf(fieldsOf(element.value)?.id) : null;
    if (id !== null) pinned.add(id);
  }
  return pinned;
}

/** Numbers there. */
const idOf = (value: unknown): string | null =>
  typeof value === 'number' ? String(value) : someText(value);

/** What it read of a page, without any markup. */
const textOf = (text: string): FoundContent => ({
  kind: 'text',
  name: null,
  open: async () => ({ bytes: new TextEncoder().encode(text), companions: null }),
});
