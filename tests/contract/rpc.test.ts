// Calls over a wire: replies, events, cancelling, a lost other side, and names and inputs that nobody should send.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { command, type Handlers, query } from '#contract/define.ts';
import { LibraryError } from '#contract/errors.ts';
import { connect, dispatcher, type Reply, type Request, serve, type Wire } from '#contract/rpc.ts';

const contract = {
  'words.count': query(z.object({ text: z.string() }), z.int()),
  'words.wait': command(z.object({}), z.void()),
  'words.fail': command(z.object({ how: z.enum(['code', 'bug']) }), z.void()),
} as const;

const handlers: Handlers<typeof contract> = {
  'words.count': ({ text }) => text.split(' ').length,
  'words.wait': (_, signal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new LibraryError('cancelled', 'Given up.')));
    }),
  'words.fail': ({ how }) => {
    if (how === 'code') throw new LibraryError('disk_full', 'No room.', { missing: 3 });
    throw new TypeError('a secret of the inside');
  },
};

/** Two ends joined in memory; what crosses is cloned, as a port would. */
function joinedWires() {
  const listeners = {
    asking: [] as ((m: Reply) => void)[],
    answering: [] as ((m: Request) => void)[],
  };
  const closing: (() => void)[] = [];
  const asking: Wire<Request, Reply> = {
    send: (message) => {
      for (const listener of listeners.answering) listener(structuredClone(message));
    },
    onMessage: (listener) => void listeners.asking.push(listener),
    onClose: (listener) => void closing.push(listener),
  };
  const answering: Wire<Reply, Request> = {
    send: (message) => {
      for (const listener of listeners.asking) listener(structuredClone(message));
    },
    onMessage: (listener) => void listeners.answering.push(listener),
    onClose: (listener) => void closing.push(listener),
  };
  return {
    asking,
    answering,
    close: () => {
      for (const listener of closing) listener();
    },
  };
}

function setUp() {
  const wires = joinedWires();
  const bugs: [string, unknown][] = [];
  const emit = serve(dispatcher(contract, handlers), wires.answering, (name, error) =>
    bugs.push([name, error]),
  );
  return { ...connect<typeof contract>(wires.asking), emit, bugs, close: wires.close };
}

const failure = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof LibraryError
    ? { code: error.code, message: error.message, details: error.details }
    : error;
};

test('a call is answered', async () => {
  expect(await setUp().client['words.count']({ text: 'a reef at night' })).toBe(4);
});

test('an error crosses with its code, sentence and details', async () => {
  expect(await failure(setUp().client['words.fail']({ how: 'code' }))).toEqual({
    code: 'disk_full',
    message: 'No room.',
    details: { missing: 3 },
  });
});

test('a bug is told to the host in full and to the caller not at all', async () => {
  const { client, bugs } = setUp();
  expect(await failure(client['words.fail']({ how: 'bug' }))).toEqual({
    code: 'bug',
    message: 'Something went wrong inside Lectern. Nothing was changed.',
    details: {},
  });
  expect(bugs).toEqual([['words.fail', new TypeError('a secret of the inside')]]);
});

test.each(['words.none', 'toString', 'constructor', '__proto__', ''])(
  'there is no call named %j',
  async (name) => {
    const dispatch = dispatcher(contract, handlers);
    const { signal } = new AbortController();
    expect(await failure(dispatch(name, {}, signal))).toMatchObject({ code: 'invalid_input' });
    expect(await dispatch('words.count', { text: 'control' }, signal)).toBe(1);
  },
);

test('input of another shape is refused before the handler sees it', async () => {
  const { client } = setUp();
  expect(await failure(client['words.count']({ text: 3 as unknown as string }))).toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('text'),
  });
});

test('a cancelled call fails at once and aborts its handler', async () => {
  const { client } = setUp();
  const controller = new AbortController();
  const call = failure(client['words.wait']({}, controller.signal));
  controller.abort();
  expect(await call).toMatchObject({ code: 'cancelled' });
});

test('when the wire closes, waiting and later calls fail', async () => {
  const { client, close, onClose } = setUp();
  let told = 0;
  onClose(() => told++);
  const waiting = failure(client['words.wait']({}));
  close();
  expect(await waiting).toMatchObject({ code: 'host_gone' });
  expect(await failure(client['words.count']({ text: 'late' }))).toMatchObject({
    code: 'host_gone',
  });
  expect(told).toBe(1);
});

test('events arrive until their listener leaves', () => {
  const { emit, onEvent } = setUp();
  const heard: unknown[] = [];
  const stop = onEvent((event) => heard.push(event));
  emit({ kind: 'changed' });
  stop();
  emit({ kind: 'unheard' });
  expect(heard).toEqual([{ kind: 'changed' }]);
});

test('awaiting a client does not hang', async () => {
  const { client } = setUp();
  expect(await Promise.resolve(client)).toBe(client);
});
