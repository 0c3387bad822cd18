// Keeps the library's process alive: starts it, starts it again when it dies, and knows when to stop. No Electron here:
// the fork and the ports come in, so that a test can play every death.
import { LibraryError } from '#contract/errors.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { FromLibraryProcess, ToLibraryProcess } from '#hosts/electron-ports.ts';

/** A port that was made for someone who wants to speak to the library. */
export interface WaitingPort {
  close(): void;
}

export interface LibraryChild<Port> {
  post(message: ToLibraryProcess, ports?: readonly Port[]): void;
  onMessage(listener: (message: FromLibraryProcess) => void): void;
  /** Called once, however it ended. The code proves nothing: a kill can give 0. */
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

export interface SupervisorOptions<Port> {
  fork(): LibraryChild<Port>;
  /** Everything a child says that is not about its own life: `spawn-parser`, `kill-parser`. */
  onRequest(message: FromLibraryProcess, child: LibraryChild<Port>): void;
  /** It answers. */
  onOpen(): void;
  /** The child is gone: what was forked for it goes, too. */
  onGone(): void;
  /** Nothing will answer until restart() succeeds. */
  onFailed(problem: Problem): void;
  now(): number;
  log: { info(line: string): void; error(line: string): void };
}

export interface LibrarySupervisor<Port> {
  start(): void;
  /** Has the library serve its contract on this port, now or once it is up; closes the port where it cannot be. */
  connect(port: Port): void;
  /** Null while the library answers or is about to. */
  failure(): Problem | null;
  /** Resolves when the library is open. @throws LibraryError what keeps it from opening */
  restart(): Promise<void>;
  /**
   * Lets the library finish, has `meanwhile` done while nobody has it open, and starts it again, also where that fails. Resolves
   * when it is open. @throws what `meanwhile` throws, or LibraryError what keeps it from opening
   */
  reopen(meanwhile: () => Promise<void>, limitMs?: number): Promise<void>;
  /** Lets the library finish; ends it by force after `limitMs`. Resolves when it is gone, for good. */
  close(limitMs: number): Promise<void>;
}

export const FIRST_DELAY_MS = 250;
export const MAX_DEATHS = 5;
/** Deaths are counted within this time. Without a limit, a child that cannot start is a fork bomb. */
export const DEATHS_WITHIN_MS = 60_000;
/** The library finishes what others asked of it; a person waits. */
export const CLOSE_LIMIT_MS = 12_000;

const diedTooOften: Problem = {
  code: 'host_gone',
  message:
    'The library stopped several times in a row and was not started again. Nothing that was saved is lost.',
};

export function superviseLibrary<Port extends WaitingPort>(
  options: SupervisorOptions<Port>,
): LibrarySupervisor<Port> {
  const { log } = options;
  let child: LibraryChild<Port> | null = null;
  let ready = false;
  let closing = false;
  /** Closed for a while: it is started again by whoever closed it. */
  let away = false;
  let failure: Problem | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let deaths: number[] = [];
  const waiting: Port[] = [];
  const restarts: { resolve(): void; reject(error: LibraryError): void }[] = [];
  const whenGone: (() => void)[] = [];

  function start(): void {
    timer = null;
    const mine = options.fork();
    child = mine;
    ready = false;
    mine.onMessage((message) => {
      if (child !== mine) return;
      if (message.kind === 'ready') opened(mine);
      else if (message.kind === 'failed') fail(message.problem);
      else options.onRequest(message, mine);
    });
    mine.onExit((code) => {
      if (child === mine) gone(code);
    });
  }

  function opened(mine: LibraryChild<Port>): void {
    ready = true;
    options.onOpen();
    log.info('library: open');
    for (const port of waiting.splice(0)) mine.post({ kind: 'serve' }, [port]);
    for (const { resolve } of restarts.splice(0)) resolve();
  }

  function gone(code: number): void {
    child = null;
    ready = false;
    options.onGone();
    for (const resolve of whenGone.splice(0)) resolve();
    log.info(`library: process ended with code ${code}${closing || away ? ' as asked' : ''}`);
    if (closing || failure || away) return;

    const now = options.now();
    deaths = [...deaths, now].filter((at) => now - at < DEATHS_WITHIN_MS);
    if (deaths.length >= MAX_DEATHS) fail(diedTooOften);
    else timer = setTimeout(start, FIRST_DELAY_MS * 2 ** (deaths.length - 1));
  }

  function fail(problem: Problem): void {
    failure = problem;
    log.error(`library: ${problem.code}, not started again`);
    for (const port of waiting.splice(0)) port.close();
    const error = new LibraryError(problem.code, problem.message);
    // One that said why it failed is of no use any more, and may hold the lock on the library.
    child?.kill();
    for (const { reject } of restarts.splice(0)) reject(error);
    options.onFailed(problem);
  }

  /** Resolves when there is no child. */
  function ended(): Promise<void> {
    return child ? new Promise((resolve) => whenGone.push(resolve)) : Promise.resolve();
  }

  async function finish(limitMs: number): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    if (!child) return;
    const force = setTimeout(() => {
      log.error('library: did not close in time and was ended');
      child?.kill();
    }, limitMs);
    child.post({ kind: 'close' });
    await ended();
    clearTimeout(force);
  }

  return {
    start,
    connect(port) {
      if (failure || closing) port.close();
      else if (child && ready) child.post({ kind: 'serve' }, [port]);
      else waiting.push(port);
    },
    failure: () => failure,
    async restart() {
      if (closing) throw new LibraryError('cancelled', 'Lectern is closing.');
      if (!failure && ready) return;
      const opening = new Promise<void>((resolve, reject) => restarts.push({ resolve, reject }));
      if (failure) {
        failure = null;
        deaths = [];
        void ended().then(() => {
          if (!closing && !child) start();
        });
      }
      return opening;
    },
    async reopen(meanwhile, limitMs = CLOSE_LIMIT_MS) {
      if (closing || away) throw new LibraryError('conflict', 'Lectern is closing this library.');
      away = true;
      ready = false;
      const outcome = await finish(limitMs)
        .then(meanwhile)
        .then(
          () => null,
          (error: unknown) => ({ error }),
        );
      away = false;
      failure = null;
      deaths = [];
      if (closing) throw new LibraryError('cancelled', 'Lectern is closing.');
      const opening = new Promise<void>((resolve, reject) => restarts.push({ resolve, reject }));
      start();
      await opening;
      if (outcome) throw outcome.error;
    },
    async close(limitMs) {
      closing = true;
      for (const port of waiting.splice(0)) port.close();
      await finish(limitMs);
    },
  };
}
