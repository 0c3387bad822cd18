// Lectern's own full export, as a folder or a zip: articles come back as they were. Whoever wrote the files is not known, so that
// everything in them is looked at like anybody else's.
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import { MAX_FILE_BYTES } from '../../../clip/limits.ts';
import { assetPathIn } from '../../exact/asset-path-in.ts';
import { damagedFiles } from '../../exact/check-sums.ts';
import { ExactArticle } from '../../exact/exact-article.ts';
import { ExactShared } from '../../exact/exact-shared.ts';
import type { ExactSource } from '../../exact/exact-source.ts';
import { ARTICLES, FORMAT, MANIFEST, SHARED, VERSION } from '../../exact/export-files.ts';
import { headText } from '../../source/entry-text.ts';
import { linesOf } from '../../source/lines-of.ts';
import type { Source, SourceEntry } from '../../source/source.ts';
import type { ImportFormat } from '../format.ts';
import { problemOf } from '../found-in.ts';
import type { Found, FoundContent, FoundItem } from '../found-item.ts';

/** Tags and saved searches of a long life. */
const MAX_SHARED_BYTES = 64 * 1024 * 1024;

export const lectern: ImportFormat = {
  id: 'lectern',

  async recognise(source) {
    return (await findExport(source)) ? 'surely' : 'no';
  },

  async shared(source, signal) {
    const files = await findExport(source);
    const read = files && (await readShared(files, signal));
    // What is wrong with it is said where articles are read, and costs none of them.
    return read && !('problem' in read) ? read : NOTHING_SHARED;
  },

  async *read(source, signal) {
    const files = await findExport(source);
    if (!files) {
      // Without a word it would be taken for a library without articles.
      yield { place: source.name, problem: noExport };
      return;
    }
    await refuseNewer(files);
    const manifest = files.at(MANIFEST);
    if (manifest) yield* damagedFiles(manifest, files.at, signal);
    const shared = await readShared(files, signal);
    if ('problem' in shared) yield shared;
    const entry = files.at(ARTICLES);
    if (!entry) {
      yield { place: ARTICLES, problem: damaged('It is not in this export.') };
      return;
    }
    const names = namesOf('problem' in shared ? NOTHING_SHARED : shared);
    const exactSource: ExactSource = {
      file: async (name, its) =>
        (await files.at(assetPathIn(name))?.bytes(MAX_FILE_BYTES, its)) ?? null,
    };
    for await (const { number, text } of linesOf(entry, signal)) {
      if (text.trim() === '') continue;
      yield foundIn(`${ARTICLES}, line ${number}`, text, names, exactSource);
    }
  },
};

const noExport: Problem = {
  code: 'unsupported_type',
  message: 'This is no full export of Lectern.',
};

const NOTHING_SHARED: ExactShared = {
  tags: [],
  collections: [],
  savedSearches: [],
  settings: {},
  jobs: [],
};

interface ExportFiles {
  /** By its path from where the manifest lies. */
  at(path: string): SourceEntry | undefined;
}

