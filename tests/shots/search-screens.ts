// Searching, and what is found.
import { saveSearches } from './prepare-library.ts';
import { openArticle, openHarbour, type Screen } from './screen.ts';

export const searchScreens: readonly Screen[] = [
  {
    name: 'search',
    async show(page) {
      await page.getByRole('searchbox').fill('book');
      await page.locator('mark').first().waitFor();
    },
  },
  {
    name: 'search-filters',
    async show(page) {
      await page.getByRole('searchbox').pressSequentially('the tag:books is:');
      await page.getByRole('option').first().waitFor();
      await page.locator('mark').first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'search-slip',
    theme: 'light',
    async show(page) {
      await page.getByRole('searchbox').fill('cartogrpaher');
      await page.getByRole('button', { name: /^Did you mean/ }).waitFor();
    },
  },
  {
    name: 'search-article',
    theme: 'light',
    async show(page) {
      await page.getByRole('searchbox').fill('book');
      await page.locator('mark').first().waitFor();
      await openArticle(page, 'Why the night shift reads poetry');
      await page.getByRole('region', { name: 'Words found in this article' }).waitFor();
    },
  },
  {
    name: 'related',
    theme: 'light',
    async show(page) {
      await openHarbour(page);
      await page
        .frameLocator('iframe')
        .getByRole('navigation', { name: 'Related in your library' })
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'saved-search',
    theme: 'light',
    prepare: saveSearches,
    async show(page) {
      await page.getByRole('searchbox').fill('tide OR harbour');
      await page.locator('mark').first().waitFor();
      await page.keyboard.press('Control+s');
      await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('By the sea');
    },
  },
];
