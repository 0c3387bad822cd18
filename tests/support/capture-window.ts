// The capture window as a person uses it: its bar, and the page below it as the debugger sees it.
import type { ElectronApplication, Page } from '@playwright/test';
import { libraryContract } from '#contract/library.ts';
import { openLibrary } from '#library/open-library.ts';
import { clientOf } from './client-of.ts';
import { expect, type Folders, type Lectern } from './electron-app.ts';
import { makePorts } from './make-ports.ts';

const BAR = 'app://lectern/capture.html';

/** Opens it from the main window by its key. @returns its bar */
export async function openCapture({ app, window }: Lectern): Promise<Page> {
  await expect(window.getByRole('row').first()).toBeVisible();
  await window.keyboard.press('w');
  const bar = await pageAt(app, BAR);
  await expect(bar.getByRole('textbox', { name: 'Address' })).toBeVisible();
  return bar;
}

export async function goTo(bar: Page, address: string): Promise<void> {
  const field = bar.getByRole('textbox', { name: 'Address' });
  await field.fill(address);
  await field.press('Enter');
}

/** The foreign page, once it is at an address that begins so. */
export async function pageAt(app: ElectronApplication, url: string): Promise<Page> {
  let found: Page | undefined;
  await expect
    .poll(() => {
      found = app.windows().find((page) => page.url().startsWith(url));
      return found !== undefined;
    })
    .toBe(true);
  return found as Page;
}

/** Goes to a page and waits until it is there. */
export async function visit({ app }: Lectern, bar: Page, url: string): Promise<Page> {
  await goTo(bar, url);
  const page = await pageAt(app, url);
  await expect(bar.getByRole('button', { name: 'Load again' })).toBeEnabled();
  return page;
}

export async function clip(bar: Page, name = 'Clip page'): Promise<void> {
  await bar.getByRole('button', { name, exact: true }).click();
  await expect(bar.getByText('Saved', { exact: true })).toBeVisible({ timeout: 60_000 });
}

type Library = ReturnType<typeof clientOf<typeof libraryContract>>;

/** What the library holds, while the app is closed. */
export async function inLibrary<T>(
  folders: Folders,
  work: (client: Library) => Promise<T>,
): Promise<T> {
  const library = await openLibrary({ dir: folders.library, ports: makePorts() });
  try {
    return await work(clientOf(libraryContract, library.dispatch));
  } finally {
    await library.close();
  }
}
