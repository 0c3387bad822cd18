// When parse processes are started and when they are let go: played with processes that do nothing.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import { PARSER_READY } from '#contract/parser-ready.ts';
import type { Reply, Request } from '#contract/rpc.ts';
import type { ParserProcess } from '#hosts/parser-pool.ts';
import { type PageTask, parserSlot } from '#hosts/parser-slot.ts';
import { pageInput } from '../support/read.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Played extends ParserProcess {
  killed: boolean;
  say(reply: Reply): void;
  die(): void;
}

function play(start: (process: Played) => void): { process: Played } {
  const messages: ((reply: Reply) => void)[] = [];
  const closes: (() => void)[] = [];
  const process: Played = {
    killed: false,
    wire: {
      // Answers every page at once.
      send: (request: Request) => {
        if ('id' in request)
          queueMicrotask(() => process.say({ id: request.id, ok: true, value: 'page' }));
      },
      onMessage: (listener) => void messages.push(listener),
      onClose: (listener) => void closes.push(listener),
    },
    say: (reply) => {
      for (const listener of messages) listener(reply);
    },
    die: () => {
      for (const listener of closes) listener();
    },
    kill() {
      process.killed = true;
      process.die();
    },
  };
  queueMicrotask(() => queueMicrotask(() => start(process)));
  return { process };
}

function slotOf(start: (process: Played) => void) {
  const processes: Played[] = [];
  const lines: string[] = [];
  const slot = parserSlot({
    spawn: async () => {
      const { process } = play(start);
      processes.push(process);
      return process;
    },
    timeoutMs: 1000,
    pdfTimeoutMs: 1000,
    idleMs: 60_000,
    log: { warn: (line) => void lines.push(line), error: (line) => void lines.push(line) },
  });
  const read = async (): Promise<string> => {
    try {
      await slot.run(task, new AbortController().signal);
      return 'page';
    } catch (error) {
      return error instanceof LibraryError ? error.code : String(error);
    }
  };
  return { slot, processes, lines, read };
}

const input = pageInput('x');
const task: PageTask<unknown> = {
  input,
  ask: (client, signal) => client['page.read'](input, signal),
};
const ready = (process: Played) => process.say({ event: PARSER_READY });

describe('a slot for a parse process', () => {
  it('lets its process go when it has been idle for a minute, and not before', async () => {
    const { processes, read } = slotOf(ready);
    expect(await read()).toBe('page');
    await vi.advanceTimersByTimeAsync(59_000);
    expect(await read()).toBe('page');
    await vi.advanceTimersByTimeAsync(59_999);
    expect(processes.map(({ killed }) => killed)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(1);
    expect(processes.map(({ killed }) => killed)).toEqual([true]);
    expect(await read()).toBe('page');
    expect(processes).toHaveLength(2);
  });

  it('does not start what cannot start again and again', async () => {
    const { processes, read, lines } = slotOf((process) => process.die());
    expect(await read()).toBe('host_gone');
    expect(await read()).toBe('host_gone');
    expect(processes).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(500);
    expect([await read(), await read()]).toEqual(['host_gone', 'host_gone']);
    expect(processes).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(500);
    expect(await read()).toBe('host_gone');
    expect(processes).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(500);
    expect(await read()).toBe('host_gone');
    expect(processes).toHaveLength(3);
    expect(lines).toEqual(
      [500, 1000, 2000].map(
        (pause) => `parser: could not be started, not tried again for ${pause} ms`,
      ),
    );
  });

  it('starts as before once it could be started', async () => {
    let broken = true;
    const { processes, read } = slotOf((process) => (broken ? process.die() : ready(process)));
    expect(await read()).toBe('host_gone');
    broken = false;
    await vi.advanceTimersByTimeAsync(500);
    expect(await read()).toBe('page');
    processes[1]?.die();
    expect(await read()).toBe('page');
    expect(processes).toHaveLength(3);
  });

  it('does not wait for ever for a process that says nothing', async () => {
    const { processes, read } = slotOf(() => undefined);
    const page = read();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await page).toBe('host_gone');
    expect(processes.map(({ killed }) => killed)).toEqual([true]);
  });

  it('lets go at once of a page that is cancelled while its process starts, and uses that process for the next', async () => {
    const started: Played[] = [];
    const { slot, processes, read } = slotOf((process) => void started.push(process));
    const controller = new AbortController();
    const page = slot.run(task, controller.signal);
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    await expect(page).rejects.toMatchObject({ code: 'cancelled' });
    const next = read();
    for (const process of started) ready(process);
    expect(await next).toBe('page');
    expect(processes).toHaveLength(1);
  });

  it('passes on what a process reports of bugs', async () => {
    const { processes, read, lines } = slotOf(ready);
    await read();
    processes[0]?.say({ event: { bug: 'Error: oops' } });
    expect(lines).toEqual(['parser: Error: oops']);
  });

  it('is over once it is closed', async () => {
    const { slot, processes, read } = slotOf(ready);
    await read();
    slot.close();
    expect(await read()).toBe('cancelled');
    expect(processes.map(({ killed }) => killed)).toEqual([true]);
  });
});
