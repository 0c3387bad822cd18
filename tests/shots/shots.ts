// `npm run shots`: takes a picture of each main screen over the sample library, light and dark, wide and narrow, and
// writes them to docs/screenshots. `npm run shots -- DIR [NAME…]` writes only the named ones, elsewhere.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { findChromium } from '../../scripts/chromium.mjs';
import { NOW, openSampleLibrary } from './sample-library.ts';
import type { Screen } from './screen.ts';
import { screens } from './screens.ts';
import { transferScreens } from './transfer-screens.ts';

const sizes = { 1440: 900, 760: 960 } as const;

const [dir = resolve(import.meta.dirname, '..', '..', 'docs', 'screenshots'), ...wanted] =
  process.argv.slice(2);
const work = await mkdtemp(join(tmpdir(), 'lectern-shots-'));
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  // Letters as outlines, at whole pixels: the same on every screen.
  args: ['--font-render-hinting=none', '--force-device-scale-factor=1', '--hide-scrollbars'],
});
try {
  await mkdir(dir, { recursive: true });
  const library = await openSampleLibrary(work);
  try {
    for (const screen of [...screens, ...transferScreens]) {
      if (wanted.length > 0 && !wanted.some((name) => name.startsWith(screen.name))) continue;
      await screen.prepare?.(library.client);
      for (const theme of screen.theme ? [screen.theme] : (['light', 'dark'] as const)) {
        // The system says light or dark; the others are chosen.
        const chosen = theme === 'sepia' || theme === 'black' ? theme : 'system';
        await library.client['settings.change']({ theme: chosen });
        for (const [width, height] of Object.entries(sizes)) {
          const name = `${screen.name}-${theme}-${width}`;
          if (wanted.length > 0 && !wanted.includes(name)) continue;
          await take(
            browser,
            library.url,
            screen,
            theme === 'dark' || theme === 'black' ? 'dark' : 'light',
            Number(width),
            height,
            join(dir, `${name}.png`),
          );
          console.log(`${name}.png`);
        }
      }
    }
  } finally {
    await library.close();
  }
} finally {
  await browser.close();
  await rm(work, { recursive: true, force: true });
}

async function take(
  from: Browser,
  url: string,
  screen: Screen,
  colorScheme: 'light' | 'dark',
  width: number,
  height: number,
  path: string,
): Promise<void> {
  const context = await from.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  // Ages are reckoned from now. Only Date.now: timers must run.
  await page.addInitScript((now) => {
    Date.now = () => now;
  }, NOW);
  await page.goto(url);
  await page.getByRole('grid').waitFor();
  await screen.show(page);
  await settle(page);
  await page.screenshot({ path });
  await context.close();
}

/** Fonts and the pictures in sight are there, and nothing moves any more. Those out of sight may never be fetched. */
async function settle(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(async () => {
      await document.fonts.ready;
      const inSight = [...document.images].filter((image) => {
        const { top, bottom } = image.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      });
      await Promise.all(inSight.map((image) => image.decode().catch(() => undefined)));
    });
  }
  await page.waitForTimeout(400);
}
