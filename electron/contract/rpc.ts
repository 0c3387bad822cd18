// Calls over any wire: port, HTTP, socket, or none at all. No zod here: windows import `connect` from this file.
import type { Client, Contract, Handlers } from './define.ts';
import { fromWire, LibraryError, toWire, type WireError } from './errors.ts';

interface Call {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
export type Request = Call | { readonly cancel: number };

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: WireError }
  | { readonly event: unknown };

/** Carries messages in order, one way each. Whoever loses the other side calls the close listeners once. */
export interface Wire<Out, In> {
  send(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  onClose(listener: () => void): void;
}

/** Answers one call by name. @throws LibraryError */
export type Dispatch = (name: string, input: unknown, signal: AbortSignal) => Promise<unknown>;

/**
 * The one door to handlers: refuses unknown names, parses the input, runs the handler.
 * @throws LibraryError invalid_input, or whatever the handler throws
 */
export function dispatcher<C extends Contract>(contract: C, handlers: Handlers<C>): Dispatch {
  return async (name, input, signal) => {
    // hasOwn: "constructor" and "__proto__" are names, too.
    const call = Object.hasOwn(contract, name) ? contract[name] : undefined;
    if (!call) throw new LibraryError('invalid_input', `There is no call named “${name}”.`);
    const parsed = call.input.safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const where = issue?.path.join('.') || 'input';
      throw new LibraryError('invalid_input', `${name}: ${where}: ${issue?.message ?? 'invalid'}`);
    }
    if (signal.aborted) throw new LibraryError('cancelled', 'The call was cancelled.');
    const handler = handlers[name as keyof C];
    return handler(parsed.data as never, signal);
  };
}

/**
 * Answers the calls that arrive on a wire until it closes; calls still running then are aborted.
 * @param onBug told of every error that is not a LibraryError, with the call's name, before it is made neutral
 * @returns how to send an event to the other side
 */
export function serve(
  dispatch: Dispatch,
  wire: Wire<Reply, Request>,
  onBug: (name: string, error: unknown) => void,
): (event: unknown) => void {
  const running = new Map<number, AbortController>();
  let open = true;
  const send = (reply: Reply) => {
    if (open) wire.send(reply);
  };

  const answer = async ({ id, name, input }: Call) => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      send({ id, ok: true, value: await dispatch(name, input, controller.signal) });
    } catch (error) {
      if (!(error instanceof LibraryError)) onBug(name, error);
      send({ id, ok: false, error: toWire(error) });
    } finally {
      running.delete(id);
    }
  };

  wire.onMessage((request) => {
    if ('cancel' in request) running.get(request.cancel)?.abort();
    else void answer(request);
  });

  wire.onClose(() => {
    open = false;
    for (const controller of running.values()) controller.abort();
  });
  return (event) => send({ event });
}

export interface Connection<C extends Contract> {
  readonly client: Client<C>;
  /** @returns how to stop listening */
  onEvent(listener: (event: unknown) => void): () => void;
  onClose(listener: () => void): void;
}

/**
 * The asking end of a wire. When the wire closes, waiting and later calls fail with `host_gone`.
 * The client is a Proxy: `client['search.run']({ text })`.
 */
export function connect<C extends Contract>(wire: Wire<Request, Reply>): Connection<C> {
  type Waiting = {
    resolve: (value: unknown) => void;
    reject: (error: LibraryError) => void;
  };
  const waiting = new Map<number, Waiting>();
  const eventListeners = new Set<(event: unknown) => void>();
  const closeListeners = new Set<() => void>();
  let nextId = 1;
  let open = true;

  wire.onMessage((reply) => {
    if ('event' in reply) {
      for (const listener of eventListeners) listener(reply.event);
      return;
    }
    const call = waiting.get(reply.id);
    if (!call) return; // Cancelled meanwhile.
    waiting.delete(reply.id);
    if (reply.ok) call.resolve(reply.value);
    else call.reject(fromWire(reply.error));
  });

  wire.onClose(() => {
    open = false;
    for (const call of waiting.values()) call.reject(hostGone());
    waiting.clear();
    for (const listener of closeListeners) listener();
  });

  const call = (name: string, input: unknown, signal?: AbortSignal) =>
    new Promise((resolve, reject) => {
      if (!open) return reject(hostGone());
      if (signal?.aborted) return reject(cancelled());
      const id = nextId++;
      const cancel = () => {
        if (!waiting.delete(id)) return;
        wire.send({ cancel: id });
        reject(cancelled());
      };
      const settle = () => signal?.removeEventListener('abort', cancel);
      signal?.addEventListener('abort', cancel, { once: true });
      waiting.set(id, {
        resolve: (value) => {
          settle();
          resolve(value);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      });
      wire.send({ id, name, input });
    });

  const client = new Proxy({} as Client<C>, {
    get: (_, name) =>
      // A client with a "then" would be taken for a promise by `await`, and hang.
      typeof name === 'string' && name !== 'then'
        ? (input: unknown, signal?: AbortSignal) => call(name, input, signal)
        : undefined,
  });

  return {
    client,
    onEvent(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    onClose: (listener) => void closeListeners.add(listener),
  };
}

const hostGone = () =>
  new LibraryError('host_gone', 'The library stopped answering. Lectern is starting it again.');
const cancelled = () => new LibraryError('cancelled', 'The call was cancelled.');
