// What a host supplies to the library: time, log, network, parser, threads. The library reaches the world through
// these and nothing else.
import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { OriginalInput, OriginalPage, PageInput, ParsedPage } from '#contract/page.ts';
import type { NetworkReason } from '#contract/types/network.ts';

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}

/** Lines for the log. Never titles, URLs or text of articles. */
export interface Logger {
  info(line: string): void;
  warn(line: string): void;
  error(line: string, cause?: unknown): void;
}

export interface FetchRequest {
  readonly url: string;
  /** What it is for, as it is noted. */
  readonly reason: NetworkReason;
  /** What the response is wanted as; says what to ask for and what to refuse. */
  readonly accept: 'page' | 'image' | 'any';
  /** Limit after decompression. */
  readonly maxBytes: number;
  /** `host` or `host:port` that may be reached although private or loopback. */
  readonly allowHosts: readonly string[];
  /** The page on which an image stands. */
  readonly referrer?: string;
}

export interface Fetched {
  /** After redirects. */
  readonly url: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Without parameters, lower case; null where the site did not say. */
  readonly mediaType: string | null;
  readonly charset: string | null;
}

/** How one request came to its end. */
export interface RequestEnd {
  /** That came, with headers and all. */
  readonly bytes: number;
  /** Null where no answer came. */
  readonly status: number | null;
}

/** Told of a request before it is sent, and by what it returns of its end. Where it throws, nothing is sent. */
export type NoteRequest = (host: string) => (end: RequestEnd) => void;

export interface Fetcher {
  /**
   * @param note of every request that comes of it: each redirect is another
   * @throws LibraryError offline unreachable timed_out refused_by_site login_required not_found not_allowed unsupported_type too_large cancelled
   */
  fetch(request: FetchRequest, signal: AbortSignal, note?: NoteRequest): Promise<Fetched>;
}

export interface PageParser {
  /**
   * Reads one page in a process of its own.
   * @throws LibraryError timed_out too_large (the process was ended), unsupported_type, cancelled
   */
  read(input: PageInput, signal: AbortSignal): Promise<ParsedPage>;
}

export interface OriginalReader {
  /** Makes one page inert, in a process of its own. @throws LibraryError as PageParser.read */
  read(input: OriginalInput, signal: AbortSignal): Promise<OriginalPage>;
}

export interface RenderRequest {
  /** Where the page is, after redirects. */
  readonly url: string;
  /** What its site sent. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Label of the transport. */
  readonly charset: string | null;
  /** `host` or `host:port` that may be reached although private, if the page itself is there. */
  readonly allowHosts: readonly string[];
}

export interface PageRenderer {
  /**
   * Runs the scripts of a page where they can do no harm. @returns its markup then
   * @param fetcher gets whatever they ask for: there is no other way out
   * @throws LibraryError timed_out, unreachable, too_large, cancelled
   */
  render(request: RenderRequest, fetcher: Fetcher, signal: AbortSignal): Promise<string>;
}

/** Starts a thread. The host does it, since sources and bundles find their files in different ways. */
export type SpawnThread = (options: WorkerOptions) => Worker;

/** Tells of changes in a folder. It may miss some. @throws an error of the file system where nobody can look into it */
export type WatchFolder = (dir: string, onChange: () => void) => { close(): void };

export interface Ports {
  readonly clock: Clock;
  readonly log: Logger;
  readonly fetcher: Fetcher;
  readonly parser: PageParser;
  readonly originals: OriginalReader;
  /** Null where nothing can run the scripts of a page. */
  readonly renderer: PageRenderer | null;
  readonly watchFolder: WatchFolder;
  readonly spawnReader: SpawnThread;
  readonly spawnBackup: SpawnThread;
}
