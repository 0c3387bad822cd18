// Scrolling from one end of a document to the other, and the long tasks that it makes.
import type { Frame, Page } from 'playwright';

const STEPS = 120;

/** Turns the wheel over the document. @returns how many tasks took longer than 50 ms */
export async function longTasksOf(page: Page, frame: Frame): Promise<number> {
  const sides = frame === page.mainFrame() ? [frame] : [page.mainFrame(), frame];
  for (const side of sides) {
    await side.evaluate(() => {
      const counted = window as unknown as { longTasks: number };
      counted.longTasks = 0;
      new PerformanceObserver((list) => {
        counted.longTasks += list.getEntries().length;
      }).observe({ type: 'longtask' });
    });
  }
  const box = await (frame === page.mainFrame()
    ? { x: 0, y: 0, width: 900, height: 700 }
    : page.locator('iframe').boundingBox());
  if (!box) throw new Error('The article is not on screen.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const height = await frame.evaluate(() => document.documentElement.scrollHeight);
  for (let step = 0; step < STEPS; step++) {
    await page.mouse.wheel(0, height / STEPS);
    await frame.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  const counts = await Promise.all(
    sides.map((side) =>
      side.evaluate(() => (window as unknown as { longTasks: number }).longTasks),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
