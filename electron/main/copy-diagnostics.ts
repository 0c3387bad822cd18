// “Copy Diagnostics”: what a person can pass on who reports a fault.
import { readFileSync } from 'node:fs';
import { homedir, release, type } from 'node:os';
import { join } from 'node:path';
import { app, clipboard, screen } from 'electron';
import { crashReports } from './crash-reports.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { LOG_FILE } from './shell-log.ts';

/** @param library `open`, or the code of what keeps it from opening */
export function copyDiagnostics(logDir: string, library: string): void {
  const { electron, chrome, node } = process.versions;
  const screens = screen
    .getAllDisplays()
    .map(({ size, scaleFactor }) => `${size.width} × ${size.height} at ${scaleFactor}`);
  const text = diagnosticsOf(
    {
      versions: {
        Lectern: app.getVersion(),
        Electron: electron,
        Chromium: chrome,
        Node: node,
        System: `${type()} ${release()} ${process.arch}`,
        Language: app.getLocale(),
        Screens: screens.join(', '),
      },
      library,
      crashes: crashReports().map(({ at }) => at),
      log: endOfLog(join(logDir, LOG_FILE)),
    },
    homedir(),
  );
  void clipboard.writeText(text);
}

function endOfLog(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return `no log: ${String(error)}`;
  }
}
