// One clip from bytes to a committed article, step by step.
import type { ErrorCode } from '#contract/errors.ts';
import { LibraryError } from '#contract/errors.ts';
import type { PageInput, ParsedPage, SnapshotKind } from '#contract/page.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import { SafeHtml } from '#contract/types/html.ts';
import {
  findDescription,
  findIdBySnapshotAsset,
  findIdByUrlKey,
} from '../articles/article-repo.ts';
import { awaitsText } from '../articles/awaited-repo.ts';
import type { WriteContext } from '../context.ts';
import { assetNameOf } from '../storage/asset-store.ts';
import type { ReadDb } from '../storage/database.ts';
import { variantsOf } from './address-variants.ts';
import type { AssetHold } from './asset-keeper.ts';
import type { Captured } from './captured.ts';
import { clipAgain } from './clip-again.ts';
import { type ClipSource, makeshiftTitle, toPageInput } from './clip-source.ts';
import type { ClipWithin } from './clip-within.ts';
import { awaitedOf, withFurtherPages } from './further-pages.ts';
import { gatherImages } from './gather-images.ts';
import { gatherSheets } from './gather-sheets.ts';
import { existing, keepExisting } from './keep-existing.ts';
import { detectKind, keptAs } from './page/detect-kind.ts';
import { addressOf, type PageAddress } from './page-address.ts';
import { mayHaveParts } from './part-repo.ts';
import { UNKNOWN_CHARSET } from './read-snapshot.ts';
import { refuseStandIn } from './refuse-stand-in.ts';
import { refuseWithoutText } from './refuse-without-text.ts';
import { withScriptsRun } from './run-scripts.ts';
import { saveClip } from './save-clip.ts';
import { hasFewerPages } from './takes-over.ts';
import { urlKey } from './url-key.ts';

/**
 * Clips one page. Ends with the article committed and findable, or with the library as it was before.
 * @param again the article that the page's address is known to be
 * @param within what it is a part of; that gives the article its tags, and a text that it has already is no business of this
 * @throws LibraryError unsupported_type, nothing_to_read (no bytes), not_allowed (a locked PDF), cancelled, disk_full,
 * read_only; not_found, refused_by_site, login_required where the page only stands in for the one that was meant
 */
export async function clipPage(
  context: WriteContext,
  openHold: () => AssetHold,
  given: ClipSource,
  signal: AbortSignal,
  again: KnownArticle | null = null,
  within: ClipWithin | null = null,
): Promise<ClipResult> {
  const { db, ports } = context;
  const input = toPageInput(given);
  const kind = keptAs(detectKind(input));
  const original = assetNameOf(given.bytes, 'bin');
  const sameBytes = findIdBySnapshotAsset(db, original);
  const isHere = sameBytes !== null && sameBytes === (again?.id ?? sameBytes);
  // One that awaits its text again is given it once more.
  const here = isHere && !awaitsText(db, sameBytes) ? sameBytes : null;
  const keep = (id: number) =>
    within ? existing(db, id) : keepExisting(context, id, given.tags, signal);
  // A page that is the same may go on on others that are not, or that were missing.
  if (here !== null && !(given.asked !== undefined && mayHaveParts(db, here))) return keep(here);

  const hold = openHold();
  try {
    // The original goes to the disk while the parse process reads it: the two wait for different things.
    const [first] = await settleBoth(
      readOrKeep(context, input, kind, signal),
      hold.put(given.bytes, 'bin'),
    );
    if (here !== null && first.nextPage === undefined) return await keep(here);
    const read = await withScriptsRun(context, { source: given, input, page: first }, signal);
    const { source, sent } = read;
    refuseStandIn(read.page, source);
    refuseWithoutText(read.page, source);
    if (sent) await hold.put(source.bytes, 'bin');
    const whole = await withFurtherPages(context, read, hold, signal);
    const { page } = whole;
    const told = (result: ClipResult) => ({ ...result, ...awaitedOf(whole) });
    if (here !== null && hasFewerPages(db, here, whole)) return told(await keep(here));
    // Who handed the page in knows where it came from; a page may claim to be any other, and would take its place.
    const ofPage = addressOf({ ...page, sourceUrl: source.url ?? page.sourceUrl });
    const address = source.shown?.isPart ? { ...ofPage, urlKey: null } : ofPage;
    const { openCompanion, allowHosts } = source;
    const sheets = await gatherSheets(page.sheets ?? [], openCompanion, hold, signal);
    const captured = {
      ...whole,
      source,
      original: assetNameOf(source.bytes, 'bin'),
      sent,
      address,
      sheets,
    };
    const samePage =
      here ?? (again ? idOfKnown(db, again, captured) : idOfAddress(context, address, page));
    if (samePage !== null)
      return told(await clipAgain(context, samePage, captured, hold, signal, within));

    const pageUrl = address.sourceUrl ?? address.canonicalUrl;
    const shown = source.shown?.pictures;
    const { fetcher, log } = ports;
    const from = { fetcher, log, openCompanion, shown, hold, pageUrl, allowHosts };
    const images = await gatherImages(page.images, from, signal);
    if (signal.aborted) throw cancelled();
    const saved = saveClip(context, { ...captured, images }, within);
    return told(
      'same' in saved
        ? await clipAgain(context, saved.same, captured, hold, signal, within)
        : saved,
    );
  } finally {
    await hold.release();
  }
}

