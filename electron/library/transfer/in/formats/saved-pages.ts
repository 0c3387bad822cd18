// A folder or zip of saved pages, in all forms that clipping knows, with the files that a browser saved beside them. One page alone is
// told as clipping tells it.
import { LibraryError } from '#contract/errors.ts';
import { type FileAmong, pagesAmong } from '#contract/pages-among.ts';
import { detectKind, type PageKind } from '../../../clip/page/detect-kind.ts';
import { unescapeHtml } from '../../escape-html.ts';
import { AWAITS_MARK, LIST_MARK } from '../../exact/export-files.ts';
import { headText } from '../../source/entry-text.ts';
import type { Source, SourceEntry } from '../../source/source.ts';
import { fileContent } from '../file-content.ts';
import type { ImportFormat } from '../format.ts';
import { emptyItem, type FoundContent } from '../found-item.ts';
import { addressSavedFrom } from '../saved-from.ts';

/** What others export beside the texts of articles, which then are none of their own. */
const LIST_NAME = /\.(?:csv|tsv|json|jsonl|ndjson|enex|opml|xml|rdf)$/i;
/** Texts are saved pages where they lie among pages; a folder of notes is none. */
const TEXT_NAME = /\.(?:md|markdown|txt|text)$/i;

/** Of our own exports. */
const LIST_NAMED = /(?:^|\/)index\.html$/;

interface Page {
  readonly entry: SourceEntry;
  readonly kind: FoundContent['kind'];
  readonly companions: readonly FileOf[];
  /** Of several pages, opened where this one asks for them. One list for all of them. */
  readonly nearby: readonly FileOf[];
}

interface FileOf {
  readonly entry: SourceEntry;
  readonly at: string;
}

export const savedPages: ImportFormat = {
  id: 'saved-pages',
  async recognise(source) {
    const pages = await pagesOf(source);
    if (pages.length === 0) return 'no';
    const texts = pages.filter(({ entry }) => TEXT_NAME.test(entry.path)).length;
    // Notes are read as such by whoever knows their facts and links.
    if (texts === pages.length) return 'else';
    const isCollection = pages.length > 1 || pages.some(({ companions }) => companions.length > 0);
    const areMostPages = texts * 2 <= pages.length;
    const hasList = source.entries.some(({ path }) => LIST_NAME.test(path));
    return isCollection && areMostPages && !hasList ? 'surely' : 'maybe';
  },
  async *read(source) {
    const pages = new Map((await pagesOf(source)).map((page) => [page.entry, page]));
    const lists = new Set([...pages.values()].flatMap((page) => [page.companions, page.nearby]));
    const owned = [...lists].flat();
    const beside = new Set(owned.map(({ entry }) => entry));
    for (const entry of source.entries) {
      const page = pages.get(entry);
      if (page) {
        const head = page.kind === 'page' ? await headText(entry) : '';
        if (LIST_NAMED.test(entry.path) && head.includes(LIST_MARK)) {
          yield { place: entry.path, ignored: 'Lists of pages, which are none themselves.' };
          continue;
        }
        const url = addressSavedFrom(head);
        const awaits = head.includes(AWAITS_MARK);
        const title = awaits ? titleIn(head) : null;
        const content = awaits
          ? null
          : fileContent(entry, page.kind, [...page.companions, ...page.nearby]);
        yield { item: { ...emptyItem, place: entry.path, url, title, content } };
      } else if (!beside.has(entry)) {
        yield { place: entry.path, ignored: 'Files that are no pages and belong to none.' };
      }
    }
  },
};

/** As our own pages have it. */
const titleIn = (head: string): string =>
  unescapeHtml(/<title>([^<]*)<\/title>/.exec(head)?.[1] ?? '');

async function pagesOf(source: Source): Promise<Page[]> {
  const [alone] = source.entries;
  if (source.entries.length === 1 && alone) {
    if (LIST_NAME.test(alone.path)) return [];
    const kind = await kindOf(alone);
    return kind === null ? [] : [{ entry: alone, kind, companions: [], nearby: [] }];
  }
  const byPath = new Map(source.entries.map((entry) => [entry.path, entry]));
  const known = new Map<readonly FileAmong[], readonly FileOf[]>();
  const filesOf = (among: readonly FileAmong[]): readonly FileOf[] => {
    const files =
      known.get(among) ??
      among.flatMap(({ path, at }) => {
        const entry = byPath.get(path);
        return entry ? [{ entry, at }] : [];
      });
    known.set(among, files);
    return files;
  };
  return pagesAmong([...byPath.keys()]).flatMap(({ path, companions, nearby }) => {
    const entry = byPath.get(path);
    if (!entry) return [];
    const kind = kindByName(path);
    return [{ entry, kind, companions: filesOf(companions), nearby: filesOf(nearby) }];
  });
}

/** @returns null for what is no page by its first bytes, and for a text that is not called one */
async function kindOf(entry: SourceEntry): Promise<FoundContent['kind'] | null> {
  const bytes = new Uint8Array(await entry.head());
  try {
    const input = { bytes, kind: 'auto', charset: null, url: null, name: entry.path } as const;
    const kind = detectKind(input);
    return kind === 'text' && !TEXT_NAME.test(entry.path) ? null : contentKinds[kind];
  } catch (error) {
    if (error instanceof LibraryError) return null;
    throw error;
  }
}

const contentKinds: Readonly<Record<PageKind, FoundContent['kind']>> = {
  html: 'page',
  mhtml: 'page',
  webarchive: 'page',
  packed: 'page',
  text: 'text',
  markdown: 'markdown',
  pdf: 'pdf',
};

function kindByName(path: string): FoundContent['kind'] {
  if (/\.pdf$/i.test(path)) return 'pdf';
  if (/\.(?:md|markdown)$/i.test(path)) return 'markdown';
  return TEXT_NAME.test(path) ? 'text' : 'page';
}
