// The whole web host: opens the library, welcomes a new one, clips what was given, serves until it is told to stop.
import { toWire } from '#contract/errors.ts';
import { openAsPermitted } from '#library/open-as-permitted.ts';
import { clipOne } from '../cli/clip.ts';
import type { Output } from '../cli/output.ts';
import { localClient } from '../local-client.ts';
import { nodeLog } from '../node-log.ts';
import { ownLibrary } from '../owned-library.ts';
import { builtWindow } from '../program-files.ts';
import { clipWelcome } from '../welcome.ts';
import { startWebServer } from './web-server.ts';
import { openWindowFiles } from './window-files.ts';

/** Clips that take longer than that, slow sites mostly, go on behind the window. */
const CLIPS_FIRST_MS = 5000;

export interface WebHostOptions {
  readonly libraryDir: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Files and addresses to clip. */
  readonly sources: readonly string[];
  readonly rendererDir?: string;
  /** Gets the address with its token when everything is ready; nothing is printed on standard output after it. */
  readonly announce: (url: string) => void;
  readonly output: Output;
  /** Aborts to stop the host. */
  readonly signal: AbortSignal;
}

/**
 * @returns the exit code, when the host has been stopped
 * @throws LibraryError as openLibrary does (library_busy, …), not_found (window not built), conflict (port taken)
 */
export async function runWebHost(options: WebHostOptions): Promise<number> {
  const { libraryDir, output, signal } = options;
  const log = nodeLog(process.env);
  const files = await openWindowFiles(options.rendererDir ?? builtWindow);
  const library = await ownLibrary(libraryDir, openAsPermitted);
  try {
    const onBug = (name: string, error: unknown) => log.error(name, error);
    const server = await startWebServer({ library, libraryDir, files, onBug }, options.port);
    try {
      if (library.isNew) {
        // A library without its welcome article is whole.
        await clipWelcome(library.dispatch).catch((error) => output.problem(toWire(error)));
      }
      const clips = clipAll(options);
      await Promise.race([clips, new Promise((done) => setTimeout(done, CLIPS_FIRST_MS).unref())]);
      options.announce(server.url);
      await aborted(signal);
      await clips;
      return 0;
    } finally {
      await server.close();
    }
  } finally {
    await library.close();
  }

  async function clipAll({ sources }: WebHostOptions) {
    const client = localClient(library.dispatch);
    for (const source of sources) {
      const clipped = await clipOne(client, source, { tags: [], allowHosts: [] }, signal);
      if (clipped.error) output.problem(clipped.error, source);
      else if (clipped.warning) output.problem(clipped.warning, source);
    }
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
