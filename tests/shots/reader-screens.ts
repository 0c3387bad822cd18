// An article, and what one does in it.
import { openArticle, openHarbour, openMargins, openShelf, type Screen } from './screen.ts';

export const readerScreens: readonly Screen[] = [
  {
    name: 'reader',
    show: openHarbour,
  },
  {
    name: 'reader',
    theme: 'sepia',
    show: openHarbour,
  },
  {
    name: 'reader',
    theme: 'black',
    show: openHarbour,
  },
  {
    name: 'reader-rtl',
    theme: 'light',
    async show(page) {
      await openShelf(page, 'all');
      await openArticle(page, 'حين كانت الكتب');
    },
  },
  {
    name: 'code',
    async show(page) {
      await openShelf(page, 'all');
      await openArticle(page, 'Notes on writing a program');
      await page
        .frameLocator('iframe')
        .locator('pre')
        .first()
        .evaluate((code) => code.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'picture',
    theme: 'light',
    async show(page) {
      await openHarbour(page);
      await page.frameLocator('iframe').locator('figure img').first().click();
      await page.frameLocator('iframe').getByRole('dialog').waitFor();
    },
  },
  {
    name: 'type',
    theme: 'light',
    async show(page) {
      await openHarbour(page);
      await page.keyboard.press('Shift+T');
      await page.getByRole('dialog').getByText('This article', { exact: true }).click();
    },
  },
  {
    name: 'versions',
    theme: 'light',
    async show(page) {
      await openShelf(page, 'all');
      await openArticle(page, 'Notes on writing a program');
      await page.keyboard.press('Shift+V');
      await page.getByRole('button', { name: /^Compare the version/ }).waitFor();
    },
  },
  {
    name: 'comparison',
    async show(page) {
      await openShelf(page, 'all');
      await openArticle(page, 'Notes on writing a program');
      await page.keyboard.press('d');
      await page.getByRole('dialog').locator('ins').first().waitFor();
    },
  },
  {
    name: 'details',
    theme: 'light',
    async show(page) {
      await openHarbour(page);
      await page.keyboard.press('F2');
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'contents',
    async show(page) {
      await openHarbour(page);
      await page.keyboard.press('o');
      await page.getByRole('treeitem', { name: 'How a table is made' }).waitFor();
    },
  },
  {
    name: 'highlights',
    async show(page) {
      await openMargins(page);
      await page.keyboard.press('Shift+h');
      await page.getByText('Compare the letters').waitFor();
    },
  },
  {
    name: 'note',
    theme: 'light',
    async show(page) {
      await openMargins(page);
      await page.keyboard.press('m');
      await page.getByRole('textbox').last().waitFor();
    },
  },
  {
    name: 'highlights-page',
    async show(page) {
      await page.evaluate(() => {
        location.hash = '/highlights';
      });
      await page.getByText('They find Tuesdays confusing.').waitFor();
    },
  },
  {
    name: 'focus',
    theme: 'light',
    async show(page) {
      await openHarbour(page);
      await page.keyboard.press('z');
      await page.getByRole('button', { name: /^Dim all/ }).click();
    },
  },
];
