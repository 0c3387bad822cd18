// Keeping the library in order, and the pages about it.
import {
  askTheNetwork,
  changeSomething,
  colourTags,
  makeBackups,
  makeCollections,
  tagSimilar,
  throwSomeAway,
} from './prepare-library.ts';
import { HARBOUR, openArticle, openHarbour, openShelf, type Screen } from './screen.ts';

export const orderScreens: readonly Screen[] = [
  {
    name: 'tags',
    theme: 'light',
    prepare: colourTags,
    async show(page) {
      await page.getByRole('link', { name: 'Put in order' }).click();
      await page.getByRole('checkbox', { name: 'Choose places' }).press('Space');
      await page.getByRole('checkbox', { name: 'Choose memory' }).press('Space');
    },
  },
  {
    name: 'settings',
    async show(page) {
      await page.keyboard.press('Control+,');
      await page.getByRole('heading', { level: 2, name: 'Appearance' }).waitFor();
    },
  },
  {
    name: 'network',
    prepare: askTheNetwork,
    async show(page) {
      await page.goto(`${new URL(page.url()).origin}/#/network`);
      await page.getByRole('list', { name: 'Network' }).getByRole('listitem').nth(5).waitFor();
    },
  },
  {
    name: 'storage',
    prepare: makeBackups,
    async show(page) {
      await page.getByRole('button', { name: 'Storage and backups' }).click();
      await page.getByText('Texts of articles').waitFor();
    },
  },
  {
    name: 'restore',
    prepare: makeBackups,
    async show(page) {
      await page.getByRole('button', { name: 'Storage and backups' }).click();
      await page
        .getByRole('button', { name: /^Restore the backup/ })
        .last()
        .click();
      await page
        .getByText(/goes back|go back/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'bulk-edit',
    async show(page) {
      await openShelf(page, 'all');
      await page.getByRole('grid').focus();
      await page.keyboard.press('Control+a');
      await page
        .getByRole('row')
        .nth(2)
        .click({ modifiers: ['Control'] });
      await page.keyboard.press('t');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Remove tag/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'tag-suggestions',
    prepare: tagSimilar,
    async show(page) {
      await openHarbour(page);
      await page.keyboard.press('t');
      await page.getByRole('dialog').getByRole('region', { name: 'Suggested' }).waitFor();
    },
  },
  {
    name: 'history',
    prepare: changeSomething,
    async show(page) {
      await page.evaluate(() => {
        location.hash = '/history';
      });
      await page.getByRole('article').first().waitFor();
    },
  },
  {
    name: 'about',
    async show(page) {
      await page.evaluate(() => {
        location.hash = '/about';
      });
      await page.locator('main summary').nth(4).click();
      await page.locator('main details p').waitFor();
    },
  },
  {
    name: 'trash',
    theme: 'light',
    prepare: throwSomeAway,
    async show(page) {
      await openShelf(page, 'trash');
      await page
        .getByRole('row')
        .nth(0)
        .click({ modifiers: ['Control'] });
      await page.keyboard.press('Shift+Delete');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'collections',
    prepare: makeCollections,
    async show(page) {
      await page.getByRole('button', { name: 'Collections in “Writing”' }).click();
      await page.getByRole('link', { name: /^Essay on edges/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Essay on edges' }).waitFor();
      await page.getByRole('row').first().waitFor();
    },
  },
  {
    name: 'add-to-collection',
    theme: 'light',
    async show(page) {
      await openShelf(page, 'all');
      await openArticle(page, HARBOUR);
      await page.keyboard.press('b');
      await page.getByRole('dialog').getByRole('combobox').fill('ma');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'clip',
    async show(page) {
      await page.keyboard.press('c');
      await page.getByRole('dialog').getByRole('textbox').fill('https://example.org/an-essay');
    },
  },
];
