// Electron's ports as wires: calls cross them, and what is no call is dropped.
import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { query } from '#contract/define.ts';
import { connect, dispatcher, serve } from '#contract/rpc.ts';
import { clientWire, type MessagePortLike, serverWire } from '#hosts/electron-ports.ts';

const contract = {
  'text.double': query(z.object({ text: z.string() }), z.string()),
} as const;

let channel: MessageChannel;
/** Node's port in the shape of Electron's, whose events carry their message as `data`. */
const electronPort = (port: MessageChannel['port1']): MessagePortLike => ({
  postMessage: (message) => port.postMessage(message),
  on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void) =>
    event === 'message'
      ? port.on('message', (data) => listener({ data }))
      : port.on('close', () => listener({ data: null })),
  start: () => port.start(),
  close: () => port.close(),
});

beforeEach(() => {
  channel = new MessageChannel();
});
afterEach(() => channel.port1.close());

test('calls are answered, events arrive, and the end is told', async () => {
  const tell = serve(
    dispatcher(contract, { 'text.double': ({ text }) => text + text }),
    serverWire(electronPort(channel.port1)),
    () => undefined,
  );
  const { client, onEvent, onClose } = connect<typeof contract>(
    clientWire(electronPort(channel.port2)),
  );
  const event = new Promise((heard) => onEvent(heard));
  const closed = new Promise<void>((ended) => onClose(ended));
  expect(await client['text.double']({ text: 'ab' })).toBe('abab');
  tell({ kind: 'changed' });
  expect(await event).toEqual({ kind: 'changed' });
  channel.port1.close();
  await closed;
  await expect(client['text.double']({ text: 'ab' })).rejects.toMatchObject({ code: 'host_gone' });
});

test('what is no call is dropped, and the calls after it are answered', async () => {
  const bugs: unknown[] = [];
  serve(
    dispatcher(contract, { 'text.double': ({ text }) => text + text }),
    serverWire(electronPort(channel.port1)),
    (_, error) => bugs.push(error),
  );
  const replies: unknown[] = [];
  channel.port2.on('message', (reply) => replies.push(reply));
  const nonsense = [
    null,
    undefined,
    7,
    'text',
    [],
    {},
    { id: 1 },
    { name: 'x' },
    { id: 'x', name: 'y' },
  ];
  for (const message of nonsense) channel.port2.postMessage(message);
  channel.port2.postMessage({ cancel: 99 });
  channel.port2.postMessage({ id: 2, name: 'text.double', input: { text: 'c' } });
  await expect.poll(() => replies).toEqual([{ id: 2, ok: true, value: 'cc' }]);
  expect(bugs).toEqual([]);
});

test('what is no reply is dropped, and the reply after it counts', async () => {
  const { client } = connect<typeof contract>(clientWire(electronPort(channel.port2)));
  const answer = client['text.double']({ text: 'ab' });
  for (const message of [null, 'x', {}, { id: 1 }, { ok: true }])
    channel.port1.postMessage(message);
  channel.port1.postMessage({ id: 1, ok: true, value: 'abab' });
  expect(await answer).toBe('abab');
});
