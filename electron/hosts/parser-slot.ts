// One place for a parse process: starts it when a page comes, ends it when a page will not end, and lets it go when idle.

import type { Client } from '#contract/define.ts';
import { LibraryError } from '#contract/errors.ts';
import { isPdf } from '#contract/is-pdf.ts';
import type { PageContract, PageInput } from '#contract/page.ts';
import { PARSER_READY } from '#contract/parser-ready.ts';
import { type Connection, connect } from '#contract/rpc.ts';
import type { ParserPoolOptions, ParserProcess } from './parser-pool.ts';

/** A process that has not said a word by then will not. */
const START_LIMIT_MS = 20_000;

/** After a failed start nothing is started for a while, twice as long each time: a loop without it is a fork bomb. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;

/** What is to be done with a page. */
export interface PageTask<T> {
  readonly input: Pick<PageInput, 'bytes'>;
  ask(client: Client<PageContract>, signal: AbortSignal): Promise<T>;
}

export interface ParserSlot {
  /** One page at a time. @throws LibraryError as PageParser.read, and host_gone where no process can be started */
  run<T>(task: PageTask<T>, signal: AbortSignal): Promise<T>;
  close(): void;
}

interface Running {
  readonly process: ParserProcess;
  readonly connection: Connection<PageContract>;
}

export function parserSlot(options: Required<Omit<ParserPoolOptions, 'size'>>): ParserSlot {
  const { log } = options;
  let running: Running | null = null;
  let starting: Promise<void> | null = null;
  let idleTimer: NodeJS.Timeout | undefined;
  let failedStarts = 0;
  let notBefore = 0;
  let closed = false;

  const limitFor = ({ bytes }: Pick<PageInput, 'bytes'>): number =>
    isPdf(bytes) ? options.pdfTimeoutMs : options.timeoutMs;

  function drop(): void {
    clearTimeout(idleTimer);
    const gone = running;
    running = null;
    gone?.process.kill();
  }

  async function start(): Promise<Running> {
    if (performance.now() < notBefore) throw cannotStart();
    try {
      const process = await options.spawn();
      const connection = connect<PageContract>(process.wire);
      const mine = { process, connection };
      connection.onEvent((event) => {
        if (isBugReport(event)) log.error(`parser: ${event.bug}`);
      });
      await whenReady(mine);
      // From here on a process that dies between two pages is simply replaced at the next.
      connection.onClose(() => {
        if (running === mine) drop();
      });
      failedStarts = 0;
      return mine;
    } catch (error) {
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** failedStarts++, LONGEST_PAUSE_MS);
      notBefore = performance.now() + pause;
      log.error(`parser: could not be started, not tried again for ${pause} ms`, error);
      throw cannotStart(error);
    }
  }

  /** One start at a time, even when whoever wanted it has gone meanwhile. */
  function begin(): Promise<void> {
    starting ??= start()
      .then((started) => {
        running = started;
        if (closed) drop();
      })
      .finally(() => {
        starting = null;
      });
    return starting;
  }

  async function run<T>(task: PageTask<T>, signal: AbortSignal): Promise<T> {
    const used = running !== null;
    if (!running) await unlessAborted(begin(), signal);
    if (!running || signal.aborted) throw cancelled();
    const { page, timer } = ask(running, task, signal);
    try {
      return await page;
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error;
      if (signal.aborted || closed || error.code === 'cancelled') {
        // What it is doing cannot be stopped otherwise, and what it leaves behind is not worth knowing.
        drop();
        throw signal.aborted || closed ? cancelled() : timedOut(limitFor(task.input));
      }
      if (error.code !== 'host_gone') throw error;
      log.warn('parser: process ended while it read a page');
      drop();
      // A process that had served before may have died of something else; with a new one it is the page.
      if (used) return run(task, signal);
      throw overrun();
    } finally {
      timer.stop();
    }
  }

  /** The caller's signal may live for hours of an import: nothing of this page stays on it. */
  function ask<T>({ connection }: Running, task: PageTask<T>, signal: AbortSignal) {
    const stop = new AbortController();
    const abort = () => stop.abort();
    const limit = setTimeout(abort, limitFor(task.input));
    signal.addEventListener('abort', abort, { once: true });
    return {
      page: task.ask(connection.client, stop.signal),
      timer: {
        stop() {
          clearTimeout(limit);
          signal.removeEventListener('abort', abort);
        },
      },
    };
  }

  return {
    async run(task, signal) {
      clearTimeout(idleTimer);
      if (closed) throw cancelled();
      try {
        return await run(task, signal);
      } finally {
        idleTimer = setTimeout(drop, options.idleMs).unref();
      }
    },
    close() {
      closed = true;
      drop();
    },
  };
}

/** Resolves when the work is done, or at once when nobody waits for it any more; it goes on nevertheless. */
async function unlessAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  let abort: () => void = () => undefined;
  const aborted = new Promise<void>((resolve) => {
    abort = resolve;
    signal.addEventListener('abort', abort, { once: true });
  });
  await Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', abort));
}

function whenReady({ process, connection }: Running): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      process.kill();
      reject(new Error(`no sign of life within ${START_LIMIT_MS} ms`));
    }, START_LIMIT_MS);
    connection.onEvent((event) => {
      if (event !== PARSER_READY) return;
      clearTimeout(timer);
      resolve();
    });
    connection.onClose(() => {
      clearTimeout(timer);
      reject(new Error('it ended before it was ready'));
    });
  });
}

const isBugReport = (event: unknown): event is { bug: string } =>
  typeof event === 'object' && event !== null && 'bug' in event;

const cancelled = (): LibraryError =>
  new LibraryError('cancelled', 'Reading the page was cancelled.');

const timedOut = (ms: number): LibraryError =>
  new LibraryError(
    'timed_out',
    `Reading the page took more than ${Math.round(ms / 1000)} seconds, so it was given up.`,
  );

const overrun = (): LibraryError =>
  new LibraryError(
    'too_large',
    'The page was too much: the process that read it ran out of memory and ended. Nothing else was harmed.',
  );

const cannotStart = (cause?: unknown): LibraryError =>
  new LibraryError(
    'host_gone',
    'The part of Lectern that reads pages could not be started.',
    {},
    { cause },
  );
