// lectern clip: saves files, folders and zips of them, addresses and standard input one after the other; one that fails does not stop the rest.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LibraryError, toWire } from '#contract/errors.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import { HttpUrl } from '#contract/types/ids.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { TagName } from '#contract/types/tag.ts';
import { MAX_FILE_BYTES } from '#library/clip/limits.ts';
import type { LibraryClient } from '../local-client.ts';
import { type Inside, lookInside } from '../look-inside.ts';
import { UsageError } from './arguments.ts';
import { readTag, readUrl } from './checked-input.ts';
import type { CommandRun } from './commands.ts';
import { writeLibrary } from './library-access.ts';
import { type Output, plain } from './output.ts';
import { readStandardInput } from './source-bytes.ts';

/** One entry of the answer; `title` and `url` of a failed one are what is known of it without reading it. */
export type Clipped =
  | (ClipResult & { readonly error?: never })
  | {
      readonly uid: null;
      readonly title: string;
      readonly url: string | null;
      readonly status: 'failed';
      readonly error: Problem;
    };

interface Options {
  readonly tags: TagName[];
  readonly url?: HttpUrl;
  readonly allowHosts: string[];
  readonly anyway?: boolean;
}

export async function runClip({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const { operands, options } = invocation;
  const url = options.text('url');
  if (url !== undefined && operands.length > 1) {
    throw new UsageError('--url says where one page came from: clip that page alone.');
  }
  const clipOptions: Options = {
    tags: options.texts('tag').map(readTag),
    ...(url !== undefined && { url: readUrl(url) }),
    allowHosts: [...options.texts('allow-host')],
    anyway: options.has('anyway'),
  };
  const all: Clipped[] = [];
  await writeLibrary(libraryDir, { create: true }, async (client) => {
    for (const source of operands) {
      // One after the other: a page may take half a gigabyte to read, and the answer keeps the order.
      for await (const { about, clipped } of clipAll(client, source, clipOptions, signal)) {
        all.push(clipped);
        report(about, clipped, output, json);
      }
    }
  });
  if (json) output.json(all);
  return all.some(({ status }) => status === 'failed') ? 1 : 0;
}

interface Told {
  readonly about: string;
  readonly clipped: Clipped;
}

/** One source, or each page in it. @throws UsageError for one address given to many pages */
async function* clipAll(
  client: LibraryClient,
  source: string,
  options: Options,
  signal: AbortSignal,
): AsyncGenerator<Told> {
  let inside: Inside | null = null;
  try {
    if (source !== '-' && !looksLikeUrl(source)) inside = await lookInside(resolve(source));
  } catch (error) {
    return yield { about: source, clipped: failed(source, null, error) };
  }
  if (inside === null) {
    return yield { about: source, clipped: await clipOne(client, source, options, signal) };
  }
  if (options.url !== undefined) {
    throw new UsageError('--url says where one page came from: clip that page alone.');
  }
  if (inside.kind === 'folder') {
    for (const path of inside.paths) {
      yield { about: path, clipped: await clipOne(client, path, options, signal) };
    }
    return;
  }
  try {
    const { url: _, ...zipOptions } = options;
    for (const one of await client['clip.fromZipPath'](
      { ...zipOptions, path: resolve(source) },
      signal,
    )) {
      const about = `${source}/${one.name}`;
      yield { about, clipped: 'result' in one ? one.result : failedOf(about, null, one.problem) };
    }
  } catch (error) {
    yield { about: source, clipped: failed(source, null, error) };
  }
}

/** Never throws: what goes wrong with one source is its entry in the answer. */
export async function clipOne(
  client: LibraryClient,
  source: string,
  options: Options,
  signal: AbortSignal,
): Promise<Clipped> {
  try {
    if (signal.aborted) throw new LibraryError('cancelled', 'The clip was cancelled.');
    if (source === '-') {
      const bytes = await readStandardInput(MAX_FILE_BYTES, signal);
      return await client['clip.fromFile']({ ...options, name: '', bytes }, signal);
    }
    if (looksLikeUrl(source)) {
      return await client['clip.fromUrl']({ ...options, url: addressOf(source) }, signal);
    }
    return await client['clip.fromPath']({ ...options, path: resolve(source) }, signal);
  } catch (error) {
    const url = looksLikeUrl(source) ? source : (options.url ?? null);
    return failed(source === '-' ? '' : source, url, error);
  }
}

const failedOf = (title: string, url: string | null, error: Problem): Clipped => ({
  uid: null,
  title,
  url,
  status: 'failed',
  error,
});

function failed(title: string, url: string | null, error: unknown): Clipped {
  const { code, message } = toWire(error);
  return failedOf(title, url, { code, message });
}

/** `scheme:…`, unless that is the name of a file, or a drive letter of Windows. */
const looksLikeUrl = (source: string) => /^[a-z][a-z0-9+.-]+:/i.test(source) && !existsSync(source);

function addressOf(source: string): HttpUrl {
  const parsed = HttpUrl.safeParse(source.trim());
  if (parsed.success) return parsed.data;
  const scheme = source.slice(0, source.indexOf(':')).toLowerCase();
  if (scheme === 'http' || scheme === 'https') {
    throw new LibraryError('invalid_input', 'That is not a complete address.');
  }
  throw new LibraryError(
    'not_allowed',
    `Only http and https addresses can be clipped, not “${scheme}:”.`,
  );
}

function report(source: string, clipped: Clipped, output: Output, json: boolean): void {
  const about = source === '-' ? 'standard input' : source;
  if (clipped.status === 'failed') output.problem(clipped.error, about);
  else if (clipped.warning) output.problem(clipped.warning, about);
  if (json) return;
  const { strong, faint } = output.style;
  const status = clipped.status.padEnd('exists'.length);
  output.line(
    clipped.status === 'failed'
      ? `${status}  ${faint(plain(about))}`
      : `${status}  ${clipped.uid}  ${strong(plain(clipped.title))}${faint(versionOf(clipped))}`,
  );
}

function versionOf({ version }: ClipResult): string {
  if (!version) return '';
  return `  version ${version.number}${version.shown ? '' : ', kept but not shown'}`;
}
