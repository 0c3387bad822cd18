// Brings the pictures of an article home: from the page itself, from the files beside it, or from the network.
// A picture that cannot be had costs the article nothing; why it is missing is kept with it.
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import type { PageImage } from '#contract/page.ts';
import { type AssetName, imageEndings } from '#contract/types/asset.ts';
import { isPassing, passing } from '../jobs/back-off.ts';
import type { Fetcher, Logger } from '../ports.ts';
import type { AssetHold } from './asset-keeper.ts';
import type { OpenCompanion } from './companions.ts';
import { readDataUri } from './data-uri.ts';
import { readPicture } from './image-bytes.ts';
import {
  ARTICLE_IMAGES_TIMEOUT_MS,
  FETCH_TIMEOUT_MS,
  IMAGES_AT_ONCE,
  MAX_ARTICLE_IMAGES,
  MAX_ARTICLE_IMAGES_BYTES,
  MAX_IMAGE_BYTES,
} from './limits.ts';
import { parseHttpUrl } from './url-key.ts';

/** How the page reader names a file beside the page. */
export const COMPANION = 'companion:';

export interface StoredPicture {
  readonly name: AssetName;
  readonly byteSize: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** By position in the page's images. */
export interface GatheredImage {
  /** Where it can be had again: in the network, or `companion:…` beside the page; null for what is in the page itself. */
  readonly url: string | null;
  readonly picture: StoredPicture | null;
  /** Why there is no picture; null too where nothing is missing: what was there only counts readers. */
  readonly errorCode: ErrorCode | null;
  /** Of one that was asked for just now, and that may be had in the network another time. */
  readonly failure?: PictureFailure;
}

export interface PictureFailure {
  readonly error: LibraryError;
  /** In the network, best first. */
  readonly candidates: readonly string[];
}

export interface ImageSources {
  readonly fetcher: Fetcher;
  readonly log: Logger;
  readonly openCompanion: OpenCompanion;
  /** Those that came from the window that showed the page, by `pictureKey`. */
  readonly shown?: ReadonlyMap<string, Uint8Array> | undefined;
  readonly hold: AssetHold;
  /** The page on which they stand: sites ask for it. */
  readonly pageUrl: string | null;
  readonly allowHosts: readonly string[];
  /** Of all of them together; as many as an article may have, unless it has some already. */
  readonly maxBytes?: number;
  readonly atOnce?: number;
}

/** @throws LibraryError cancelled, and disk_full, read_only and the like: when the library itself cannot be written */
export async function gatherImages(
  images: readonly PageImage[],
  sources: ImageSources,
  signal: AbortSignal,
): Promise<GatheredImage[]> {
  const gathered: GatheredImage[] = images.map((image) => failed(image, tooMany()));
  const round = newRound(sources, signal);
  const waiting = images.slice(0, MAX_ARTICLE_IMAGES).entries();
  const work = async () => {
    for (const [at, image] of waiting) gathered[at] = await gatherOne(image, round);
  };
  const workers = Array.from({ length: sources.atOnce ?? IMAGES_AT_ONCE }, () =>
    work().catch((error: unknown) => {
      // The others stop as well, and are waited for: none may put a file into a hold that was released.
      round.stop.abort();
      throw error;
    }),
  );
  const outcomes = await Promise.allSettled(workers);
  if (signal.aborted) throw new LibraryError('cancelled', 'The clip was cancelled.');
  const [failure] = outcomes.filter((outcome) => outcome.status === 'rejected');
  if (failure) throw failure.reason;
  return gathered;
}

/** What the pictures of one article share. */
interface Round extends ImageSources {
  /** Ends the work on all of them. */
  readonly stop: AbortController;
  /** Ends with the caller, by `stop`, or when the pictures of this article have taken long enough. */
  readonly signal: AbortSignal;
  readonly pictures: Map<string, Promise<StoredPicture>>;
  /** Hosts that did not answer are not asked again: without a network every picture would wait in vain. */
  readonly deadHosts: Map<string, LibraryError>;
  bytesLeft: number;
}

function newRound(sources: ImageSources, caller: AbortSignal): Round {
  const stop = new AbortController();
  const enough = AbortSignal.timeout(ARTICLE_IMAGES_TIMEOUT_MS);
  return {
    ...sources,
    stop,
    signal: AbortSignal.any([caller, stop.signal, enough]),
    pictures: new Map(),
    deadHosts: new Map(),
    bytesLeft: sources.maxBytes ?? MAX_ARTICLE_IMAGES_BYTES,
  };
}

async function gatherOne(image: PageImage, round: Round): Promise<GatheredImage> {
  let failure: LibraryError | null = null;
  for (const candidate of image.candidates) {
    try {
      // The same address twice on a page is one picture, asked for once.
      const running = round.pictures.get(candidate) ?? store(candidate, round);
      round.pictures.set(candidate, running);
      return { url: addressOf(image), picture: await running, errorCode: null };
    } catch (error) {
      if (error instanceof NotStored) throw error.cause;
      if (error instanceof OneDot) continue;
      const why = failureOf(error, round);
      // One place that may have it tomorrow counts for more than another that will not.
      if (!failure || isPassing(why) || !isPassing(failure)) failure = why;
    }
  }
  if (failure) return failed(image, failure);
  return { url: addressOf(image), picture: null, errorCode: null };
}

/** A picture of one dot shows nothing. Never leaves this file. */
class OneDot extends Error {}

function failureOf(error: unknown, { log }: Round): LibraryError {
  if (!(error instanceof LibraryError)) {
    log.error('A picture could not be brought home', error);
    return new LibraryError('bug', 'Something went wrong with this picture.');
  }
  // Given up by us, because all of them together took too long.
  return error.code === 'cancelled' ? tookTooLong() : error;
}

/** The library could not take a picture in: that is not the picture's fault. Never leaves this file. */
class NotStored extends Error {}

async function store(candidate: string, round: Round): Promise<StoredPicture> {
  const bytes = await bytesOf(candidate, round);
  const { type, width, height } = readPicture(bytes);
  if (width === 1 && height === 1) throw new OneDot();
  if (bytes.byteLength > round.bytesLeft) throw allTooLarge();
  round.bytesLeft -= bytes.byteLength;
  try {
    const name = await round.hold.put(bytes, imageEndings[type]);
    return { name, byteSize: bytes.byteLength, width, height };
  } catch (error) {
    throw new NotStored('', { cause: error });
  }
}

async function bytesOf(candidate: string, round: Round): Promise<Uint8Array> {
  if (round.signal.aborted) throw tookTooLong();
  const limit = Math.min(MAX_IMAGE_BYTES, round.bytesLeft);
  if (limit === 0) throw allTooLarge();
  if (/^data:/i.test(candidate)) return readDataUri(candidate, limit);
  if (parseHttpUrl(candidate)) {
    return shownPicture(candidate, limit, round) ?? (await fetchImage(candidate, limit, round));
  }
  const path = candidate.startsWith(COMPANION) ? candidate.slice(COMPANION.length) : candidate;
  return round.openCompanion(path, round.signal);
}

/** Addresses of one picture are spelled alike: a fragment never reaches its site. */
export const pictureKey = (url: string): string => new URL(url).href.replace(/#.*$/s, '');

function shownPicture(url: string, maxBytes: number, { shown }: Round): Uint8Array | null {
  const bytes = shown?.get(pictureKey(url)) ?? null;
  if (bytes !== null && bytes.byteLength > maxBytes) throw allTooLarge();
  return bytes;
}

async function fetchImage(url: string, maxBytes: number, round: Round): Promise<Uint8Array> {
  const { host } = new URL(url);
  const dead = round.deadHosts.get(host);
  if (dead) throw dead;
  try {
    const signal = AbortSignal.any([round.signal, AbortSignal.timeout(FETCH_TIMEOUT_MS)]);
    const { allowHosts, pageUrl } = round;
    const referrer = pageUrl === null ? {} : { referrer: pageUrl };
    const request = { url, reason: 'picture', accept: 'image', maxBytes, allowHosts } as const;
    return (await round.fetcher.fetch({ ...request, ...referrer }, signal)).bytes;
  } catch (error) {
    if (error instanceof LibraryError && isOfHost(error)) round.deadHosts.set(host, error);
    throw error;
  }
}

/** The site does not answer, or wants a pause. An error of its own may be about this picture alone. */
function isOfHost({ code, details }: LibraryError): boolean {
  const { status, retryAfterMs } = details;
  if (status === undefined) return passing.includes(code);
  return status === 429 || (typeof retryAfterMs === 'number' && retryAfterMs > 0);
}

function failed(image: PageImage, error: LibraryError): GatheredImage {
  const candidates = image.candidates.filter((candidate) => parseHttpUrl(candidate) !== null);
  const failure = candidates.length > 0 ? { failure: { error, candidates } } : {};
  return { url: addressOf(image), picture: null, errorCode: error.code, ...failure };
}

const addressOf = ({ candidates }: PageImage): string | null =>
  candidates.find((candidate) => parseHttpUrl(candidate) !== null) ??
  candidates.find((candidate) => candidate.startsWith(COMPANION)) ??
  null;

const allTooLarge = (): LibraryError =>
  new LibraryError('too_large', 'The pictures of this article are too large together.');

const tooMany = (): LibraryError =>
  new LibraryError(
    'too_large',
    `The article has more pictures than the ${MAX_ARTICLE_IMAGES} that are kept.`,
  );

const tookTooLong = (): LibraryError =>
  new LibraryError('timed_out', 'The pictures of this article took too long together.');
