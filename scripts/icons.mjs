// `npm run icons`: draws resources/icon.svg in every size that a desktop asks for.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { getChromium } from './chromium.mjs';
import { root } from './ensure.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
/** electron-builder makes the icons of macOS and Windows of it. */
const LARGE = 1024;

const resources = join(root, 'resources');
mkdirSync(join(resources, 'icons'), { recursive: true });
const browser = await chromium.launch({ executablePath: await getChromium() });
try {
  for (const size of [...SIZES, LARGE]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.goto(`file://${join(resources, 'icon.svg')}`);
    await page.evaluate(() => {
      document.documentElement.setAttribute('width', '100%');
      document.documentElement.setAttribute('height', '100%');
    });
    const name = size === LARGE ? 'icon.png' : join('icons', `${size}x${size}.png`);
    await page.screenshot({ path: join(resources, name), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
