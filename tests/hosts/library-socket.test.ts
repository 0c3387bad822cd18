// The owner's socket: calls through it, who may open it, what becomes of calls when either side goes.
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { connect as connectSocket, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import type { LibraryContract } from '#contract/library.ts';
import { connect, type Dispatch } from '#contract/rpc.ts';
import {
  type LibrarySocket,
  listenForCallers,
  openOwnerWire,
  socketAddressFor,
} from '#hosts/library-socket.ts';
import { tempDir } from '../support/temp-dir.ts';

async function listen(dispatch: Dispatch, given?: string): Promise<[string, LibrarySocket]> {
  const address = given ?? (await socketAddressFor(tempDir()));
  const bugs: string[] = [];
  const socket = await listenForCallers({ address, dispatch, onBug: (name) => bugs.push(name) });
  onTestFinished(() => socket.close());
  return [address, socket];
}

async function callerOf(address: string) {
  const { wire, close } = await openOwnerWire(address);
  onTestFinished(close);
  return connect<LibraryContract>(wire).client;
}

const echo: Dispatch = async (name, input) => ({ name, input });

test('calls and answers come through whole, bytes and line breaks included, many at once', async () => {
  const [address] = await listen(echo);
  const client = await callerOf(address);
  const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
  const inputs = [1, 2, 3].map((n) => ({ name: `a\nb ${n}`, bytes, companions: [] }));
  const answers = await Promise.all(inputs.map((input) => client['clip.fromFile'](input)));
  expect(answers).toEqual(inputs.map((input) => ({ name: 'clip.fromFile', input })));
});

test('errors come through with code, sentence and details', async () => {
  const [address] = await listen(() =>
    Promise.reject(new LibraryError('too_large', 'Too large.', { limit: 5 })),
  );
  const client = await callerOf(address);
  await expect(client['library.info']({})).rejects.toMatchObject({
    code: 'too_large',
    message: 'Too large.',
    details: { limit: 5 },
  });
});

test.skipIf(process.platform === 'win32')('only its owner may open it', async () => {
  const before = process.umask(0);
  try {
    const [address] = await listen(echo);
    expect(statSync(address).mode & 0o777).toBe(0o600);
  } finally {
    process.umask(before);
  }
});

test('what a dead owner left behind is in nobody’s way', async () => {
  const address = await socketAddressFor(tempDir());
  writeFileSync(address, '');
  await listen(echo, address);
  const client = await callerOf(address);
  expect(await client['tags.list']({})).toEqual({ name: 'tags.list', input: {} });
});

test.skipIf(process.platform === 'win32')(
  'a library with a long path gets a short address',
  async () => {
    const short = tempDir();
    expect(await socketAddressFor(short)).toBe(join(short, 'owner.sock'));
    const long = join(tempDir(), 'ü'.repeat(60));
    mkdirSync(long);
    const address = await socketAddressFor(long);
    expect(Buffer.byteLength(address)).toBeLessThan(101);
    expect(statSync(join(address, '..')).mode & 0o777).toBe(0o700);
    expect(await socketAddressFor(long)).toBe(address);
    expect(await socketAddressFor(`${long}x`)).not.toBe(address);
    await listen(echo, address);
    expect(await (await callerOf(address))['tags.list']({})).toEqual({
      name: 'tags.list',
      input: {},
    });
  },
);

test('nobody at the address: library_busy', async () => {
  await expect(openOwnerWire(join(tempDir(), 'owner.sock'))).rejects.toMatchObject({
    code: 'library_busy',
  });
});

test('closing lets running calls finish and takes no new ones', async () => {
  const started = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<unknown>();
  const [address, socket] = await listen(() => {
    started.resolve();
    return answer.promise;
  });
  const call = (await callerOf(address))['library.info']({});
  await started.promise;
  const closed = socket.close();
  await expect(openOwnerWire(address)).rejects.toMatchObject({ code: 'library_busy' });
  answer.resolve({ dir: 'the last answer' });
  expect(await call).toEqual({ dir: 'the last answer' });
  await closed;
  expect(existsSync(address)).toBe(false);
});

test('a caller that goes takes its calls with it', async () => {
  const started = Promise.withResolvers<void>();
  const aborted = Promise.withResolvers<string>();
  const [address] = await listen(
    (_, __, signal) =>
      new Promise((___, reject) => {
        signal.addEventListener('abort', () => {
          aborted.resolve('aborted');
          reject(new LibraryError('cancelled', 'Cancelled.'));
        });
        started.resolve();
      }),
  );
  const { wire, close } = await openOwnerWire(address);
  connect<LibraryContract>(wire)
    .client['library.info']({})
    .catch(() => undefined);
  await started.promise;
  close();
  expect(await aborted.promise).toBe('aborted');
});

test('an owner that goes fails its callers with host_gone', async () => {
  const address = await socketAddressFor(tempDir());
  const owner = createServer((socket) => socket.once('data', () => socket.destroy()));
  await new Promise<void>((done) => owner.listen(address, done));
  onTestFinished(() => void owner.close());
  const client = await callerOf(address);
  await expect(client['library.info']({})).rejects.toMatchObject({ code: 'host_gone' });
  await expect(client['library.info']({})).rejects.toMatchObject({ code: 'host_gone' });
});

test.each(['not json\n', '5\n', '\u0000\u0001\n', '{"$bytes":""}\n'])(
  'who does not speak the protocol is hung up on: %j',
  async (line) => {
    const [address] = await listen(echo);
    const socket = connectSocket(address);
    const ended = new Promise((done) => socket.on('close', done));
    socket.write(line);
    await ended;
    // And others are served as before.
    expect(await (await callerOf(address))['tags.list']({})).toEqual({
      name: 'tags.list',
      input: {},
    });
  },
);
