// Tests of the built app in Electron itself: preload, schemes, menus, the library process.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/electron',
  outputDir: 'test-results/electron',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second try hides a race: elsewhere than on a build machine, which is often out of breath, it fails.
  retries: process.env.CI ? 1 : 0,
  workers: 1, // one app at a time: it holds a single-instance lock
  timeout: 120_000,
  expect: { timeout: 20_000 },
});
