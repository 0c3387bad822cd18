// A typed client for a library in this very process.
import type { Client } from '#contract/define.ts';
import type { LibraryContract } from '#contract/library.ts';
import type { Dispatch } from '#contract/rpc.ts';

export type LibraryClient = Client<LibraryContract>;

/** The same client that `connect()` makes of a wire, without a wire. */
export function localClient(dispatch: Dispatch): LibraryClient {
  return new Proxy({} as LibraryClient, {
    get: (_, name) =>
      // A client with a "then" would be taken for a promise by `await`.
      typeof name === 'string' && name !== 'then'
        ? (input: unknown, signal?: AbortSignal) =>
            dispatch(name, input, signal ?? new AbortController().signal)
        : undefined,
  });
}
