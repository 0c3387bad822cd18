// What every end-to-end test gets: a host on a new library, the window open on it, and an eye on the console.

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { type Host, startHost } from './host.ts';
import { Window } from './window.ts';

interface Fixtures {
  readonly host: Host;
  /** Open at the inbox of a new library, with nothing in it but the welcome. */
  readonly lectern: Window;
  /** Patterns of console errors that the test itself provokes. */
  readonly expectedErrors: RegExp[];
}

interface WorkerFixtures {
  /** A new library, made once: each test begins with a copy of it. */
  readonly template: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  template: [
    // Playwright reads the names of other fixtures from this pattern, and insists on one.
    // oxlint-disable-next-line no-unused-vars
    async ({ playwright: _ }, use) => {
      const work = await mkdtemp(join(tmpdir(), 'lectern-e2e-template-'));
      const template = join(work, 'library');
      const host = await startHost(null);
      await host.stop();
      await cp(host.libraryDir, template, { recursive: true });
      await host.close();
      await use(template);
      await rm(work, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  host: async ({ template }, use) => {
    const host = await startHost(template);
    await use(host);
    await host.close();
  },
  // oxlint-disable-next-line no-unused-vars
  expectedErrors: async ({ playwright: _ }, use) => use([]),
  lectern: async ({ page, host, expectedErrors }, use) => {
    const errors: string[] = [];
    const note = (text: string) => {
      if (!expectedErrors.some((pattern) => pattern.test(text))) errors.push(text);
    };
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error' || message.type() === 'warning') note(message.text());
    });
    page.on('pageerror', (error) => note(error.message));
    await page.goto(host.url);
    const window = new Window(page);
    await expect(window.rows.filter({ hasText: 'Welcome to Lectern' })).toBeVisible();
    await use(window);
    expect(errors, 'errors on the console').toEqual([]);
  },
});

export { expect, type Page };
