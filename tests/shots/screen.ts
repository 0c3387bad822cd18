// A screen of the window, and the ways to an article that many of them begin with.
import type { Page } from 'playwright';
import type { LibraryClient } from '#hosts/local-client.ts';

export interface Screen {
  readonly name: string;
  /** Light and dark, unless the screen is of one theme alone. */
  readonly theme?: 'light' | 'sepia' | 'dark' | 'black';
  /** Puts into the library what this screen shows. */
  readonly prepare?: (client: LibraryClient) => Promise<unknown>;
  /** Brings the window there from the inbox. */
  readonly show: (page: Page) => Promise<void>;
}

export const PATHS = 'The cartographer who drew only paths';
export const HARBOUR = 'The harbour that keeps its own time';

export async function openShelf(page: Page, name: string): Promise<void> {
  await page.evaluate((shelf) => {
    location.hash = `/${shelf}`;
  }, name);
  await page.getByRole('row').first().waitFor();
}

export async function openMargins(page: Page): Promise<void> {
  await openShelf(page, 'all');
  await openArticle(page, 'What the margins are for');
  await page.keyboard.press('Tab');
}

export async function openHarbour(page: Page): Promise<void> {
  await openShelf(page, 'all');
  await openArticle(page, HARBOUR);
}

export async function openArticle(page: Page, title: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: title }).click();
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
}
