// The page of an article once more: where its text has changed, what was captured becomes a further version of the article;
// what was saved before stays as it is.
import { LibraryError } from '#contract/errors.ts';
import type { ParsedPage } from '#contract/page.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import { awaitsText } from '../articles/awaited-repo.ts';
import { editsKeyOf, findEdits, findEditsKey } from '../blocks/edit-repo.ts';
import type { WriteContext } from '../context.ts';
import { type FindPlace, placesAhead } from '../highlights/reanchor.ts';
import { noteAwaited } from '../jobs/await-pages.ts';
import { watchArticle } from '../journal/article-changes.ts';
import { recordStep } from '../journal/record-step.ts';
import type { RowChange } from '../journal/rows.ts';
import { type ContentKey, findKept, putKept } from '../snapshots/content-rows.ts';
import { exchangeContent, firstContent } from '../snapshots/exchange-content.ts';
import { transaction, type WriteDb } from '../storage/database.ts';
import { toStorageError } from '../storage/storage-error.ts';
import { adoptDescription } from './adopt-description.ts';
import type { AssetHold } from './asset-keeper.ts';
import { type Captured, insertCaptured } from './captured.ts';
import type { ClipWithin } from './clip-within.ts';
import { type GatheredImage, gatherImages } from './gather-images.ts';
import { existing, keepExisting } from './keep-existing.ts';
import {
  findKeptWith,
  isBeginning,
  isKnownText,
  type PageToday,
  pageOfToday,
} from './known-text.ts';
import { EXTRACTOR_VERSION } from './page/extractor-version.ts';
import { readEdited, withStoredPictures } from './read-snapshot.ts';
import { contentOf, type EditedPage, type NewContent } from './replace-content.ts';
import { savedAtOf } from './save-clip.ts';
import { countSnapshots } from './snapshot-repo.ts';
import { storedPictures } from './stored-pictures.ts';
import { findShown, hasFewerPages, isMuchLess, takesOver } from './takes-over.ts';

type Version = NonNullable<ClipResult['version']>;

/**
 * @param articleId the article that the page is
 * @throws LibraryError cancelled, disk_full, read_only, library_busy: nothing was changed then
 */
export async function clipAgain(
  context: WriteContext,
  articleId: number,
  captured: Captured,
  hold: AssetHold,
  signal: AbortSignal,
  within: ClipWithin | null = null,
): Promise<ClipResult> {
  const { db } = context;
  const { source } = captured;
  const page = await asEdited(context, articleId, captured, signal);
  const kept = () =>
    within ? existing(db, articleId) : keepExisting(context, articleId, source.tags, signal);
  const today = await pageOfToday(context, articleId, signal);
  if (isKnownText(db, articleId, page.readerText, today)) {
    if (awaitsText(db, articleId)) showKept(context, articleId, page, within);
    return kept();
  }
  // What is missing of it today, and was not before, makes no version.
  const hasFewer = hasFewerPages(db, articleId, captured);
  if (hasFewer && isBeginning(db, articleId, page.readerText, today)) return kept();

  const edited = { ...captured, page };
  const images = await gatherAgain(context, articleId, edited, hold, signal);
  const find = await placesAhead(db, articleId, page.readerText, signal);
  if (signal.aborted) throw new LibraryError('cancelled', 'The clip was cancelled.');
  const content = contentOf(page, images);
  const former = today && (await withStoredPictures(context, articleId, today.page, hold, signal));
  // Reading took a while, in which its reader may have put something back or taken it out.
  if (page.editsKey !== findEditsKey(db, articleId))
    return clipAgain(context, articleId, captured, hold, signal, within);
  const version = { captured: edited, content, today, former, find };
  const added = addVersion(context, articleId, version, within);
  return { ...(await kept()), ...added };
}

/** The page as the article's reader wants it: what was put back or taken out before is so in a new version, too. */
async function asEdited(
  context: WriteContext,
  articleId: number,
  { input, page }: Captured,
  signal: AbortSignal,
): Promise<EditedPage> {
  const edits = findEdits(context.db, articleId);
  if (edits.length === 0 || page.kind !== 'html') return { ...page, editsKey: editsKeyOf(edits) };
  const edited = await readEdited(context, input, edits, signal);
  return { ...edited, warning: edited.warning ?? page.warning };
}

/** The pictures that the article has already stand in for those that cannot be had again. */
async function gatherAgain(
  { db, assets, ports }: WriteContext,
  articleId: number,
  { source, page, address }: Captured,
  hold: AssetHold,
  signal: AbortSignal,
): Promise<GatheredImage[]> {
  const { openCompanion, allowHosts } = source;
  const pageUrl = address.sourceUrl ?? address.canonicalUrl;
  const shared = { log: ports.log, hold, pageUrl, allowHosts };
  const shown = source.shown?.pictures;
  const fresh = { ...shared, fetcher: ports.fetcher, openCompanion, shown };
  const images = await gatherImages(page.images, fresh, signal);
  const missing = page.images.filter((_, at) => !images[at]?.picture);
  if (missing.length === 0) return images;
  const stored = { ...shared, ...storedPictures(db, assets, articleId) };
  const found = (await gatherImages(missing, stored, signal)).values();
  return images.map((image) => {
    if (image.picture) return image;
    const before = found.next().value;
    return before?.picture ? before : image;
  });
}

