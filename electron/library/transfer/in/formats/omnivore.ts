// Omnivore's export: lists of up to 20 articles in `metadata_0_to_20.json` and so on; by the slug of each its text or PDF in `content/`
// and its highlights in `highlights/`. As its exporter wrote them; its documents say `contents/`.
import type { Problem } from '#contract/types/problem.ts';
import { parseDate } from '../../../clip/page/metadata/parse-date.ts';
import { headText, utf8Of } from '../../source/entry-text.ts';
import type { Source, SourceEntry } from '../../source/source.ts';
import { fileContent } from '../file-content.ts';
import type { ImportFormat } from '../format.ts';
import { foundIn, problemOf } from '../found-in.ts';
import { emptyItem, type Found, type FoundItem } from '../found-item.ts';
import { jsonElements } from '../json/json-elements.ts';
import { type Fields, fieldsOf, fromElement, momentOf, textsOf } from '../json/json-format.ts';
import { readOmnivoreHighlights } from '../omnivore-highlights.ts';
import { readSaved } from '../read-moment.ts';
import { someText, titleUnless } from '../some-text.ts';

const LIST = /(?:^|\/)metadata_\d+_to_\d+\.json$/i;
const BESIDE = /(?:^|\/)(content|highlights)s?\/([^/]+)\.(html?|pdf|md)$/i;
/** All highlights of one article. */
const MAX_HIGHLIGHTS_BYTES = 20 * 1024 * 1024;
/** What it put in place of an address where there was none, as for newsletters. */
const NO_URL = /^https:\/\/omnivore\.app\/no_url\b/;
/** Of a hundred. Nobody scrolls through the last line. */
const READ_THROUGH = 98;

/** By slug. */
interface Beside {
  readonly content: Map<string, SourceEntry>;
  readonly highlights: Map<string, SourceEntry>;
}

export const omnivore: ImportFormat = {
  id: 'omnivore',
  recognise: async (source) => ((await listsOf(source)).length > 0 ? 'surely' : 'no'),
  async *read(source, signal) {
    const beside = filesBeside(source);
    for (const entry of await listsOf(source)) {
      yield* foundIn(entry, () => readList(entry, beside, signal));
    }
    // What no list names, since one is damaged or missing.
    for (const entry of beside.content.values()) {
      yield { item: { ...emptyItem, place: entry.path, content: contentOf(entry) } };
    }
  },
};

/** Takes what it names out of `beside`. */
async function* readList(
  entry: SourceEntry,
  beside: Beside,
  signal: AbortSignal,
): AsyncGenerator<Found> {
  for await (const element of jsonElements(utf8Of(entry, signal), { path: [] })) {
    const slug = 'value' in element ? fieldsOf(element.value)?.slug : null;
    const content = taken(beside.content, slug);
    const marks = taken(beside.highlights, slug);
    const read = marks ? await readMarks(marks, signal) : null;
    if (read && 'problem' in read) yield read;
    const highlights = read && 'problem' in read ? null : read;
    yield fromElement(entry, element, (fields, place) => ({
      item: {
        ...itemOf(fields),
        ...highlights,
        place,
        content: content ? contentOf(content) : null,
      },
    }));
  }
}

/** Where they cannot be read, that is said, and the article is kept all the same. */
async function readMarks(
  entry: SourceEntry,
  signal: AbortSignal,
): Promise<Pick<FoundItem, 'note' | 'highlights'> | { place: string; problem: Problem }> {
  try {
    const bytes = await entry.bytes(MAX_HIGHLIGHTS_BYTES, signal);
    return readOmnivoreHighlights(new TextDecoder().decode(bytes));
  } catch (error) {
    return { place: entry.path, problem: problemOf(error) };
  }
}

function itemOf(fields: Fields): Omit<FoundItem, 'place'> {
  const url = someText(fields.url);
  const percent = typeof fields.readingProgress === 'number' ? fields.readingProgress : 0;
  const progress = Math.min(1, Math.max(0, percent / 100));
  return {
    ...emptyItem,
    url: url === null || NO_URL.test(url) ? null : url,
    title: titleUnless(someText(fields.title) ?? '', url ?? ''),
    author: someText(fields.author),
    excerpt: someText(fields.description),
    publishedAt: parseDate(someText(fields.publishedAt) ?? ''),
    savedAt: readSaved(momentOf(fields.savedAt)),
    status: percent >= READ_THROUGH ? 'finished' : percent > 0 ? 'reading' : 'unread',
    progress,
    archived: /^archived$/i.test(someText(fields.state) ?? ''),
    tags: textsOf(fields.labels),
  };
}

function taken(files: Map<string, SourceEntry>, slug: unknown): SourceEntry | null {
  const key = someText(slug)?.normalize('NFC');
  const entry = key === undefined ? undefined : files.get(key);
  if (key !== undefined) files.delete(key);
  return entry ?? null;
}

const contentOf = (entry: SourceEntry) =>
  fileContent(entry, /\.pdf$/i.test(entry.path) ? 'pdf' : 'body');

/** Many lists of other programs are called so: by what is in them as well. */
async function listsOf(source: Source): Promise<SourceEntry[]> {
  const lists: SourceEntry[] = [];
  for (const entry of source.entries) {
    const isAlone = source.entries.length === 1;
    if (!isAlone && !LIST.test(entry.path)) continue;
    const head = await headText(entry);
    if (/^\ufeff?\s*\[/.test(head) && /"slug"\s*:/.test(head) && /"readingProgress"\s*:/.test(head))
      lists.push(entry);
  }
  return lists;
}

function filesBeside(source: Source): Beside {
  const beside: Beside = { content: new Map(), highlights: new Map() };
  for (const entry of source.entries) {
    const [, kind, slug, ending] = BESIDE.exec(entry.path) ?? [];
    if (kind === undefined || slug === undefined) continue;
    const isOfContent = kind.toLowerCase() === 'content';
    if (isOfContent === (ending?.toLowerCase() === 'md')) continue;
    (isOfContent ? beside.content : beside.highlights).set(slug.normalize('NFC'), entry);
  }
  return beside;
}
