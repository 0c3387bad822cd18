// End-to-end tests of the built window in Chromium, on the web host. Each test starts a host of its own.
import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second try hides a race: elsewhere than on a build machine, which is often out of breath, it fails.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  // By test rather than by file, so that neither worker waits for the other at the end.
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Recording costs a third of a test's time.
    trace: 'on-first-retry',
    // Looking for a graphics card, and doing without, takes longer than drawing by the processor.
    launchOptions: { args: ['--disable-gpu'], ...(executablePath && { executablePath }) },
  },
  // Very large things are left to `npm run test:slow`.
  projects: [
    { name: 'chromium', grepInvert: /@slow/ },
    { name: 'slow', grep: /@slow/ },
  ],
});
