// Which controls the keyboard alone can reach: presses Tab through a whole screen, and the arrows within what has one
// place in that order (tool bars, grids, groups of radio buttons, menus).
import type { Page } from '@playwright/test';

const MAX_STEPS = 250;

/** @returns the controls on screen that nothing reached, as tag and name; empty where all were */
export async function unreached(page: Page): Promise<string[]> {
  await markControls(page);
  const seen = new Set<string>();
  let first: string | null = null;
  for (let step = 0; step < MAX_STEPS; step++) {
    await page.keyboard.press('Tab');
    const at = await reached(page);
    if (at.key === null) continue;
    // The focus goes round by way of the page itself, where it may rest for more than one step.
    if (at.key === first) break;
    first ??= at.key;
    seen.add(at.key);
    if (at.arrow) await through(page, at.arrow, seen);
  }
  return page.evaluate(
    (reachedKeys) =>
      [...document.querySelectorAll<HTMLElement>('[data-reach]')]
        .filter((control) => !reachedKeys.includes(control.dataset.reach ?? ''))
        .map(
          (control) =>
            `${control.localName} ${control.ariaLabel ?? control.textContent?.slice(0, 40) ?? ''}`,
        ),
    [...seen],
  );
}

/** From the control that has the focus along its group, until it comes round or stands still. */
async function through(page: Page, arrow: string, seen: Set<string>): Promise<void> {
  for (let step = 0; step < MAX_STEPS; step++) {
    await page.keyboard.press(arrow);
    const { key } = await reached(page);
    if (!key || seen.has(key)) return;
    seen.add(key);
  }
}

/** Numbers every control that can be seen and used with the mouse. */
const markControls = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const controls =
      'button, a[href], input, textarea, select, summary, [role="slider"], [role="option"], [role="menuitem"], [role="tab"]';
    for (const old of document.querySelectorAll<HTMLElement>('[data-reach]')) {
      delete old.dataset.reach;
    }
    let count = 0;
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      const box = control.getBoundingClientRect();
      const isHidden =
        box.width === 0 ||
        // What is for screen readers alone stands in a box of one pixel.
        (control.parentElement?.getBoundingClientRect().width ?? 0) <= 1 ||
        !control.checkVisibility({ visibilityProperty: true }) ||
        control.closest('[inert], [aria-hidden="true"], :disabled') !== null;
      // One radio button stands for its group; the arrows choose. Rows are reached in their grid as a whole.
      const isPart =
        control.matches('[type="radio"]:not(:checked)') || control.closest('[role="row"]');
      if (!isHidden && !isPart) control.dataset.reach = String(count++);
    }
  });

/** What has the focus now, and the arrow that goes on from it within its group. */
const reached = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement as HTMLElement | null;
    const group = active?.closest(
      '[role="toolbar"], [role="listbox"], [role="menu"], [role="tablist"]',
    );
    const isUpright = group?.matches('[role="listbox"], [role="menu"]') ?? false;
    return {
      key: active?.closest<HTMLElement>('[data-reach]')?.dataset.reach ?? null,
      arrow: group ? (isUpright ? 'ArrowDown' : 'ArrowRight') : null,
    };
  });
