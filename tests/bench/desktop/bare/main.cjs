// The least that a window in Electron can be: what Lectern's start, memory and processor time are measured against.
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

app.setPath('userData', process.argv.at(-1));
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 860, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(__dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
