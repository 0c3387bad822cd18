// Every way in which the library's process can die, played on a process that is none.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Problem } from '#contract/types/problem.ts';
import type { FromLibraryProcess, ToLibraryProcess } from '#hosts/electron-ports.ts';
import {
  DEATHS_WITHIN_MS,
  FIRST_DELAY_MS,
  MAX_DEATHS,
  superviseLibrary,
} from '../../electron/main/library-supervisor.ts';

interface Port {
  readonly name: string;
  closed: boolean;
  close(): void;
}

function play() {
  const children: ReturnType<typeof fakeChild>[] = [];
  const requests: FromLibraryProcess[] = [];
  const failures: Problem[] = [];
  let gone = 0;
  const supervisor = superviseLibrary<Port>({
    fork: () => {
      const child = fakeChild();
      children.push(child);
      return child;
    },
    onRequest: (message) => requests.push(message),
    onOpen: () => undefined,
    onGone: () => gone++,
    onFailed: (problem) => failures.push(problem),
    now: () => Date.now(),
    log: { info: () => undefined, error: () => undefined },
  });
  const latest = () => {
    const child = children.at(-1);
    if (!child) throw new Error('nothing was forked');
    return child;
  };
  return { supervisor, children, latest, requests, failures, gone: () => gone };
}

function fakeChild() {
  let tell: (message: FromLibraryProcess) => void = () => undefined;
  let exit: (code: number) => void = () => undefined;
  const posted: { message: ToLibraryProcess; ports: string[] }[] = [];
  return {
    posted,
    kills: 0,
    post: (message: ToLibraryProcess, ports: readonly Port[] = []) =>
      void posted.push({ message, ports: ports.map(({ name }) => name) }),
    onMessage: (listener: typeof tell) => {
      tell = listener;
    },
    onExit: (listener: typeof exit) => {
      exit = listener;
    },
    kill() {
      this.kills++;
    },
    say: (message: FromLibraryProcess) => tell(message),
    die: (code = 9) => exit(code),
  };
}

function port(name: string): Port {
  return {
    name,
    closed: false,
    close() {
      this.closed = true;
    },
  };
}

