// What was left out of an article: greyed in its place, put back and taken out by mouse and by keys, found at once.
import { writeFile } from 'node:fs/promises';
import { axeFindings } from '../support/axe.ts';
import { expect, test } from './test.ts';
import { longBody, pageOf } from './window.ts';

const TITLE = 'Of the river';
const HOSTILE =
  '<aside class="sidebar widget"><p onclick="top.hit=1">Hellebore grows <a href="javascript:top.hit=2">here</a>.' +
  '<script>top.hit=3</script><img src="x" onerror="top.hit=4"></p></aside>';

const page = (last: string) =>
  pageOf(
    TITLE,
    `${longBody(6)}<aside class="sidebar related"><h3>From the office</h3><p>Quicklime is sold by the barrel.</p></aside>` +
      `${HOSTILE}${longBody(6)}<p>${last}</p>`,
  ).replace('<body>', '<body><nav><ul><li><a href="/a">Tides</a></li></ul></nav>');

test(
  'what was left out is put back, and what does not belong there taken out',
  { tag: '@slow' },
  async ({ lectern, host, page: window }, testInfo) => {
    const file = testInfo.outputPath('river.html');
    const clip = async (last: string) => {
      await writeFile(file, page(last));
      await host.lectern('clip', file, '--url', 'https://river.example/a');
    };
    await clip('The heron stood in the reeds until it was dark.');
    await lectern.isClipped(TITLE);
    await lectern.open(TITLE);

    const shown = window.locator(`iframe[title="What was left out: ${TITLE}"]`);
    const inside = shown.contentFrame();
    const bar = window.getByRole('toolbar', { name: 'What was left out' });
    const box = inside.locator('.block', { hasText: 'Quicklime' });
    const button = (name: string) => inside.getByRole('button', { name, exact: true });
    const restoreBox = button('Restore: From the office Quicklime is sold by the barrel.');
    const removeBox = button('Remove: From the office Quicklime is sold by the barrel.');
    const text = window.frameLocator('iframe[title^="Article:"]').locator('#content');

    await test.step('it stands greyed in its place, and nothing of it runs', async () => {
      await expect(text).not.toContainText('Quicklime');
      await window.keyboard.press('Shift+L');
      await expect(bar).toContainText(/This article holds 9\d% of the page’s visible text\./);
      await expect(restoreBox).toBeVisible();
      await expect(inside.locator('[data-state="left-out"]')).toHaveText([
        /^Tides/,
        /Quicklime/,
        /^Hellebore grows here\./,
      ]);
      await expect(inside.locator('.block').first()).toHaveAttribute('data-state', 'left-out');
      const colour = (locator: typeof box) =>
        locator.evaluate((element) => getComputedStyle(element).color);
      expect(await colour(box)).not.toBe(
        await colour(inside.locator('[data-state="kept"]').first()),
      );
      expect(await shown.getAttribute('sandbox')).toBe('allow-scripts');
      expect(await inside.locator('html').evaluate(() => self.origin)).toBe('null');
      await inside.getByText('Hellebore').click();
      expect(
        await inside.locator('#content :is(script, [onclick], [href^="javascript"])').count(),
      ).toBe(0);
      expect(await window.evaluate(() => 'hit' in globalThis)).toBe(false);
      expect(await axeFindings(window)).toEqual([]);
      for (const theme of ['light', 'sepia', 'dark', 'black']) {
        const [frame] = window.frames().filter((one) => one.url().includes('/left-out/'));
        if (!frame) throw new Error('There is no such frame.');
        await frame.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
        // Which heading follows which is the page's own.
        expect(await axeFindings(frame, { without: ['heading-order'] })).toEqual([]);
      }
    });

    await test.step('keys lead to it and put it back; it is in the text and found at once', async () => {
      await lectern.articleHasFocus();
      await window.keyboard.press('Home');
      const place = () => inside.locator('html').evaluate((html) => html.scrollTop);
      await expect.poll(place).toBe(0);
      await window.keyboard.press('n');
      await expect(button('Restore: Tides')).toBeFocused();
      await window.keyboard.press('n');
      await expect(restoreBox).toBeFocused();
      await window.keyboard.press('Enter');
      await expect(removeBox).toBeFocused();
      await expect(box).toHaveAttribute('data-state', 'restored');
      await expect(lectern.toasts.filter({ hasText: 'Passage put back' })).toBeVisible();
      await expect(bar).toContainText('1 edit of yours');
      await expect(text).toContainText('Quicklime is sold by the barrel.');
      expect(await host.lectern('search', 'quicklime')).toContain(TITLE);
    });

    await test.step('Undo greys it again, and Redo does not', async () => {
      await lectern.toasts.getByRole('button', { name: 'Undo' }).click();
      await expect(box).toHaveAttribute('data-state', 'left-out');
      await expect(text).not.toContainText('Quicklime');
      await lectern.toasts.getByRole('button', { name: 'Redo' }).click();
      await expect(box).toHaveAttribute('data-state', 'restored');
      await lectern.closeToasts();
    });

    await test.step('what the article holds shows its button to who points at it', async () => {
      const first = inside.locator('.block', { hasText: 'Paragraph number 2.' }).first();
      const remove = first.getByRole('button');
      await expect(remove).toHaveCSS('opacity', '0');
      await first.hover();
      await expect(remove).toHaveCSS('opacity', '1');
      await remove.click();
      await expect(first).toHaveAttribute('data-state', 'removed');
      await expect(lectern.toasts.filter({ hasText: 'Passage taken out' })).toBeVisible();
      await expect(bar).toContainText('2 edits of yours');
      await expect(text.getByText('Paragraph number 2.')).toHaveCount(1);
    });

    await test.step('both outlive a further version of the page', async () => {
      await clip('The heron flew up, and the reeds closed behind it.');
      await expect(text).toContainText('closed behind it');
      await expect(text).toContainText('Quicklime');
      await expect(text.getByText('Paragraph number 2.')).toHaveCount(1);
      await expect(inside.getByText('closed behind it')).toBeVisible();
      await expect(box).toHaveAttribute('data-state', 'restored');
    });

    await test.step('and are undone together', async () => {
      await bar.getByRole('button', { name: 'Undo all of my edits' }).click();
      await expect(box).toHaveAttribute('data-state', 'left-out');
      await expect(bar).not.toContainText('of yours');
      await expect(text).not.toContainText('Quicklime');
    });

    await test.step('Escape leads back; the menu there again', async () => {
      await shown.focus();
      await window.keyboard.press('Escape');
      await expect(shown).toHaveCount(0);
      await lectern.button('More').click();
      await window.getByRole('menuitem', { name: 'What was left out' }).click();
      await expect(restoreBox).toBeVisible();
      await lectern.button('Back to the text').click();
      await expect(shown).toHaveCount(0);
    });

    await test.step('of a text there is nothing to show, and that is said', async () => {
      await lectern.clipFiles([{ name: 'notes.txt', content: 'Only a line.\n\nAnd another.' }]);
      await lectern.isClipped('Only a line');
      await lectern.open('Only a line');
      await window.keyboard.press('Shift+L');
      await expect(window.getByText('nothing was left out')).toBeVisible();
    });
  },
);
