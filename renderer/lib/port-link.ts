// The link in the desktop: ports come from the preload, one pair per request, and again after each restart.
import type { Client } from '#contract/define.ts';
import type { DesktopContract, DesktopEvent, MenuCommand } from '#contract/desktop.ts';
import type { LibraryEvent } from '#contract/events.ts';
import type { LibraryContract } from '#contract/library.ts';
import { connect } from '#contract/rpc.ts';
import { askedHolder } from './asked.ts';
import { announcer, type Link, lastingClient, statusHolder, whichOriginal } from './link.ts';
import { portWire } from './port-wire.ts';

/** What the preload puts on `window.lectern`. */
export interface DesktopBridge {
  /** Asks for ports; they arrive as a `message` event. */
  openPort(): void;
  pathOf(file: File): string;
}

/** Waits between requests for new ports, in milliseconds; the last one repeats. */
const BACK_OFF = [100, 250, 500, 1000, 2000, 5000] as const;

export function openPortLink(bridge: DesktopBridge): Link {
  const status = statusHolder({ kind: 'connecting' });
  const events = announcer<LibraryEvent>();
  const stale = announcer<void>();
  const menu = announcer<MenuCommand>();
  const asked = askedHolder();
  let library: Client<LibraryContract> | null = null;
  let port = nextPort();
  let shell: Client<DesktopContract> | null = null;
  let attempts = 0;
  let nextTry: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  const onDesktopEvent = (event: DesktopEvent) => {
    if (event.kind === 'menu') menu.tell(event.command);
    else if (event.kind === 'asked') asked.tell(event.asked);
    else {
      clearTimeout(nextTry);
      status.set({ kind: 'failed', problem: { code: event.code, message: event.message } });
    }
  };

  const take = (libraryPort: MessagePort, desktopPort: MessagePort) => {
    const mine = ++round;
    const isAgain = library !== null;
    const toShell = connect<DesktopContract>(portWire(desktopPort));
    toShell.onEvent((event) => onDesktopEvent(event as DesktopEvent));
    shell = toShell.client;

    const toLibrary = connect<LibraryContract>(portWire(libraryPort));
    library = toLibrary.client;
    port.isGiven();
    toLibrary.onEvent((event) => events.tell(event as LibraryEvent));
    toLibrary.onClose(() => {
      if (mine !== round || status.get().kind === 'failed') return;
      status.set({ kind: 'gone' });
      nextTry = setTimeout(bridge.openPort, BACK_OFF[Math.min(attempts++, BACK_OFF.length - 1)]);
    });
    // A port proves nothing, since its other end may be closed already: the first answer does.
    toLibrary.client['library.info']({}).then(
      () => {
        if (mine !== round || status.get().kind === 'failed') return;
        attempts = 0;
        status.set({ kind: 'open' });
        if (isAgain) stale.tell();
      },
      () => undefined, // Closed meanwhile: onClose has seen to it.
    );
  };

  window.addEventListener('message', (event) => {
    if (event.source !== window || event.data !== 'lectern:port') return;
    const [libraryPort, desktopPort] = event.ports;
    if (libraryPort && desktopPort) take(libraryPort, desktopPort);
  });
  bridge.openPort();

  // While the library is being opened, a call waits as well on the port as it does here, and is there when that is done.
  const canCall = (signal?: AbortSignal) =>
    status.get().kind === 'connecting'
      ? Promise.race([port.given, status.settled(signal)])
      : status.settled(signal);

  return {
    host: 'desktop',
    client: lastingClient(() => library as Client<LibraryContract>, canCall),
    desktop: () => shell,
    articleUrl: (uid) => `article://a/${uid}`,
    pagesUrl: (uid) => `article://a/pages/${uid}`,
    originalUrl: (uid, ...which) => `article://a/original/${uid}${whichOriginal(...which)}`,
    leftOutUrl: (uid) => `article://a/left-out/${uid}`,
    assetUrl: (name) => `article://a/asset/${name}`,
    printUrl: () => null,
    exportUrl: () => null,
    pathOf: (file) => bridge.pathOf(file) || null,
    status: status.get,
    onStatus: status.listen,
    onEvent: events.listen,
    onStale: stale.listen,
    onMenu: menu.listen,
    asked,
    async tryAgain() {
      await shell?.['shell.restartLibrary']({});
      port = nextPort();
      status.set({ kind: 'connecting' });
      bridge.openPort();
    },
  };
}

function nextPort() {
  let isGiven = () => {};
  const given = new Promise<void>((resolve) => {
    isGiven = resolve;
  });
  return { given, isGiven };
}
