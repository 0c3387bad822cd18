// Brings the pictures of an article home: from the page itself, from the files beside it, or from the network.
// A picture that cannot be had costs the article nothing; why it is missing is kept with it.
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import type { PageImage } from '#contract/page.ts';
import { type AssetName, imageEndings } from '#contract/types/asset.ts';
import type { Fetcher } from '../ports.ts';
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

export interface StoredPicture {
  readonly name: AssetName;
  readonly byteSize: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** By position in the page's images. */
export interface GatheredImage {
  /** Where it can be had again; null for what came with the page. */
  readonly url: string | null;
  readonly picture: StoredPicture | null;
  /** Why there is no picture. */
  readonly errorCode: ErrorCode | null;
}

export interface ImageSources {
  readonly fetcher: Fetcher;
  readonly openCompanion: OpenCompanion;
  readonly hold: AssetHold;
  /** The page on which they stand: sites ask for it. */
  readonly pageUrl: string | null;
  readonly allowHosts: readonly string[];
}

/** @throws LibraryError cancelled, and disk_full, read_only and the like: when the library itself cannot be written */
export async function gatherImages(
  images: readonly PageImage[],
  sources: ImageSources,
  signal: AbortSignal,
): Promise<GatheredImage[]> {
  const wanted = images.slice(0, MAX_ARTICLE_IMAGES);
  const gathered: GatheredImage[] = images.map((image) => failed(image, 'too_large'));
  const round = newRound(sources, signal);
  let next = 0;
  const work = async () => {
    for (let at = next++; at < wanted.length; at = next++) {
      const image = wanted[at];
      if (image) gathered[at] = await gatherOne(image, round);
    }
  };
  await Promise.all(Array.from({ length: IMAGES_AT_ONCE }, work));
  return gathered;
}

/** What the pictures of one article share. */
interface Round extends ImageSources {
  readonly caller: AbortSignal;
  /** Ends with the caller, or when the pictures of this article have taken long enough. */
  readonly signal: AbortSignal;
  readonly pictures: Map<string, Promise<StoredPicture>>;
  /** Hosts that did not answer are not asked again: without a network every picture would wait in vain. */
  readonly deadHosts: Map<string, ErrorCode>;
  bytesLeft: number;
}

const newRound = (sources: ImageSources, caller: AbortSignal): Round => ({
  ...sources,
  caller,
  signal: AbortSignal.any([caller, AbortSignal.timeout(ARTICLE_IMAGES_TIMEOUT_MS)]),
  pictures: new Map(),
  deadHosts: new Map(),
  bytesLeft: MAX_ARTICLE_IMAGES_BYTES,
});

async function gatherOne(image: PageImage, round: Round): Promise<GatheredImage> {
  let errorCode: ErrorCode = 'not_found';
  for (const candidate of image.candidates) {
    try {
      // The same address twice on a page is one picture, asked for once.
      const running = round.pictures.get(candidate) ?? store(candidate, round);
      round.pictures.set(candidate, running);
      return { url: addressOf(image), picture: await running, errorCode: null };
    } catch (error) {
      if (round.caller.aborted) throw new LibraryError('cancelled', 'The clip was cancelled.');
      if (!(error instanceof LibraryError) || stopsEverything.has(error.code)) throw error;
      errorCode = error.code === 'cancelled' ? 'timed_out' : error.code;
    }
  }
  return failed(image, errorCode);
}

/** Failures of the library rather than of a picture. */
const stopsEverything: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'disk_full',
  'read_only',
  'library_busy',
  'library_damaged',
  'bug',
]);

async function store(candidate: string, round: Round): Promise<StoredPicture> {
  const bytes = await bytesOf(candidate, round);
  const { type, width, height } = readPicture(bytes);
  if (bytes.byteLength > round.bytesLeft) throw allTooLarge();
  round.bytesLeft -= bytes.byteLength;
  const name = await round.hold.put(bytes, imageEndings[type]);
  return { name, byteSize: bytes.byteLength, width, height };
}

async function bytesOf(candidate: string, round: Round): Promise<Uint8Array> {
  if (round.signal.aborted) throw new LibraryError('timed_out', 'The pictures took too long.');
  const limit = Math.min(MAX_IMAGE_BYTES, round.bytesLeft);
  if (limit === 0) throw allTooLarge();
  if (/^data:/i.test(candidate)) return readDataUri(candidate, limit);
  if (parseHttpUrl(candidate)) return fetchImage(candidate, limit, round);
  const path = candidate.replace(/^companion:/i, '');
  return round.openCompanion(path, round.signal);
}

async function fetchImage(url: string, maxBytes: number, round: Round): Promise<Uint8Array> {
  const { host } = new URL(url);
  const dead = round.deadHosts.get(host);
  if (dead) throw new LibraryError(dead, 'The picture’s site does not answer.');
  try {
    const signal = AbortSignal.any([round.signal, AbortSignal.timeout(FETCH_TIMEOUT_MS)]);
    const { allowHosts, pageUrl } = round;
    const referrer = pageUrl === null ? {} : { referrer: pageUrl };
    const request = { url, accept: 'image', maxBytes, allowHosts, ...referrer } as const;
    return (await round.fetcher.fetch(request, signal)).bytes;
  } catch (error) {
    if (error instanceof LibraryError && hostIsDead.has(error.code)) {
      round.deadHosts.set(host, error.code);
    }
    throw error;
  }
}

const hostIsDead: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'unreachable',
  'timed_out',
]);

const failed = (image: PageImage, errorCode: ErrorCode): GatheredImage => ({
  url: addressOf(image),
  picture: null,
  errorCode,
});

const addressOf = (image: PageImage): string | null =>
  image.candidates.find((candidate) => parseHttpUrl(candidate) !== null) ?? null;

const allTooLarge = (): LibraryError =>
  new LibraryError('too_large', 'The pictures of this article are too large together.');
