// The one transaction of a clip: everything of the article, or nothing.
import type { ParsedPage } from '#contract/page.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import { ArticleUid } from '#contract/types/ids.ts';
import { TagName } from '#contract/types/tag.ts';
import { findIdBySnapshotAsset, findIdByUrlKey, insertArticle } from '../articles/article-repo.ts';
import type { WriteContext } from '../context.ts';
import { noteAwaited } from '../jobs/await-pages.ts';
import { writeNote } from '../notes/note-changes.ts';
import { indexArticle } from '../search/search-index.ts';
import { transaction } from '../storage/database.ts';
import { toStorageError } from '../storage/storage-error.ts';
import { addTag } from '../tags/tag-repo.ts';
import { insertContent, searchFieldsOf } from './article-content.ts';
import { type Captured, insertCaptured } from './captured.ts';
import { makeshiftTitle } from './clip-source.ts';
import type { ClipWithin } from './clip-within.ts';
import type { GatheredImage } from './gather-images.ts';
import { MAX_PAGE_NOTE_LENGTH, MAX_PAGE_TAGS } from './limits.ts';

export interface FinishedClip extends Captured {
  /** By position in the page's images; all files are in the asset store. */
  readonly images: readonly GatheredImage[];
}

/**
 * @returns the clip, or the id of the article that is the same page: nothing was changed then
 * @throws LibraryError disk_full, read_only, library_busy, library_damaged: nothing was changed then
 */
export function saveClip(
  context: WriteContext,
  clip: FinishedClip,
  within: ClipWithin | null,
): ClipResult | { readonly same: number } {
  const tags = tagsOf(clip);
  const outcome = commit(
    context,
    () => {
      // Looked for once more inside: another clip of the same page may have been quicker.
      const same = findSame(context, clip);
      return same === null ? insertClip(context, clip, tags, within) : { same };
    },
    within,
  );
  if ('same' in outcome) return outcome;
  context.emit({
    kind: 'changed',
    topics: ['articles', 'counts', 'links', ...(tags.length > 0 ? (['tags'] as const) : [])],
  });
  return outcome;
}

function commit<T>({ db }: WriteContext, work: () => T, within: ClipWithin | null): T {
  try {
    return within ? within.making(work) : transaction(db, work);
  } catch (error) {
    throw toStorageError(error, 'the library');
  }
}

const findSame = ({ db }: WriteContext, { original, address }: FinishedClip): number | null =>
  findIdBySnapshotAsset(db, original) ??
  (address.urlKey === null ? null : findIdByUrlKey(db, address.urlKey));

function insertClip(
  context: WriteContext,
  clip: FinishedClip,
  tags: readonly TagName[],
  within: ClipWithin | null,
): ClipResult {
  const { db, ports } = context;
  const { source, page, address, images } = clip;
  const now = ports.clock.now();
  const savedAt = savedAtOf(page, now);
  const uid = ArticleUid.parse(context.newUid());
  const title = page.title || makeshiftTitle(source);

  const articleId = insertArticle(db, {
    uid,
    ...address,
    title,
    author: page.author,
    siteName: page.siteName,
    publishedAt: page.publishedAt,
    lang: page.lang,
    dir: page.dir,
    excerpt: page.excerpt,
    wordCount: page.wordCount,
    // Whether it could be had or not: it may come later.
    leadImage: page.leadImage >= 0 ? page.leadImage : null,
    warning: page.warning,
    savedAt,
  });
  const snapshotId = insertCaptured(context, articleId, clip, savedAt, now);
  const { html, readerText, packed, links } = page;
  const content = { html, readerText, packed, links, images };
  insertContent(db, { id: articleId, urlKey: address.urlKey, snapshotId }, content, now);
  noteAwaited(context, articleId, clip);
  const newUid = () => context.newUid();
  for (const tag of tags) addTag(db, articleId, tag, { newUid, now });
  const note = noteOf(page);
  writeNote(context, articleId, note, now);
  if (within) {
    within.made(articleId, content);
  } else {
    const { author, siteName } = page;
    const described = { title, author, siteName, ...address };
    indexArticle(db, articleId, searchFieldsOf(described, content, { notes: [note], quotes: [] }));
  }
  return {
    uid,
    title,
    url: address.canonicalUrl ?? address.sourceUrl,
    status: 'saved',
    ...(page.warning ? { warning: page.warning } : {}),
  };
}

/** What the person said, and what the page's writer did; foreign words that make no tag are passed over. */
function tagsOf({ source, page }: FinishedClip): TagName[] {
  const own = (page.tags ?? []).slice(0, MAX_PAGE_TAGS).flatMap((tag) => {
    const parsed = TagName.safeParse(tag);
    return parsed.success ? [parsed.data] : [];
  });
  return [...source.tags, ...own];
}

/** One is all that an article has. */
const noteOf = ({ notes = [] }: ParsedPage): string =>
  notes.join('\n\n').slice(0, MAX_PAGE_NOTE_LENGTH).toWellFormed();

/** The web is younger than that. */
const EARLIEST_SAVE = Date.UTC(1990, 0, 1);

/** A page that was saved years ago was saved then; a date that cannot be is not believed. */
export const savedAtOf = ({ savedAt }: ParsedPage, now: number): number =>
  savedAt !== undefined && isBelievableSave(savedAt, now) ? savedAt : now;

export const isBelievableSave = (at: number, now: number): boolean =>
  at >= EARLIEST_SAVE && at <= now;
