// POST /rpc: one call a request.
import { LibraryError, toWire } from '#contract/errors.ts';
import { isLocalOnly } from '#contract/library.ts';
import type { Dispatch } from '#contract/rpc.ts';
import { decodeMessage, encodeMessage } from '../json-message.ts';
import { MAX_BODY_BYTES, type RpcRequest } from './protocol.ts';
import { Refusal } from './refusal.ts';

/**
 * @param onBug told of every error that is no LibraryError, with the call's name
 * @throws Refusal 400, 403, 413, 415
 */
export async function answerCall(
  request: Request,
  dispatch: Dispatch,
  onBug: (name: string, error: unknown) => void,
): Promise<Response> {
  // A form of another site can post text/plain without asking; JSON it cannot.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new Refusal(415, 'unsupported_type', 'A call is JSON, of type application/json.');
  }
  const { name, input } = readCall(await readBody(request, MAX_BODY_BYTES));
  if (isLocalOnly(name, input)) {
    throw new Refusal(403, 'not_allowed', `“${name}” is not for windows in a browser.`);
  }
  let reply: unknown;
  try {
    reply = { ok: true, value: await dispatch(name, input, request.signal) };
  } catch (error) {
    // A LibraryError was logged where it was made.
    if (!(error instanceof LibraryError)) onBug(name, error);
    reply = { ok: false, error: toWire(error) };
  }
  return new Response(encodeMessage(reply), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

/** @throws Refusal 400 */
function readCall(body: string): RpcRequest {
  let message: unknown;
  try {
    message = decodeMessage(body);
  } catch (error) {
    throw new Refusal(400, 'invalid_input', toWire(error).message);
  }
  if (typeof message === 'object' && message !== null && 'name' in message) {
    const { name } = message;
    if (typeof name === 'string') {
      return { name, input: 'input' in message ? message.input : undefined };
    }
  }
  throw new Refusal(400, 'invalid_input', 'A call has a “name” and an “input”.');
}

/** Stops at the limit, whatever length the request claims. @throws Refusal 413 */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = new Refusal(
    413,
    'too_large',
    `The message is too large. The limit is ${Math.round(maxBytes / 1024 / 1024)} MB.`,
  );
  const claimed = Number(request.headers.get('content-length') ?? 0);
  if (claimed > maxBytes) throw tooLarge;
  // In one piece from the start: a large file would be in memory once more while its pieces are joined.
  let bytes = Buffer.allocUnsafeSlow(claimed);
  let size = 0;
  for await (const chunk of request.body ?? []) {
    if (size + chunk.length > maxBytes) throw tooLarge;
    if (size + chunk.length > bytes.length) {
      const room = Math.min(maxBytes, Math.max(size + chunk.length, bytes.length * 2));
      bytes = Buffer.concat([bytes.subarray(0, size)], room);
    }
    bytes.set(chunk, size);
    size += chunk.length;
  }
  return bytes.toString('utf8', 0, size);
}