const busy: Problem = { code: 'library_busy', message: 'The library is open elsewhere.' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('ports wait until the library is open, then go to it in their order', () => {
  const { supervisor, latest } = play();
  supervisor.connect(port('a'));
  supervisor.start();
  supervisor.connect(port('b'));
  expect(latest().posted).toEqual([]);

  latest().say({ kind: 'ready' });
  supervisor.connect(port('c'));
  expect(latest().posted).toEqual(
    ['a', 'b', 'c'].map((name) => ({ message: { kind: 'serve' }, ports: [name] })),
  );
});

test('what the library asks of the shell is passed on', () => {
  const { supervisor, latest, requests } = play();
  supervisor.start();
  latest().say({ kind: 'spawn-parser', parser: 1 });
  expect(requests).toEqual([{ kind: 'spawn-parser', parser: 1 }]);
});

test('a library that dies is started again, later each time, and gets the ports that came meanwhile', () => {
  const { supervisor, children, latest, gone } = play();
  supervisor.start();
  latest().say({ kind: 'ready' });

  for (const [round, delay] of [FIRST_DELAY_MS, FIRST_DELAY_MS * 2, FIRST_DELAY_MS * 4].entries()) {
    latest().die();
    const mine = port(`after death ${round}`);
    supervisor.connect(mine);
    vi.advanceTimersByTime(delay - 1);
    expect(children).toHaveLength(round + 1);
    vi.advanceTimersByTime(1);
    expect(children).toHaveLength(round + 2);
    latest().say({ kind: 'ready' });
    expect(latest().posted).toEqual([{ message: { kind: 'serve' }, ports: [mine.name] }]);
  }
  expect(gone()).toBe(3);
  expect(supervisor.failure()).toBeNull();
});

test('a child that cannot start is given up, and is no fork bomb', () => {
  const { supervisor, children, latest, failures } = play();
  const waiting = port('waiting');
  supervisor.start();
  supervisor.connect(waiting);
  for (let death = 0; death < MAX_DEATHS; death++) {
    latest().die(1);
    vi.advanceTimersByTime(10_000);
  }
  vi.advanceTimersByTime(DEATHS_WITHIN_MS * 10);
  expect(children).toHaveLength(MAX_DEATHS);
  expect(failures).toEqual([expect.objectContaining({ code: 'host_gone' })]);
  expect(supervisor.failure()).toEqual(failures[0]);
  expect(waiting.closed).toBe(true);

  const late = port('late');
  supervisor.connect(late);
  expect(late.closed).toBe(true);
});

test('deaths long ago are forgotten', () => {
  const { supervisor, children, latest, failures } = play();
  supervisor.start();
  for (let death = 0; death < MAX_DEATHS * 3; death++) {
    latest().say({ kind: 'ready' });
    vi.advanceTimersByTime(DEATHS_WITHIN_MS);
    latest().die();
    vi.advanceTimersByTime(FIRST_DELAY_MS);
  }
  expect(children).toHaveLength(MAX_DEATHS * 3 + 1);
  expect(failures).toEqual([]);
});

test('a library that cannot be opened is not tried again by itself', () => {
  const { supervisor, children, latest, failures } = play();
  const waiting = port('waiting');
  supervisor.start();
  supervisor.connect(waiting);
  latest().say({ kind: 'failed', problem: busy });
  expect(latest().kills).toBe(1);
  latest().die(0);
  vi.advanceTimersByTime(DEATHS_WITHIN_MS);
  expect(children).toHaveLength(1);
  expect(failures).toEqual([busy]);
  expect(waiting.closed).toBe(true);
});

test('trying again waits until the failed process is gone, and resolves when the library is open', async () => {
  const { supervisor, children, latest } = play();
  supervisor.start();
  latest().say({ kind: 'failed', problem: busy });

  const again = supervisor.restart();
  await Promise.resolve();
  expect(children).toHaveLength(1);
  latest().die(0);
  await vi.waitFor(() => expect(children).toHaveLength(2));
  latest().say({ kind: 'ready' });
  await again;
  expect(supervisor.failure()).toBeNull();
});

test('trying again in vain says why', async () => {
  const { supervisor, children, latest, failures } = play();
  supervisor.start();
  latest().say({ kind: 'failed', problem: busy });
  latest().die(0);

  const outcome = supervisor.restart().catch((error: unknown) => error);
  await vi.waitFor(() => expect(children).toHaveLength(2));
  latest().say({ kind: 'failed', problem: busy });
  expect(await outcome).toMatchObject(busy);
  expect(failures).toEqual([busy, busy]);
});

test('trying again, twice at once, starts one process', async () => {
  const { supervisor, children, latest } = play();
  supervisor.start();
  latest().say({ kind: 'failed', problem: busy });
  latest().die(0);
  const both = Promise.all([supervisor.restart(), supervisor.restart()]);
  await vi.waitFor(() => expect(children).toHaveLength(2));
  latest().say({ kind: 'ready' });
  await both;
  expect(children).toHaveLength(2);
});

test('a library that is open needs no restart', async () => {
  const { supervisor, children, latest } = play();
  supervisor.start();
  latest().say({ kind: 'ready' });
  await supervisor.restart();
  expect(children).toHaveLength(1);
});

test('what a dead process had still to say is not heard', () => {
  const { supervisor, children, failures } = play();
  supervisor.start();
  children[0]?.die();
  vi.advanceTimersByTime(FIRST_DELAY_MS);
  children[0]?.say({ kind: 'failed', problem: busy });
  expect(failures).toEqual([]);
});

test('closing lets the library finish, and its end is no death', async () => {
  const { supervisor, children, latest } = play();
  supervisor.start();
  latest().say({ kind: 'ready' });
  const closed = supervisor.close(5000);
  expect(latest().posted).toEqual([{ message: { kind: 'close' }, ports: [] }]);
  latest().die(0);
  await closed;
  vi.advanceTimersByTime(DEATHS_WITHIN_MS);
  expect(children).toHaveLength(1);
  expect(latest().kills).toBe(0);
});

test('a library that does not finish is ended by force', async () => {
  const { supervisor, latest } = play();
  supervisor.start();
  const closed = supervisor.close(5000);
  vi.advanceTimersByTime(4999);
  expect(latest().kills).toBe(0);
  vi.advanceTimersByTime(1);
  expect(latest().kills).toBe(1);
  latest().die(0);
  await closed;
});

test('closing while the next start is being waited for starts nothing', async () => {
  const { supervisor, children, latest } = play();
  supervisor.start();
  latest().die();
  await supervisor.close(5000);
  vi.advanceTimersByTime(DEATHS_WITHIN_MS);
  expect(children).toHaveLength(1);
});

test('a library is put elsewhere while nobody has it open, and opens again also where that failed', async () => {
  const { supervisor, children, latest } = play();
  supervisor.start();
  latest().say({ kind: 'ready' });
  const seen: string[] = [];
  const reopened = supervisor.reopen(async () => void seen.push(`${children.length} children`));
  expect(latest().posted).toEqual([{ message: { kind: 'close' }, ports: [] }]);
  supervisor.connect(port('meanwhile'));
  latest().die(0);
  await vi.waitFor(() => expect(children).toHaveLength(2));
  expect(seen).toEqual(['1 children']);
  latest().say({ kind: 'ready' });
  await reopened;
  expect(latest().posted).toEqual([{ message: { kind: 'serve' }, ports: ['meanwhile'] }]);

  const failed = supervisor.reopen(() => Promise.reject(new Error('no room')));
  const outcome = failed.catch((error: Error) => error.message);
  latest().die(0);
  await vi.waitFor(() => expect(children).toHaveLength(3));
  latest().say({ kind: 'ready' });
  expect(await outcome).toBe('no room');
  expect(supervisor.failure()).toBeNull();
});
