// Parse processes at the word of the library, played on processes that are none.
import { expect, test } from 'vitest';
import type { ToLibraryProcess } from '#hosts/electron-ports.ts';
import { MAX_PARSERS, superviseParsers } from '../../electron/main/parser-supervisor.ts';

function play(fork?: () => never) {
  const children: { kills: number; die(code: number): void }[] = [];
  const replies: { message: ToLibraryProcess; ports: readonly string[] }[] = [];
  const parsers = superviseParsers<string>({
    fork:
      fork ??
      (() => {
        let exit: (code: number) => void = () => undefined;
        const child = {
          kills: 0,
          onExit: (listener: (code: number) => void) => {
            exit = listener;
          },
          kill() {
            this.kills++;
          },
          die: (code: number) => exit(code),
        };
        children.push(child);
        return { child, port: `port ${children.length}` };
      }),
    log: { info: () => undefined, error: () => undefined },
  });
  const spawn = (parser: number) =>
    parsers.request({ kind: 'spawn-parser', parser }, (message, ports = []) =>
      replies.push({ message, ports }),
    );
  const kill = (parser: number) =>
    parsers.request({ kind: 'kill-parser', parser }, () => undefined);
  return { parsers, children, replies, spawn, kill };
}

test('a parser is forked and its port handed over', () => {
  const { replies, spawn } = play();
  spawn(7);
  expect(replies).toEqual([{ message: { kind: 'parser', parser: 7 }, ports: ['port 1'] }]);
});

test('only the parser that is named is ended', () => {
  const { children, spawn, kill } = play();
  spawn(1);
  spawn(2);
  kill(2);
  kill(99);
  expect(children.map(({ kills }) => kills)).toEqual([0, 1]);
});

test('there is a limit, and who ended makes room', () => {
  const { children, replies, spawn } = play();
  for (let parser = 1; parser <= MAX_PARSERS + 1; parser++) spawn(parser);
  expect(children).toHaveLength(MAX_PARSERS);
  expect(replies.at(-1)?.message).toEqual({
    kind: 'no-parser',
    parser: MAX_PARSERS + 1,
    reason: `${MAX_PARSERS} are running already`,
  });

  children[0]?.die(9);
  spawn(MAX_PARSERS + 2);
  expect(children).toHaveLength(MAX_PARSERS + 1);
});

test('a fork that fails is told to the library', () => {
  const { replies, spawn } = play(() => {
    throw new Error('no memory');
  });
  spawn(1);
  expect(replies).toEqual([
    { message: { kind: 'no-parser', parser: 1, reason: 'it could not be started' }, ports: [] },
  ]);
});

test('with the library go all its parsers', () => {
  const { parsers, children, spawn } = play();
  spawn(1);
  spawn(2);
  parsers.killAll();
  expect(children.map(({ kills }) => kills)).toEqual([1, 1]);
});
