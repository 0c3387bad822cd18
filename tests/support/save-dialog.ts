// The system's dialog for saving, in the desktop: no test can press its buttons.
import type { Lectern } from './electron-app.ts';

/** In the place of the system's dialog. @returns what it was asked, for each time */
export async function answerSaveDialog({ app }: Lectern, filePath: string | null) {
  await app.evaluate(({ dialog }, chosen) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    Object.assign(dialog, {
      async showSaveDialog(_frame: unknown, { defaultPath }: { defaultPath: string }) {
        asked.push(defaultPath);
        return { canceled: chosen === null, filePath: chosen ?? '' };
      },
    });
  }, filePath);
  return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}
