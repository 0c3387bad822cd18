// The only code that stands between the window and the shell: passes the window its two ports, and names files for it.
import { contextBridge, ipcRenderer, webUtils } from 'electron';

// The layer's types are Node's; these two are all that the preload knows of a page.
declare const window: { postMessage(message: string, origin: string, ports: unknown[]): void };
declare const location: { readonly origin: string };

ipcRenderer.on('ports', (event) => {
  // Ports do not cross the bridge; posted, they reach the window's own world whole.
  window.postMessage('lectern:port', location.origin, event.ports);
});

// SECURITY: two functions, neither of which takes a channel or a message from the window.
contextBridge.exposeInMainWorld('lectern', {
  openPort: () => ipcRenderer.send('open-port'),
  pathOf: (file: File) => webUtils.getPathForFile(file),
});
