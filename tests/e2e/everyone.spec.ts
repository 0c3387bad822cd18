// The window for those who see other colours, want nothing to move, or hear it.
import { painted, selectWords } from '../support/marks.ts';
import { expect, type Page, test } from './test.ts';
import { longBody, type Window } from './window.ts';

const body = `<h2>Noon</h2><p>One bell, two bells.</p>${longBody(12)}<h2>Night</h2>${longBody(12)}`;

/** How text of one kind is set off from the text around it: ground, colour and line under it. */
const lookOf = (lectern: Window, pseudo: string) =>
  lectern.frame.locator('#content').evaluate((content, wanted) => {
    const { backgroundColor, color, textDecoration } = getComputedStyle(content, wanted);
    return [backgroundColor, color, textDecoration].join(' ');
  }, pseudo);

test('with forced colours marks, hits, headings, rows and the focus stand out', async ({
  lectern,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await lectern.clipPage('A day', body);
  await lectern.goTo('Everything');
  await lectern.open('A day');
  const plain = await lookOf(lectern, '::highlight(nothing-of-this-name)');
  const mark = await lookOf(lectern, '::highlight(hl-green)');
  const hit = await lookOf(lectern, '::highlight(find)');
  const current = await lookOf(lectern, '::highlight(find-current)');
  for (const name of ['hl-yellow', 'hl-blue', 'hl-pink', 'hl-purple']) {
    expect(await lookOf(lectern, `::highlight(${name})`), name).toBe(mark);
  }
  const looks = [
    plain,
    mark,
    hit,
    current,
    await lookOf(lectern, '::highlight(hl-focus)'),
    await lookOf(lectern, '::highlight(hl-noted)'),
  ];
  expect(new Set([plain, mark, current]).size).toBe(3);
  expect(new Set(looks).size, looks.join('\n')).toBeGreaterThanOrEqual(looks.length - 1);
  expect(hit).not.toBe(current);

  // Which row is open, which heading is read under: by more than a colour of ours.
  const outline = (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { outlineStyle, borderInlineStartStyle } = getComputedStyle(element);
      return [outlineStyle, borderInlineStartStyle];
    });
  await page.keyboard.press('o');
  await page.getByRole('treeitem', { name: 'Night' }).click();
  await expect(page.getByRole('treeitem', { name: 'Night' })).toHaveAttribute('aria-current');
  expect(await outline('[role="treeitem"][aria-current]')).toContain('solid');
  expect(await outline('[role="treeitem"]:not([aria-current]) >> nth=0')).toEqual(['none', 'none']);

  // Every control that has the focus has a line around it, or around what stands for it.
  await page.getByRole('button', { name: 'Back to the list' }).focus();
  const without: string[] = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    const bare = await page.evaluate(() => {
      const active = document.activeElement as HTMLElement | null;
      if (!active || active === document.body || active.tagName === 'IFRAME') return null;
      const id = active.getAttribute('aria-activedescendant');
      const seen = [active, active.parentElement, id ? document.getElementById(id) : null];
      const isSeen = seen.some(
        (element) => element && getComputedStyle(element).outlineStyle !== 'none',
      );
      return isSeen ? null : active.outerHTML.slice(0, 100);
    });
    if (bare) without.push(bare);
  }
  expect(without).toEqual([]);
});

/** What moves in the window and in the article. */
const moving = async (page: Page, lectern: Window) => {
  const names = () =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 0)
      .map((animation) =>
        animation instanceof CSSTransition ? animation.transitionProperty : 'animation',
      );
  return [
    ...(await page.evaluate(names)),
    ...(await lectern.frame.locator('html').evaluate(names)),
  ];
};

test('with reduced motion nothing moves', { tag: '@slow' }, async ({ lectern, page }) => {
  await lectern.clipPage('A day', body);
  await lectern.goTo('Everything');
  await lectern.open('A day');
  // A caret that blinks, to see that what moves is found.
  await page.keyboard.press('v');
  await expect(lectern.frame.locator('.caret')).toBeVisible();
  expect(await moving(page, lectern)).not.toEqual([]);
  await page.keyboard.press('Escape');
  await expect(lectern.frame.locator('.caret')).toHaveCount(0);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found: string[] = [];
  await page.keyboard.press('v');
  await expect(lectern.frame.locator('.caret')).toBeVisible();
  found.push(...(await moving(page, lectern)).map((what) => `v: ${what}`));
  await page.keyboard.press('Escape');
  await expect(lectern.frame.locator('.caret')).toHaveCount(0);
  for (const key of ['Shift+T', '?', 'Control+k']) {
    await page.keyboard.press(key);
    await expect(lectern.dialog).toBeVisible();
    found.push(...(await moving(page, lectern)).map((what) => `${key}: ${what}`));
    await page.keyboard.press('Escape');
    await expect(lectern.dialog).toHaveCount(0);
    await lectern.articleHasFocus();
  }
  await page.keyboard.press('u');
  await expect(lectern.toasts).toBeVisible();
  found.push(...(await moving(page, lectern)).map((what) => `u: ${what}`));
  expect(found).toEqual([]);
});

test('a row says its title, its state and how far it was read; news is said', {
  tag: '@slow',
}, async ({ lectern, page }) => {
  await lectern.clipPage('A day', body);
  await expect(page.getByRole('row', { name: /Unread.*A day/ })).toBeVisible();
  await lectern.goTo('Everything');
  await lectern.open('A day');
  await page.keyboard.press('s');
  await lectern.frame
    .locator('html')
    .evaluate((html) => html.scrollTo({ top: html.scrollHeight / 2, behavior: 'instant' }));
  const row = lectern.row('A day');
  await expect(row).toHaveAccessibleName(/Starred.*A day.*\b[3-7]\d% read/);
  await expect(row).not.toHaveAccessibleName(/Unread/);
  await page.keyboard.press('f');
  await expect(row).toHaveAccessibleName(/Starred.*A day.*Finished/);
  await expect(page.getByRole('row', { name: /Unread.*Welcome to Lectern/ })).toBeVisible();

  // What is said without being looked at stands in an alert or a status.
  const said = (words: string | RegExp) =>
    expect(page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: words }));
  await said('Marked as finished').toHaveCount(1);
  await lectern.frame.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Home');
  await selectWords(page, lectern.frame, 'One bell', 'two bells');
  await page.keyboard.press('h');
  await expect.poll(() => painted(lectern.frame)).toEqual(['yellow: two bells']);
  await said(/^Highlighted$/).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await said('Undone: Highlighted').toHaveCount(1);
  await said(/^Highlighted$/).toHaveCount(0);
  await lectern.clipFiles([
    {
      name: 'b.html',
      content: '<title>On bees</title><p>They swarmed on Sunday, all of them at once.</p>',
    },
  ]);
  await said('On bees').toHaveCount(1);
});
