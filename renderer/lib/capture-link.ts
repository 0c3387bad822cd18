// The link of the capture window's bar: to the shell alone, which holds the page. It has no way to the library.
import type { CaptureContract, CaptureEvent, CaptureKey, CaptureState } from '#contract/capture.ts';
import type { Client } from '#contract/define.ts';
import { LibraryError } from '#contract/errors.ts';
import { connect } from '#contract/rpc.ts';
import { announcer } from './link.ts';
import type { DesktopBridge } from './port-link.ts';
import { portWire } from './port-wire.ts';

export interface CaptureLink {
  /** @throws LibraryError host_gone before the shell has answered */
  client(): Client<CaptureContract>;
  /** Null before the first news. */
  state(): CaptureState | null;
  onState(listener: () => void): () => void;
  onKey(listener: (key: CaptureKey) => void): () => void;
}

export function openCaptureLink(bridge: Pick<DesktopBridge, 'openPort'>): CaptureLink {
  const changes = announcer<void>();
  const keys = announcer<CaptureKey>();
  let state: CaptureState | null = null;
  let client: Client<CaptureContract> | null = null;
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.data !== 'lectern:port') return;
    const [port] = event.ports;
    if (!port) return;
    const line = connect<CaptureContract>(portWire(port));
    client = line.client;
    line.onEvent((news) => {
      const event = news as CaptureEvent;
      if (event.kind === 'key') return keys.tell(event.key);
      state = event.state;
      return changes.tell();
    });
  });
  bridge.openPort();
  return {
    client() {
      if (!client) throw new LibraryError('host_gone', '');
      return client;
    },
    state: () => state,
    onState: changes.listen,
    onKey: keys.listen,
  };
}
