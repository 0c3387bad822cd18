// Pinboard's backup: one list, in which `description` is the title and `extended` what the reader wrote.
import { utf8Of } from '../../source/entry-text.ts';
import { emptyItem } from '../found-item.ts';
import { jsonElements } from '../json/json-elements.ts';
import { fromElement, hasAll, isYes, jsonFormat, momentOf } from '../json/json-format.ts';
import { readSaved } from '../read-moment.ts';
import { parts, someText, titleUnless } from '../some-text.ts';

export const pinboardJson = jsonFormat({
  id: 'pinboard-json',
  isOne: (head) => head.isArray && hasAll(head, 'href', 'description', 'extended'),
  async *read(entry, signal) {
    for await (const element of jsonElements(utf8Of(entry, signal), { path: [] })) {
      yield fromElement(entry, element, (fields, place) => {
        const url = someText(fields.href);
        return {
          item: {
            ...emptyItem,
            place,
            url,
            title: titleUnless(someText(fields.description) ?? '', url ?? ''),
            note: someText(fields.extended),
            savedAt: readSaved(momentOf(fields.time)),
            // What is not to be read is a bookmark, read or not.
            status: isYes(fields.toread) ? 'unread' : null,
            tags: parts(someText(fields.tags) ?? '', ' '),
          },
        };
      });
    }
  },
});
