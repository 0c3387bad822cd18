// Pages that are rendered for the library: a few at a time, and stopped when nobody waits for them.
import { expect, test } from 'vitest';
import type { ToLibraryProcess } from '#hosts/electron-ports.ts';
import { MAX_RENDERINGS, superviseRenderers } from '../../electron/main/renderer-supervisor.ts';

function play({ fails = false } = {}) {
  const replies: { message: ToLibraryProcess; ports: readonly string[] }[] = [];
  const stopped: number[] = [];
  const ends: (() => void)[] = [];
  const errors: string[] = [];
  const supervisor = superviseRenderers<string>({
    start() {
      if (fails) throw new Error('no window');
      const at = ends.length;
      const ended = new Promise<void>((end) => ends.push(end));
      return { rendering: { stop: () => stopped.push(at), ended }, port: `port ${at}` };
    },
    log: { error: (line) => errors.push(line) },
  });
  const ask = (rendering: number) =>
    supervisor.request({ kind: 'render', rendering }, (message, ports = []) =>
      replies.push({ message, ports }),
    );
  return { supervisor, ask, replies, stopped, ends, errors };
}

test('each gets a port, as many as there may be', async () => {
  const { ask, replies, ends } = play();
  for (let at = 0; at <= MAX_RENDERINGS; at++) ask(at);
  expect(replies.map(({ message, ports }) => [message.kind, ...ports])).toEqual([
    ['rendering', 'port 0'],
    ['rendering', 'port 1'],
    ['no-rendering'],
  ]);
  ends[0]?.();
  await Promise.resolve();
  ask(9);
  expect(replies.at(-1)).toEqual({
    message: { kind: 'rendering', rendering: 9 },
    ports: ['port 2'],
  });
});

test('all are stopped together; what is nothing of theirs is left alone', () => {
  const { supervisor, ask, replies, stopped } = play();
  ask(1);
  ask(2);
  supervisor.request({ kind: 'spawn-parser', parser: 1 }, () => replies.splice(0));
  expect(replies).toHaveLength(2);
  supervisor.stopAll();
  expect(stopped).toEqual([0, 1]);
});

test('one that cannot be started is refused and told of', () => {
  const { ask, replies, errors } = play({ fails: true });
  ask(1);
  expect(replies[0]?.message).toMatchObject({ kind: 'no-rendering', rendering: 1 });
  expect(errors).toHaveLength(1);
});