/** How a line of articles begins. */
const LINE = /^\ufeff?\s*\{"article":\{"uid":"/;

/** The folder may have been packed as a whole, so that everything lies in it; or the articles alone were handed over. */
async function findExport({ entries }: Source): Promise<ExportFiles | null> {
  const [only, ...others] = entries;
  if (only && others.length === 0) {
    const isList = LINE.test(await headText(only));
    return isList ? { at: (path) => (path === ARTICLES ? only : undefined) } : null;
  }
  for (const entry of entries) {
    if (!/^(?:[^/]+\/)?manifest\.json$/.test(entry.path)) continue;
    if (!(await headText(entry)).includes(`"format": "${FORMAT}"`)) continue;
    const root = entry.path.slice(0, -MANIFEST.length);
    const byPath = new Map(entries.map((one) => [one.path, one]));
    return { at: (path) => byPath.get(root + path) };
  }
  return null;
}

/** @throws LibraryError library_too_new */
async function refuseNewer(files: ExportFiles): Promise<void> {
  const manifest = files.at(MANIFEST);
  const version = manifest && /"version": (\d{1,9})/.exec(await headText(manifest))?.[1];
  if (version === undefined || Number(version) <= VERSION) return;
  throw new LibraryError(
    'library_too_new',
    'A newer Lectern has made this export. Bring this one up to date to take it in.',
  );
}

/** @throws LibraryError cancelled */
async function readShared(
  files: ExportFiles,
  signal: AbortSignal,
): Promise<ExactShared | { readonly place: string; readonly problem: Problem }> {
  const entry = files.at(SHARED);
  if (!entry) return NOTHING_SHARED;
  try {
    const bytes = await entry.bytes(MAX_SHARED_BYTES, signal);
    const parsed = ExactShared.safeParse(parseJson(Buffer.from(bytes).toString('utf8')));
    return parsed.success
      ? parsed.data
      : { place: SHARED, problem: damaged(`It is damaged: ${whyNot(parsed.error)}`) };
  } catch (error) {
    return { place: SHARED, problem: problemOf(error) };
  }
}

const damaged = (message: string): Problem => ({ code: 'invalid_input', message });

function foundIn(place: string, text: string, names: Names, source: ExactSource): Found {
  const value = parseJson(text);
  const parsed = ExactArticle.safeParse(value);
  if (!parsed.success) {
    const why = value === undefined ? 'it is cut off.' : whyNot(parsed.error);
    return { place, problem: damaged(`This line is damaged: ${why}`) };
  }
  return { item: itemOf(place, parsed.data, names, source) };
}

/** What it says of an article that the library has already: that is joined like any other. */
function itemOf(place: string, exact: ExactArticle, names: Names, source: ExactSource): FoundItem {
  const { article, note } = exact;
  return {
    place,
    url: article.canonical_url ?? article.source_url,
    title: article.title,
    author: article.author,
    siteName: article.site_name,
    lang: article.lang,
    excerpt: article.excerpt,
    publishedAt: article.published_at,
    savedAt: article.saved_at,
    status: article.reading_status,
    progress: article.progress,
    archived: article.archived_at !== null,
    starred: article.starred_at !== null,
    tags: exact.tags.flatMap((uid) => names.tags.get(uid) ?? []),
    collections: exact.collections.flatMap(({ uid }) => {
      const path = names.collections.get(uid);
      return path ? [path] : [];
    }),
    note: note?.markdown ?? null,
    highlights: exact.highlights.map(({ quote, note: own, colour, created_at }) => ({
      quote,
      note: own === '' ? null : own,
      colour,
      createdAt: created_at,
    })),
    content: contentOf(exact, source),
    exact: { article: exact, source },
  };
}

/** For an article that is here and awaits its text: the page that this one shows. */
function contentOf({ content, snapshots }: ExactArticle, source: ExactSource): FoundContent | null {
  const shown = snapshots.find(({ uid }) => uid === content?.snapshot);
  if (!shown) return null;
  const kind = shown.whole ? 'body' : shown.kind === 'html' ? 'page' : shown.kind;
  return {
    kind,
    name: shown.file_name,
    async open(signal) {
      const bytes = await source.file(shown.asset_name, signal);
      if (bytes) return { bytes, companions: null };
      throw new LibraryError('not_found', 'The page of this article is not in the export.');
    },
  };
}

interface Names {
  readonly tags: ReadonlyMap<string, string>;
  readonly collections: ReadonlyMap<string, readonly string[]>;
}

function namesOf(shared: ExactShared): Names {
  const collections = new Map<string, readonly string[]>();
  for (const { uid, name, parent } of shared.collections) {
    collections.set(uid, [...((parent !== null && collections.get(parent)) || []), name]);
  }
  return { tags: new Map(shared.tags.map(({ uid, name }) => [uid, name])), collections };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

const whyNot = ({ issues: [issue] }: { issues: { path: PropertyKey[]; message: string }[] }) =>
  `${issue?.path.map(String).join('.') || 'it'}: ${issue?.message ?? 'invalid'}`;