/** The article that was asked for by its address. */
export interface KnownArticle {
  readonly id: number;
  /** Of the address; null where it has none. */
  readonly urlKey: string | null;
}

/** @throws LibraryError not_found: a page that has gone leads to the front page, and that is not the article */
function idOfKnown(
  db: ReadDb,
  { id, urlKey: key }: KnownArticle,
  { source, address }: Captured,
): number {
  const found = source.url === null ? null : urlKey(source.url);
  if (found === key || address.urlKey === key) return id;
  // Addresses of years ago lead elsewhere by now; of a page that was never seen that is all there is to be had.
  const isMoved = found !== null && /[/?]/.test(found) && findIdByUrlKey(db, found) === null;
  if (isMoved && awaitsText(db, id)) return id;
  throw new LibraryError(
    'not_found',
    'This address leads to another page by now. The article was left as it is.',
  );
}

function idOfAddress(
  { db }: WriteContext,
  { urlKey: key, sourceUrl, canonicalUrl }: PageAddress,
  { title }: Pick<ParsedPage, 'title'>,
): number | null {
  if (key === null) return null;
  const id = findIdByUrlKey(db, key);
  if (id !== null) return id;
  // For small screens, or as AMP: the same page where it is called the same.
  for (const other of variantsOf(canonicalUrl ?? sourceUrl ?? '')) {
    const found = findIdByUrlKey(db, other);
    if (found !== null && findDescription(db, found)?.title === title) return found;
  }
  return null;
}

/** Both results, or the first's error before the second's; neither is left running. */
async function settleBoth<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  const [settledA, settledB] = await Promise.allSettled([a, b]);
  if (settledA.status === 'rejected') throw settledA.reason;
  if (settledB.status === 'rejected') throw settledB.reason;
  return [settledA.value, settledB.value];
}

/** What the page is read as; one that defeats the reader is kept all the same, for a better reader to come. */
async function readOrKeep(
  { ports }: WriteContext,
  input: PageInput,
  kind: SnapshotKind,
  signal: AbortSignal,
): Promise<ParsedPage> {
  try {
    return await ports.parser.read(input, signal);
  } catch (error) {
    if (signal.aborted) throw cancelled();
    if (error instanceof LibraryError && endsTheClip.has(error.code)) throw error;
    if (!(error instanceof LibraryError) || error.code === 'bug') {
      ports.log.error('A page could not be read; it is kept unread', error);
    }
    return unreadPage(input, kind, warningOf(error));
  }
}

/** Failures that are not about this page, or that say it is none. */
const endsTheClip: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unsupported_type',
  // A PDF that is locked: there would be nothing to show of it either.
  'not_allowed',
  'cancelled',
  'host_gone',
  'disk_full',
]);

function warningOf(error: unknown): ParsedPage['warning'] {
  if (error instanceof LibraryError && error.code !== 'bug') {
    return { code: error.code, message: error.message };
  }
  return {
    code: 'bug',
    message: 'Something went wrong while the page was read. It is kept as it was handed in.',
  };
}

function unreadPage(
  input: PageInput,
  kind: SnapshotKind,
  warning: ParsedPage['warning'],
): ParsedPage {
  return {
    kind,
    charset: input.charset ?? UNKNOWN_CHARSET,
    title: makeshiftTitle({ fileName: input.name, url: input.url }),
    author: null,
    siteName: null,
    publishedAt: null,
    lang: null,
    dir: null,
    sourceUrl: input.url,
    canonicalUrl: null,
    excerpt: '',
    html: SafeHtml.parse(''),
    readerText: '',
    bodyText: '',
    wordCount: 0,
    images: [],
    leadImage: -1,
    links: [],
    warning,
  };
}

const cancelled = (): LibraryError => new LibraryError('cancelled', 'The clip was cancelled.');
