// Parse processes as the library sees them: pages in, parsed pages out, whatever becomes of a process on the way.
import { LibraryError } from '#contract/errors.ts';
import type { Reply, Request, Wire } from '#contract/rpc.ts';
import { PARSE_PDF_TIMEOUT_MS, PARSE_TIMEOUT_MS } from '#library/clip/limits.ts';
import type { Logger, OriginalReader, PageParser } from '#library/ports.ts';
import { type PageTask, type ParserSlot, parserSlot } from './parser-slot.ts';

export interface ParserProcess {
  readonly wire: Wire<Request, Reply>;
  /** Ends the process at once, whatever it is doing. */
  kill(): void;
}

export interface ParserPoolOptions {
  /** Processes at once; each takes up to half a gigabyte for a bad page. */
  readonly size?: number;
  readonly spawn: () => Promise<ParserProcess>;
  /** For one page, from handing it over. */
  readonly timeoutMs?: number;
  /** The same for a PDF. */
  readonly pdfTimeoutMs?: number;
  /** A process without work is ended after that. */
  readonly idleMs?: number;
  readonly log?: Pick<Logger, 'warn' | 'error'>;
}

export interface ParserPool extends PageParser {
  readonly originals: OriginalReader;
  /** Ends all processes; pages that wait or are being read fail with `cancelled`. */
  close(): void;
}

interface Job {
  /** Never rejects: whoever waits is told. */
  readonly runIn: (slot: ParserSlot) => Promise<void>;
  /** Stops waiting for a signal that may outlive the job by far, and would keep its page. */
  readonly forget: () => void;
  readonly reject: (error: unknown) => void;
}

/** Processes are started when there are pages for them, and no earlier. */
export function parserPool(options: ParserPoolOptions): ParserPool {
  const slots = Array.from({ length: options.size ?? 1 }, () =>
    parserSlot({
      spawn: options.spawn,
      timeoutMs: options.timeoutMs ?? PARSE_TIMEOUT_MS,
      pdfTimeoutMs: options.pdfTimeoutMs ?? PARSE_PDF_TIMEOUT_MS,
      idleMs: options.idleMs ?? 60_000,
      log: options.log ?? { warn: () => undefined, error: () => undefined },
    }),
  );
  const idle: ParserSlot[] = [...slots].reverse();
  const queue: Job[] = [];
  let closed = false;

  function next(): void {
    while (idle.length > 0) {
      const job = queue.shift();
      if (!job) return;
      // The slot used last comes first: its process is warm, and the others may go to sleep.
      const slot = idle.pop() as ParserSlot;
      job.forget();
      void job.runIn(slot).finally(() => {
        idle.push(slot);
        next();
      });
    }
  }

  const run = <T>(task: PageTask<T>, signal: AbortSignal): Promise<T> =>
    new Promise((resolve, reject) => {
      if (signal.aborted || closed) return reject(cancelled());
      const leave = () => {
        queue.splice(queue.indexOf(job), 1);
        reject(cancelled());
      };
      const forget = () => signal.removeEventListener('abort', leave);
      const runIn = (slot: ParserSlot) => slot.run(task, signal).then(resolve, reject);
      const job: Job = { runIn, forget, reject };
      queue.push(job);
      // Once it is being read, its slot listens instead.
      signal.addEventListener('abort', leave, { once: true });
      next();
    });

  return {
    read: (input, signal) =>
      run({ input, ask: (client, stop) => client['page.read'](input, stop) }, signal),
    originals: {
      read: (input, signal) =>
        run({ input, ask: (client, stop) => client['page.original'](input, stop) }, signal),
    },
    close() {
      closed = true;
      for (const job of queue.splice(0)) {
        job.forget();
        job.reject(cancelled());
      }
      for (const slot of slots) slot.close();
    },
  };
}

const cancelled = (): LibraryError =>
  new LibraryError('cancelled', 'Reading the page was cancelled.');
