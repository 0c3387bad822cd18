// The main screens of the window over the sample library, in an order that matters: what one puts into the library is there for all after it.
import { addedScreens } from './added-screens.ts';
import { orderScreens } from './order-screens.ts';
import { readerScreens } from './reader-screens.ts';
import { openShelf, type Screen } from './screen.ts';
import { searchScreens } from './search-screens.ts';

export const screens: readonly Screen[] = [
  { name: 'list', show: (page) => openShelf(page, 'all') },
  {
    name: 'home',
    async show(page) {
      await page.keyboard.press('g');
      await page.getByRole('heading', { level: 2, name: 'Something old' }).waitFor();
    },
  },
  ...readerScreens,
  ...searchScreens,
  ...orderScreens,
  ...addedScreens,
];
