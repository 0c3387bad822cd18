// The way of the updater into the network: shut with the one switch, and every request noted. All of them go through one
// function of the updater, whatever they are for.
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { AppUpdater } from 'electron-updater/out/AppUpdater.js';
import { LibraryError } from '#contract/errors.ts';
import type { SentRequest } from '#contract/types/network.ts';

interface Executor {
  createRequest(
    options: RequestOptions,
    onResponse: (response: IncomingMessage) => void,
  ): ClientRequest;
}

interface NotedSides {
  readonly isOn: () => boolean;
  readonly now: () => number;
  readonly note: (request: SentRequest) => void;
}

/** A number that the updater makes up once and sends each time, by which a server could tell people apart. */
const WHO = 'x-user-staging-id';
const LOOPBACK = '127.0.0.1';

export function noteRequests(updater: AppUpdater, { isOn, now, note }: NotedSides): void {
  const { httpExecutor } = updater as unknown as { httpExecutor: Executor };
  const send = httpExecutor.createRequest.bind(httpExecutor);
  httpExecutor.createRequest = (options, onResponse) => {
    if (!isOn()) throw switchedOff();
    if (options.protocol !== 'https:' && options.hostname !== LOOPBACK) {
      throw new LibraryError('not_allowed', 'Updates are only fetched over https.');
    }
    const headers = Object.entries(options.headers ?? {}).filter(
      ([name]) => name.toLowerCase() !== WHO,
    );
    const host = `${options.hostname}${options.port ? `:${options.port}` : ''}`;
    const at = now();
    let bytes = 0;
    let status: number | null = null;
    let code: SentRequest['code'] = null;
    const request = send({ ...options, headers: Object.fromEntries(headers) }, (response) => {
      status = response.statusCode ?? null;
      response.on('data', (part: Buffer | string) => {
        bytes += Buffer.byteLength(part);
      });
      onResponse(response);
    });
    request.on('error', () => {
      code = isOn() ? 'unreachable' : 'offline';
    });
    // The last that is heard of one, however it went.
    request.on('close', () => note({ at, host, reason: 'update', bytes, status, code }));
    return request;
  };
}

export const switchedOff = (): LibraryError =>
  new LibraryError(
    'offline',
    'The network is switched off in the settings, so nobody was asked for a newer version.',
  );
