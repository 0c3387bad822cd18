// The web host's port: on this machine's loopback address and on no other.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { LibraryError } from '#contract/errors.ts';
import { seal } from './headers.ts';
import { Refusal, refusalResponse } from './refusal.ts';
import { newSession } from './session.ts';
import { createWebApp, type WebAppOptions } from './web-app.ts';

const LOOPBACK = '127.0.0.1';

/** As long as a clip that is under way may need when the host is told to stop. */
const DRAIN_MS = 10_000;

export interface WebServer {
  /** With the token: whoever has this address has the library. */
  readonly url: string;
  readonly port: number;
  /** Lets running calls finish, for a while, and hangs up. */
  close(): Promise<void>;
}

/**
 * @param port 0 for any free one
 * @throws LibraryError conflict where another program has the port, not_allowed where this user may not open it
 */
export async function startWebServer(
  options: Omit<WebAppOptions, 'port' | 'session'>,
  port: number,
): Promise<WebServer> {
  const server = createServer();
  await new Promise<void>((done, failed) => {
    server.once('error', (error) => failed(toPortError(error, port)));
    server.listen(port, LOOPBACK, done);
  });
  const bound = (server.address() as AddressInfo).port;
  const session = newSession();
  const app = createWebApp({ ...options, port: bound, session });
  const listener = getRequestListener((request) => app.fetch(request), {
    // This process has other work, which expects the platform's own Request and Response.
    overrideGlobalObjects: false,
    // What is no request at all, such as one with a Host that is no host name.
    errorHandler: () => {
      const refusal = new Refusal(400, 'invalid_input', 'That is not a request.');
      return seal(refusalResponse(refusal, false), { kind: 'other' });
    },
  });
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));

  return {
    url: `http://${LOOPBACK}:${bound}/?token=${session.token}`,
    port: bound,
    async close() {
      const closed = new Promise((done) => server.close(done));
      await Promise.race([app.drain(), delay(DRAIN_MS)]);
      server.closeIdleConnections();
      await Promise.race([closed, delay(1000)]);
      server.closeAllConnections();
      await closed;
    },
  };
}

function toPortError(error: NodeJS.ErrnoException, port: number): Error {
  const options = { cause: error };
  if (error.code === 'EADDRINUSE') {
    return new LibraryError('conflict', `Port ${port} is used by another program.`, {}, options);
  }
  if (error.code === 'EACCES') {
    return new LibraryError('not_allowed', `You may not serve at port ${port}.`, {}, options);
  }
  return error;
}

const delay = (ms: number) => new Promise((done) => setTimeout(done, ms).unref());