interface NewVersion {
  readonly captured: Captured;
  readonly content: NewContent;
  readonly today: PageToday | null;
  /** What is made of today's reading of what is shown. */
  readonly former: NewContent | null;
  readonly find: FindPlace;
}

/** @returns what the result says of it; nothing where another clip of the same text was quicker */
function addVersion(
  context: WriteContext,
  articleId: number,
  { captured, content, today, former, find }: NewVersion,
  within: ClipWithin | null,
): Pick<ClipResult, 'version' | 'warning'> {
  const { db, ports } = context;
  const { page } = captured;
  const now = ports.clock.now();
  let isAdded = false;
  const added: { version?: Version; warning?: NonNullable<ClipResult['warning']> } = {};
  try {
    const work = (record: (change: RowChange) => void): number => {
      if (isKnownText(db, articleId, page.readerText, today)) return 0;
      isAdded = true;
      const next = { capturedAt: savedAtOf(page, now), wordCount: page.wordCount };
      const before = findShown(db, articleId);
      const key = {
        snapshotId: insertCaptured(context, articleId, captured, next.capturedAt, now),
        extractorVersion: EXTRACTOR_VERSION,
      };
      if (today && former) {
        // For comparing: what the page reader has learned since is no change of the page.
        const readToday = { ...key, snapshotId: today.snapshotId };
        putKept(db, readToday, former, now);
      }
      noteAwaited(context, articleId, captured);
      const hasFewer = hasFewerPages(db, articleId, captured);
      const shown = takesOver(next, before) && !hasFewer;
      const number = countSnapshots(db, articleId);
      // The first of one that awaited its text is no further one.
      if (number > 1) added.version = { number, shown };
      if (shown) return show(db, articleId, { key, content, page, find }, { within, record, now });
      putKept(db, key, content, now);
      if (hasFewer) added.warning = fewerPages(captured);
      else if (isMuchLess(next, before)) added.warning = muchLess(page);
      return 0;
    };
    if (within) within.changing(articleId, work);
    else recordStep(context, { kind: 'show-version', subject: null }, work);
  } catch (error) {
    throw toStorageError(error, 'the library');
  }
  if (isAdded) context.emit({ kind: 'changed', topics: ['articles', 'highlights', 'links'] });
  return added;
}

/** An article that awaits its text again has this one among its versions: an import was taken back, and done once more. */
function showKept(
  context: WriteContext,
  articleId: number,
  page: EditedPage,
  within: ClipWithin | null,
): void {
  const { db, ports } = context;
  const now = ports.clock.now();
  try {
    const work = (record: (change: RowChange) => void): number => {
      const key = findKeptWith(db, articleId, page.readerText);
      const content = key && findKept(db, key);
      if (!content) return 0;
      return show(db, articleId, { key, content, page }, { within, record, now });
    };
    if (within) within.changing(articleId, work);
    else transaction(db, () => work(() => {}));
  } catch (error) {
    throw toStorageError(error, 'the library');
  }
  context.emit({ kind: 'changed', topics: ['articles', 'highlights', 'links'] });
}

interface Shown {
  readonly key: ContentKey;
  readonly content: NewContent;
  readonly page: ParsedPage;
  readonly find?: FindPlace;
}

/** Part of a transaction. @returns how many articles have changed so that it can be undone: the first text of one is no step, unless an import brings it */
function show(
  db: WriteDb,
  articleId: number,
  { key, content, page, find }: Shown,
  given: {
    readonly within: ClipWithin | null;
    readonly record: (change: RowChange) => void;
    readonly now: number;
  },
): number {
  const { within, record, now } = given;
  let change: RowChange | null = null;
  const described = watchArticle(db, articleId, DESCRIBING, () => {
    adoptDescription(db, articleId, page, now);
    ({ change } = exchangeContent(db, articleId, { key, content }, now, find));
  });
  const first = within && !change;
  // Before the content, so that Undo, which goes backwards, ends with it.
  if (first && described) record(described);
  const shown = first ? firstContent(articleId, key) : change;
  if (shown) record(shown);
  return shown ? 1 : 0;
}

const DESCRIBING = ['title', 'author', 'site_name', 'published_at', 'excerpt', 'lang'];

const muchLess = ({ warning }: ParsedPage): NonNullable<ClipResult['warning']> => ({
  code: warning?.code ?? 'nothing_to_read',
  message:
    'This time the page holds much less text. It was kept as a version of the article, which shows the one before.',
});

const fewerPages = ({ cutShort, page }: Captured): NonNullable<ClipResult['warning']> => ({
  code: cutShort?.code ?? page.warning?.code ?? 'nothing_to_read',
  message:
    'This time not all pages of the article were to be had. What came was kept as a version of it, and it shows the one before.',
});
