// Sleep, waking up and the end of the computer's day.
import { app, powerMonitor } from 'electron';
import type { Logger } from '#library/ports.ts';

/** Once the app is ready. @param onSleep writes what is not written yet: not every sleep has an end */
export function followPower(onSleep: () => void, log: Logger): void {
  powerMonitor.on('suspend', () => {
    log.info('computer: goes to sleep');
    onSleep();
  });
  powerMonitor.on('resume', () => log.info('computer: awake again'));
  // Linux and macOS wait for who says that it is not done yet; Windows asks windows to close instead.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault();
    log.info('computer: shuts down');
    app.quit();
  });
}
