// Reports of crashes, which stay on this computer: a few of the newest, for whoever looks into one.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { app, crashReporter } from 'electron';
import type { Logger } from '#library/ports.ts';

/** Each is some megabytes of a process's memory, in which there may be words of articles. */
const KEPT = 5;

/** Before the app is ready, so that the first processes are covered. */
export function keepCrashReports(log: Logger): void {
  // SECURITY: nothing is sent, to nobody; there is no address that it could be sent to.
  crashReporter.start({ uploadToServer: false });
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit' && reason !== 'killed')
      log.error(`process gone: ${type} ${reason}`);
  });
}

/** All but the newest. */
export function forgetOldCrashes(): void {
  for (const { file } of crashReports().slice(KEPT)) rmSync(file, { force: true });
}

interface CrashReport {
  readonly file: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The newest first. */
export function crashReports(): CrashReport[] {
  return filesBelow(app.getPath('crashDumps'))
    .filter((file) => file.endsWith('.dmp'))
    .map((file) => ({ file, at: statSync(file).mtimeMs }))
    .toSorted((a, b) => b.at - a.at);
}

function filesBelow(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name));
  } catch {
    return []; // There was never a crash.
  }
}
