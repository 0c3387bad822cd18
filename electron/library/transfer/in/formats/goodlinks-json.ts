// GoodLinks' list: times in seconds with fractions, an address of its own for what was saved under another.
import { utf8Of } from '../../source/entry-text.ts';
import { emptyItem } from '../found-item.ts';
import { jsonElements } from '../json/json-elements.ts';
import { fromElement, hasAll, isYes, jsonFormat, momentOf, textsOf } from '../json/json-format.ts';
import { readSaved } from '../read-moment.ts';
import { someText, titleUnless } from '../some-text.ts';
import { toFound } from '../to-found.ts';

export const goodLinksJson = jsonFormat({
  id: 'goodlinks-json',
  isOne: (head) => head.isArray && hasAll(head, 'url', 'addedAt'),
  async *read(entry, signal) {
    for await (const element of jsonElements(utf8Of(entry, signal), { path: [] })) {
      yield fromElement(entry, element, (fields, place) => {
        const url = someText(fields.url) ?? someText(fields.originalURL);
        return toFound(place, {
          ...emptyItem,
          url,
          title: titleUnless(someText(fields.title) ?? '', url ?? ''),
          excerpt: someText(fields.summary),
          savedAt: readSaved(momentOf(fields.addedAt)),
          starred: isYes(fields.starred),
          tags: textsOf(fields.tags),
        });
      });
    }
  },
});
