// `lectern --cli …`: the command line inside the packaged program, without a window, a display, or a Node beside it.
import { spawn } from 'node:child_process';
import { app } from 'electron';
import { keepHeapLean } from '#hosts/lean-heap.ts';

/** There may be nothing to draw on; and what Chromium says of a machine without a desktop is nobody's concern here. */
const WITHOUT_DISPLAY = ['--ozone-platform=headless', '--log-level=3'];

/** Ends the program. Resolves where the command waits for the app to be ready; never, where another process runs it. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  if (needsDisplay()) return runWithoutDisplay();
  keepHeapLean();
  app.dock?.hide();
  app.disableHardwareAcceleration();
  // Page readers cannot be started before.
  void app.whenReady().then(async () => {
    const { main } = await import('#hosts/cli/main.ts');
    await end(await main(words));
  });
}

/** Chromium has chosen by now where it would draw, and would end for want of a display as soon as it starts to. */
const needsDisplay = () =>
  process.platform === 'linux' && app.commandLine.getSwitchValue('ozone-platform') !== 'headless';

function runWithoutDisplay(): Promise<never> {
  const words = [...WITHOUT_DISPLAY, ...process.argv.slice(1)];
  const child = spawn(process.execPath, words, { stdio: 'inherit' });
  // Ctrl+C reaches both, and that one ends when it has written what it did; who ends this one alone means that one.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    process.stderr.write(`bug: The command line could not be started: ${error.message}\n`);
    app.exit(1);
  });
  child.once('exit', (code) => app.exit(code ?? 1));
  return new Promise(() => undefined);
}

/** A pipe on Windows takes its time, and what it has not taken is lost with the process. */
async function end(code: number): Promise<void> {
  const written = (stream: NodeJS.WriteStream) =>
    new Promise<void>((done) => stream.write('', () => done()));
  await Promise.all([written(process.stdout), written(process.stderr)]);
  app.exit(code);
}
