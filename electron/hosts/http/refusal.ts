// What the host itself refuses, before the library hears of it.
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import { encodeMessage } from '../json-message.ts';

type RefusalStatus = 400 | 401 | 403 | 404 | 413 | 415 | 421 | 503;

/** A request that is answered by the host with a status, a code and a sentence. */
export class Refusal extends LibraryError {
  readonly status: RefusalStatus;

  constructor(status: RefusalStatus, code: ErrorCode, message: string) {
    super(code, message);
    this.name = 'Refusal';
    this.status = status;
  }
}

/** For programs as JSON, in the shape of a reply; for everything else as the bare sentence. */
export function refusalResponse({ status, code, message }: Refusal, asJson: boolean): Response {
  return asJson
    ? new Response(encodeMessage({ ok: false, error: { code, message, details: {} } }), {
        status,
        headers: { 'content-type': 'application/json; charset=utf-8' },
      })
    : new Response(`${message}\n`, {
        status,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      });
}

export const notFound = (): Refusal => new Refusal(404, 'not_found', 'There is nothing here.');

export const noToken = (): Refusal =>
  new Refusal(
    401,
    'not_allowed',
    'This is Lectern. Open the address with the token that it printed when it started.',
  );
