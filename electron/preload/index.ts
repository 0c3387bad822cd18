// The only code that stands between the window and the shell: passes the window its two ports, and names files for it.
import { contextBridge, ipcRenderer, webUtils } from 'electron';

// The layer's types are Node's; these are all that the preload knows of a page.
declare const window: { dispatchEvent(event: unknown): void };
declare const MessageEvent: new (type: 'message', init: object) => unknown;
declare const location: { readonly origin: string; readonly protocol: string };

/** Ports that came before the window asked for them. */
let held: readonly unknown[] | null = null;
let isComing = false;
let isWanted = false;

function ask(): void {
  isComing = true;
  ipcRenderer.send('open-port');
}
function give(): void {
  if (!held) return;
  const ports = [...held];
  held = null;
  isWanted = false;
  // Ports do not cross the bridge; with an event they reach the window's own world whole. At once, rather than posted: that would wait
  // until the window has been drawn, and so would its first questions.
  const { origin } = location;
  window.dispatchEvent(
    new MessageEvent('message', { data: 'lectern:port', origin, source: window, ports }),
  );
}

ipcRenderer.on('ports', (event) => {
  isComing = false;
  held = event.ports;
  if (isWanted) give();
});
// While the window's script is on its way, so that its first questions go out before it draws anything. Not for the empty document
// that a window may have before its page.
if (location.protocol !== 'about:') ask();

// SECURITY: two functions, neither of which takes a channel or a message from the window.
contextBridge.exposeInMainWorld('lectern', {
  openPort: () => {
    isWanted = true;
    if (held) give();
    else if (!isComing) ask();
  },
  pathOf: (file: File) => webUtils.getPathForFile(file),
});
