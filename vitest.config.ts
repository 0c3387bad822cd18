// Tests that need neither a browser nor Electron. Those two have Playwright configurations of their own.
import { configDefaults, defineConfig } from 'vitest/config';

const elsewhere = [
  'tests/e2e/**',
  'tests/electron/**',
  'tests/package/**',
  'tests/bench/**',
  'tests/fixtures/**',
];

export default defineConfig({
  test: {
    environment: 'node',
    // Processes, not threads: a fault in the native SQLite addon then ends one process, not the run. A process runs
    // many files one after the other, since loading everything anew for each takes a third of the time; so a test
    // leaves nothing behind in what it shares.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Within a second a busy machine may not come to it.
    expect: { poll: { timeout: 20_000 } },
    setupFiles: ['tests/support/seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...elsewhere, 'tests/**/*.slow.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: ['tests/**/*.slow.test.ts'],
          exclude: [...configDefaults.exclude, ...elsewhere],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['tests/package/**/*.test.ts'],
          exclude: configDefaults.exclude,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
