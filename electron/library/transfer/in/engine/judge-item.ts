// What a source says of an article, as far as it can be believed and kept: every word of it is foreign.
import { CollectionName, MAX_COLLECTION_NAME } from '#contract/types/collection.ts';
import { MAX_QUOTE_LENGTH } from '#contract/types/highlight.ts';
import { ArticleUid } from '#contract/types/ids.ts';
import { MAX_NOTE_BYTES } from '#contract/types/note.ts';
import type { Problem } from '#contract/types/problem.ts';
import { TagName } from '#contract/types/tag.ts';
import { MAX_EXCERPT_LENGTH, MAX_NAME_LENGTH, MAX_TITLE_LENGTH } from '../../../clip/limits.ts';
import { parseDate } from '../../../clip/page/metadata/parse-date.ts';
import { oneLine } from '../../../clip/page/one-line.ts';
import { shorten } from '../../../clip/page/shorten.ts';
import { addressOf, type PageAddress } from '../../../clip/page-address.ts';
import { isBelievableSave } from '../../../clip/save-clip.ts';
import { parseHttpUrl } from '../../../clip/url-key.ts';
import { MAX_COLLECTION_DEPTH } from '../../../collections/collection-repo.ts';
import { hasWords } from '../../../highlights/marked-words.ts';
import type { FoundHighlight, FoundItem } from '../found-item.ts';
import { toColour } from './highlight-colour.ts';
import { MAX_TAGS, remarkOf } from './remark-of.ts';

/** Sane in every field; null where nothing is known, or nothing that could be. */
export interface ImportItem
  extends Omit<FoundItem, 'url' | 'tags' | 'note' | 'highlights' | 'exact'> {
  /** By which another library of Lectern knows it. */
  readonly uid: ArticleUid | null;
  /** It lay in the trash there. */
  readonly trashed: boolean;
  readonly address: PageAddress;
  readonly tags: readonly TagName[];
  /** Markdown; empty for none. */
  readonly note: string;
  readonly highlights: readonly ImportHighlight[];
  /** What could not be kept whole. */
  readonly remark: Problem | null;
}

export interface ImportHighlight {
  readonly quote: string;
  readonly note: string;
  readonly colour: ReturnType<typeof toColour>;
  readonly createdAt: number | null;
}

/** Why an entry is left out: in words that fit all of its kind, and in its own. */
export interface LeftOut {
  readonly reason: string;
  readonly leftOut: Problem;
}

/** @param further tags that everything of the import gets */
export function judgeItem(
  found: FoundItem,
  further: readonly TagName[],
  now: number,
): ImportItem | LeftOut {
  const url = readerAddress(found.url) ?? found.url;
  const address = addressOf({ sourceUrl: url, canonicalUrl: null });
  const title = line(found.title, MAX_TITLE_LENGTH);
  const highlights = found.highlights.flatMap((one) => judgeHighlight(one, now));
  const hasMore = found.content !== null || highlights.length > 0 || found.exact !== undefined;
  if (address.sourceUrl === null && !hasMore) {
    if (url !== null && url.trim() !== '') {
      return { reason: 'What stands there is not the address of a page.', leftOut: noAddress(url) };
    }
    if (title === null || !found.note?.trim()) {
      return { reason: NOTHING.message, leftOut: NOTHING };
    }
  }
  const exact = found.exact?.article.article;
  return {
    place: shorten(oneLine(found.place), 300),
    uid: ArticleUid.safeParse(exact?.uid).data ?? null,
    trashed: typeof exact?.trashed_at === 'number',
    address,
    // Where services know no title they write the address once more.
    title: title === null || isAddressOf(title, address) ? null : title,
    author: line(found.author, MAX_NAME_LENGTH),
    siteName: line(found.siteName, MAX_NAME_LENGTH),
    lang: language(found.lang),
    excerpt: line(found.excerpt, MAX_EXCERPT_LENGTH),
    publishedAt: found.publishedAt === null ? null : parseDate(found.publishedAt),
    savedAt: momentOf(found.savedAt, now),
    status: found.status,
    progress: found.progress === null ? null : Math.min(1, Math.max(0, found.progress || 0)),
    archived: found.archived,
    starred: found.starred,
    tags: unique([...found.tags.slice(0, MAX_TAGS).flatMap(toTag), ...further]),
    collections: found.collections.map(toPath).filter((path) => path.length > 0),
    note: judgeNote(found.note),
    highlights,
    content: found.content,
    remark: remarkOf(found, now),
  };
}

const NOTHING: Problem = {
  code: 'nothing_to_read',
  message: 'There is neither an address nor a text.',
};

const noAddress = (url: string): Problem => ({
  code: 'unsupported_type',
  message: `“${shorten(oneLine(url), 80)}” is not the address of a page.`,
});

/** Firefox's reader view puts its own address before that of the page. */
function readerAddress(url: string | null): string | null {
  if (!url?.startsWith('about:reader?')) return null;
  return new URLSearchParams(url.slice('about:reader?'.length)).get('url');
}

function line(text: string | null, limit: number): string | null {
  // Cut before it is looked through: a cell may have megabytes.
  const one = oneLine((text ?? '').slice(0, limit * 20).toWellFormed());
  return one === '' ? null : shorten(one, limit);
}

const isAddressOf = (title: string, { sourceUrl }: PageAddress): boolean =>
  sourceUrl !== null && parseHttpUrl(title)?.href === sourceUrl;

function language(text: string | null): string | null {
  try {
    return text ? (Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0] ?? null) : null;
  } catch {
    return null;
  }
}

const momentOf = (at: number | null, now: number): number | null =>
  at !== null && isBelievableSave(at, now) ? Math.round(at) : null;

function judgeHighlight(found: FoundHighlight, now: number): ImportHighlight[] {
  const quote = found.quote.slice(0, MAX_QUOTE_LENGTH).toWellFormed().trim();
  if (!hasWords(quote)) return [];
  return [
    {
      quote,
      note: judgeNote(found.note),
      colour: toColour(found.colour),
      createdAt: momentOf(found.createdAt, now),
    },
  ];
}

function judgeNote(text: string | null): string {
  const note = (text ?? '').toWellFormed().trim();
  if (Buffer.byteLength(note) <= MAX_NOTE_BYTES) return note;
  // A character of the UTF-8 that is cut in two is gone.
  const kept = Buffer.from(note).subarray(0, MAX_NOTE_BYTES).toString('utf8');
  return kept.replace(/\ufffd$/, '');
}

function toTag(text: string): TagName[] {
  const parsed = TagName.safeParse(shorten(text.slice(0, 1000).toWellFormed(), 100));
  return parsed.success ? [parsed.data] : [];
}

const toPath = (names: readonly string[]): string[] =>
  names.slice(0, MAX_COLLECTION_DEPTH).flatMap((name) => {
    const short = shorten(name.slice(0, 1000).toWellFormed(), MAX_COLLECTION_NAME);
    const parsed = CollectionName.safeParse(short);
    return parsed.success ? [parsed.data] : [];
  });

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
