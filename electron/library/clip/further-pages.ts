// Fetches the pages that follow the first of an article, one after the other, for as long as they go on with it.
import { LibraryError } from '#contract/errors.ts';
import type { PageInput, ParsedPage } from '#contract/page.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { WriteContext } from '../context.ts';
import { isPassing } from '../jobs/back-off.ts';
import type { Fetched } from '../ports.ts';
import type { AssetHold } from './asset-keeper.ts';
import type { ClipSource } from './clip-source.ts';
import { goesOn } from './goes-on.ts';
import { FURTHER_PAGES_TIMEOUT_MS, MAX_JOINED_PAGES, MAX_PAGE_FETCH_BYTES } from './limits.ts';
import type { SnapshotPart } from './part-repo.ts';
import { urlKey } from './url-key.ts';

export interface WholePage {
  /** As the page reader got all pages. */
  readonly input: PageInput;
  /** Of all pages together. */
  readonly page: ParsedPage;
  /** The pages after the first; their bytes are in the asset store. */
  readonly parts: readonly (SnapshotPart & { readonly byteSize: number })[];
  /** Why there are fewer pages than there should be; null where they are all there. */
  readonly cutShort: LibraryError | null;
}

/** As it was read. */
interface FirstPage {
  readonly input: PageInput;
  readonly page: ParsedPage;
  readonly source: ClipSource;
}

type FurtherPage = WholePage['parts'][number] & { readonly bytes: Uint8Array<ArrayBuffer> };

/**
 * What cannot be had costs the article nothing that came before; its warning says so.
 * @throws LibraryError cancelled, disk_full, read_only
 */
export async function withFurtherPages(
  context: WriteContext,
  { input, page: first, source }: FirstPage,
  hold: AssetHold,
  signal: AbortSignal,
): Promise<WholePage> {
  const alone = { input, page: first, parts: [], cutShort: null };
  if (source.asked === undefined || first.nextPage === undefined) return alone;
  const { further, cutShort } = await follow(context, { input, page: first, source }, hold, signal);
  const warning = cutShort && toProblem(cutShort);
  if (further.length === 0)
    return { ...alone, page: { ...first, warning: first.warning ?? warning }, cutShort };
  try {
    const all = {
      ...input,
      further: further.map(({ bytes, charset, url }) => ({ bytes, charset, url })),
    };
    const page = await context.ports.parser.read(all, signal);
    const parts = further.map(({ assetName, url, charset, byteSize }) => ({
      assetName,
      url,
      charset,
      byteSize,
    }));
    return {
      input: all,
      page: { ...page, warning: page.warning ?? warning },
      parts,
      cutShort,
    };
  } catch (error) {
    if (signal.aborted || !(error instanceof LibraryError)) throw error;
    const tooMuch = new LibraryError(
      error.code,
      'The further pages of this article could not be read together. This is its first.',
    );
    return {
      ...alone,
      page: { ...first, warning: first.warning ?? toProblem(tooMuch) },
      cutShort: tooMuch,
    };
  }
}

async function follow(
  { ports }: WriteContext,
  { input, page: first, source }: FirstPage,
  hold: AssetHold,
  signal: AbortSignal,
): Promise<Pick<WholePage, 'cutShort'> & { further: FurtherPage[] }> {
  const further: FurtherPage[] = [];
  const read = [first];
  const visited = new Set([urlKey(source.url ?? '')]);
  const enough = AbortSignal.any([signal, AbortSignal.timeout(FURTHER_PAGES_TIMEOUT_MS)]);
  for (let next = first.nextPage; next !== undefined; ) {
    const pageNumber = read.length + 1;
    if (visited.has(urlKey(next))) break;
    visited.add(urlKey(next));
    if (pageNumber > MAX_JOINED_PAGES) return { further, cutShort: tooMany() };
    try {
      const fetched = await ports.fetcher.fetch(
        {
          url: next,
          reason: 'clip',
          accept: 'page',
          maxBytes: MAX_PAGE_FETCH_BYTES,
          allowHosts: source.allowHosts,
        },
        enough,
      );
      // Sites lead from pages that they do not have to others: those are no further pages.
      if (urlKey(fetched.url) !== urlKey(next) || !isHtml(fetched)) break;
      const { bytes, charset, url } = fetched;
      const page = await ports.parser.read({ ...input, bytes, charset, url, pageNumber }, enough);
      if (page.standIn !== undefined) return { further, cutShort: standsIn(pageNumber) };
      if (!goesOn(read, page)) break;
      const assetName = await hold.put(bytes, 'bin');
      further.push({ assetName, url, charset, bytes, byteSize: bytes.byteLength });
      read.push(page);
      next = page.nextPage;
    } catch (error) {
      if (signal.aborted) throw new LibraryError('cancelled', 'The clip was cancelled.');
      if (!(error instanceof LibraryError) || endsTheClip.has(error.code)) throw error;
      return { further, cutShort: missing(pageNumber, error) };
    }
  }
  return { further, cutShort: null };
}

const endsTheClip: ReadonlySet<string> = new Set(['disk_full', 'read_only', 'host_gone']);

const isHtml = ({ mediaType }: Fetched): boolean =>
  mediaType === null || mediaType === 'text/html' || mediaType === 'application/xhtml+xml';

/** What a result says of pages that may be there later. */
export function awaitedOf({
  cutShort,
}: Pick<WholePage, 'cutShort'>): Pick<ClipResult, 'awaitsPages'> {
  if (cutShort === null || !isPassing(cutShort)) return {};
  const { retryAfterMs } = cutShort.details;
  return {
    awaitsPages: {
      ...toProblem(cutShort),
      ...(typeof retryAfterMs === 'number' && { retryAfterMs }),
    },
  };
}

const toProblem = ({ code, message }: LibraryError): Problem => ({ code, message });

const tooMany = (): LibraryError =>
  new LibraryError(
    'too_large',
    `The article has more pages than the ${MAX_JOINED_PAGES} that are joined. These are the first.`,
  );

const standsIn = (number: number): LibraryError =>
  new LibraryError(
    'refused_by_site',
    `Page ${number} of this article was not given out: its site shows something else in its place. What came before is here.`,
  );

function missing(number: number, { code, message, details }: LibraryError): LibraryError {
  const why =
    code === 'cancelled'
      ? { code: 'timed_out' as const, message: 'The pages took too long together.' }
      : { code, message };
  const error = new LibraryError(why.code, why.message, details);
  const rest = isPassing(error) ? ', and the rest is asked for again by itself' : '';
  return new LibraryError(
    why.code,
    `Page ${number} of this article is missing. ${why.message} What came before is here${rest}.`,
    details,
  );
}
