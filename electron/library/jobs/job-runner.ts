// Works through what waits for the network: a few at a time, one of a site, each again after a while when it fails for now.
// What waits are rows, so that what was begun goes on after the library was closed, or died.
import type { Problem } from '#contract/types/problem.ts';
import type { WriteContext } from '../context.ts';
import type { NetworkDoor } from '../network/network-door.ts';

const AT_ONCE = 4;
/** A timer does not count the time that a computer sleeps: it looks again at least this often, in milliseconds. */
const LOOK_AGAIN = 10 * 60_000;
/** Where the network is switched off, what is due is put off: whoever switches it on wakes it. In milliseconds. */
const PUT_OFF = 24 * 60 * 60_000;

export interface Job {
  /** Another for each job, of all queues. */
  readonly key: string;
  /** Nothing else is asked of it meanwhile. */
  readonly host: string;
  /** It is at work from now on. */
  begin(): void;
  /** Never throws. What it notes of itself is its own; after `signal` nothing. */
  attempt(signal: AbortSignal): Promise<void>;
}

/** Rows of one kind that wait. */
export interface JobQueue {
  nextDue(now: number, busyHosts: readonly string[]): Job | null;
  nextDueAt(busyHosts: readonly string[]): number | null;
  /** Those that were at work when the library was closed, or died. */
  putBackAll(): void;
  /** What is due waits for something else: it says for what, and that is no try. */
  putOff(now: number, until: number, problem: Problem): void;
  /** The network is back: what waits for it is due. */
  wake(now: number): void;
}

export interface JobRunner {
  /** Those added first come first. */
  add(queue: JobQueue): void;
  /** Something may be due. */
  look(): void;
  /** Stops a job that is at work. */
  stop(key: string): void;
  wake(): void;
  /** From now on jobs are worked through, also those of the last time. */
  start(): void;
  /** What is at work is put back. */
  close(): Promise<void>;
}

export function jobRunner(
  { ports }: Pick<WriteContext, 'ports'>,
  network: Pick<NetworkDoor, 'shut'>,
): JobRunner {
  const queues: JobQueue[] = [];
  const running = new Map<
    string,
    { host: string; controller: AbortController; end: Promise<void> }
  >();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let works = false;

  const busyHosts = () => [...running.values()].map(({ host }) => host);
  const putBackAll = () => {
    for (const queue of queues) queue.putBackAll();
  };

  function nextDue(): Job | null {
    for (const queue of queues) {
      const job = queue.nextDue(ports.clock.now(), busyHosts());
      if (job) return job;
    }
    return null;
  }

  function look(): void {
    clearTimeout(timer);
    if (!works) return;
    putOff();
    while (running.size < AT_ONCE) {
      const job = nextDue();
      if (!job) break;
      begin(job);
    }
    if (running.size >= AT_ONCE) return;
    const due = queues.flatMap((queue) => queue.nextDueAt(busyHosts()) ?? []);
    if (due.length === 0) return;
    const pause = Math.max(0, Math.min(...due) - ports.clock.now());
    timer = setTimeout(look, Math.min(pause, LOOK_AGAIN));
    timer.unref();
  }

  function putOff(): void {
    const problem = network.shut();
    if (!problem) return;
    const now = ports.clock.now();
    for (const queue of queues) queue.putOff(now, now + PUT_OFF, problem);
  }

  function begin(job: Job): void {
    const controller = new AbortController();
    job.begin();
    const end = job.attempt(controller.signal).finally(() => {
      running.delete(job.key);
      look();
    });
    running.set(job.key, { host: job.host, controller, end });
  }

  return {
    add: (queue) => void queues.push(queue),
    look,
    stop: (key) => running.get(key)?.controller.abort(),
    wake() {
      for (const queue of queues) queue.wake(ports.clock.now());
      look();
    },
    start() {
      works = true;
      putBackAll();
      look();
    },
    async close() {
      if (!works) return;
      works = false;
      clearTimeout(timer);
      for (const { controller } of running.values()) controller.abort();
      await Promise.allSettled([...running.values()].map(({ end }) => end));
      putBackAll();
    },
  };
}
