// Tests of the built app in Electron itself: preload, schemes, menus, the library process.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/electron',
  outputDir: 'test-results/electron',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 1, // one app at a time: it holds a single-instance lock
  timeout: 90_000,
  expect: { timeout: 10_000 },
});
