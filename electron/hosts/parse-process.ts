// The parse process inside Electron: a utilityProcess that the desktop shell forks, and whose port goes to the library.
import type { ParentPort } from 'electron';
import createPageWorker from '../library/clip/page/page-worker.ts?nodeWorker';
import { serverWire } from './electron-ports.ts';
import { relayPages } from './parse-relay.ts';
import { pageWorkerData, tablesInBuild } from './pdf-tables.ts';

const { parentPort } = process as typeof process & { readonly parentPort: ParentPort };

parentPort.once('message', ({ ports: [port] }) => {
  if (!port) throw new Error('The parse process was started without a port.');
  const wire = serverWire(port);
  // The page thread may be busy for ever: without its caller this process has no reason to go on.
  wire.onClose(() => process.exit(0));
  const workerData = pageWorkerData(tablesInBuild(import.meta.dirname));
  relayPages(wire, (options) => createPageWorker({ ...options, workerData }));
});
