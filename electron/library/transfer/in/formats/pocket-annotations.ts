// What was highlighted in Pocket, as it lies in the export beside the list: `annotations/part_000000.json`.
import { utf8Of } from '../../source/entry-text.ts';
import type { Source } from '../../source/source.ts';
import { foundIn } from '../found-in.ts';
import { emptyItem, type Found, type FoundHighlight } from '../found-item.ts';
import { jsonElements } from '../json/json-elements.ts';
import { fieldsOf, fromElement, listOf, momentOf } from '../json/json-format.ts';
import { readMoment } from '../read-moment.ts';
import { someText, titleUnless } from '../some-text.ts';
import { toFound } from '../to-found.ts';

export const ANNOTATIONS = /(?:^|\/)annotations\/[^/]+\.json$/i;

/** @throws LibraryError cancelled */
export async function* readAnnotations(source: Source, signal: AbortSignal): AsyncGenerator<Found> {
  for (const entry of source.entries) {
    if (!ANNOTATIONS.test(entry.path)) continue;
    yield* foundIn(entry, async function* () {
      for await (const element of jsonElements(utf8Of(entry, signal), { path: [] })) {
        yield fromElement(entry, element, (fields, place) => {
          const url = someText(fields.url);
          return toFound(place, {
            ...emptyItem,
            url,
            title: titleUnless(someText(fields.title) ?? '', url ?? ''),
            highlights: listOf(fields.highlights).flatMap(toHighlight),
          });
        });
      }
    });
  }
}

function toHighlight(value: unknown): FoundHighlight[] {
  const fields = fieldsOf(value);
  const quote = someText(fields?.quote);
  // The unit is not known for sure: seconds and milliseconds are told apart by their size.
  const createdAt = readMoment(momentOf(fields?.created_at));
  return quote === null ? [] : [{ quote, note: null, colour: null, createdAt }];
}
