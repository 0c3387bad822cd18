// The shell's own line to the library: for the content of opened articles and for files given as arguments.
import { MessageChannelMain, type MessagePortMain } from 'electron';
import type { Client } from '#contract/define.ts';
import type { LibraryEvent } from '#contract/events.ts';
import type { LibraryContract } from '#contract/library.ts';
import { connect } from '#contract/rpc.ts';
import { clientWire } from '#hosts/electron-ports.ts';

/**
 * @param handOver has the library serve its contract on a port
 * @returns the client of now. Ask each time: after the library died, the next one has a new port.
 */
export function libraryClient(
  handOver: (port: MessagePortMain) => void,
  onEvent: (event: LibraryEvent) => void,
): () => Client<LibraryContract> {
  let current: Client<LibraryContract> | null = null;
  return () => {
    if (current) return current;
    const { port1, port2 } = new MessageChannelMain();
    const { client, onClose, onEvent: listen } = connect<LibraryContract>(clientWire(port1));
    listen((event) => onEvent(event as LibraryEvent));
    onClose(() => {
      if (current === client) current = null;
    });
    current = client;
    handOver(port2);
    return client;
  };
}
