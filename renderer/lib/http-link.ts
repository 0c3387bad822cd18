// The link in a browser: calls over HTTP, events by an event stream that the browser opens again by itself.
import i18next from 'i18next';
import type { LibraryEvent } from '#contract/events.ts';
import type { LibraryContract } from '#contract/library.ts';
import { connect } from '#contract/rpc.ts';
import { askedHolder } from './asked.ts';
import { httpWire } from './http-wire.ts';
import { announcer, type Link, lastingClient, statusHolder, whichOriginal } from './link.ts';

/** What the host writes into `<meta name="lectern-host">`. */
interface HostSession {
  readonly articleBase: string;
  readonly assetBase: string;
  readonly pagesBase: string;
  readonly originalBase: string;
  readonly leftOutBase: string;
}

/** Several times what the host asks a browser to wait between two tries. */
const STREAM_PATIENCE_MS = 3000;

export function openHttpLink(): Link {
  const session = readSession();
  // Calls need not wait for the event stream.
  const status = statusHolder({ kind: 'open' });
  const events = announcer<LibraryEvent>();
  const stale = announcer<void>();
  const { client } = connect<LibraryContract>(httpWire());

  let opened = false;
  const listen = () => {
    const stream = new EventSource('/events');
    let patience: ReturnType<typeof setTimeout> | undefined;
    stream.addEventListener('open', () => {
      clearTimeout(patience);
      patience = undefined;
      status.set({ kind: 'open' });
      // Not the first time: what happened in between was missed.
      if (opened) stale.tell();
      opened = true;
    });
    stream.addEventListener('message', (event) =>
      events.tell(JSON.parse(String(event.data)) as LibraryEvent),
    );
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CONNECTING) {
        status.set({ kind: 'gone' });
        // A stream that the browser does not get open again is given up for a new one.
        patience ??= setTimeout(() => {
          stream.close();
          listen();
        }, STREAM_PATIENCE_MS);
        return;
      }
      clearTimeout(patience);
      // Refused with an answer: another host, or a key of an earlier start. Trying again would change nothing.
      status.set({
        kind: 'failed',
        problem: {
          code: 'not_allowed',
          message: i18next.t('web.startedAnew'),
        },
      });
    });
  };
  listen();

  return {
    host: 'web',
    client: lastingClient(() => client, status.settled),
    desktop: () => null,
    articleUrl: (uid) => `${session.articleBase}${uid}`,
    pagesUrl: (uid) => `${session.pagesBase}${uid}`,
    originalUrl: (uid, ...which) => `${session.originalBase}${uid}${whichOriginal(...which)}`,
    leftOutUrl: (uid) => `${session.leftOutBase}${uid}`,
    assetUrl: (name) => `${session.assetBase}${name}`,
    printUrl: (uid) => `/print/${uid}`,
    exportUrl: (file) => `/export/${file}`,
    pathOf: () => null,
    status: status.get,
    onStatus: status.listen,
    onEvent: events.listen,
    onStale: stale.listen,
    onMenu: () => () => undefined,
    asked: askedHolder(),
    tryAgain: async () => location.reload(),
  };
}

/** @throws Error when the page was not served by a host of ours */
function readSession(): HostSession {
  const content = document.querySelector('meta[name="lectern-host"]')?.getAttribute('content');
  if (!content) throw new Error('This page was not served by Lectern.');
  return JSON.parse(content) as HostSession;
}
