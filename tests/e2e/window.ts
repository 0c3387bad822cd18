// The window as tests see it: by roles and names, as people and screen readers do.
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

export class Window {
  readonly page: Page;
  readonly rows: Locator;
  readonly list: Locator;
  readonly search: Locator;
  readonly dialog: Locator;
  readonly toasts: Locator;
  readonly frame: FrameLocator;

  constructor(page: Page) {
    this.page = page;
    // Chips are a grid as well, of which one cannot select any number.
    this.list = page.locator('[role="grid"][aria-multiselectable]');
    // A row that is still empty may be another one's place a moment later.
    this.rows = this.list.locator('[role="row"]:not([aria-busy="true"])');
    this.search = page.getByRole('searchbox', { name: 'Search', exact: true });
    // Menus are dialogs as well, and go a moment after what they have called has come.
    this.dialog = page.locator('section[role="dialog"]');
    this.toasts = page.getByRole('alertdialog');
    this.frame = page.frameLocator('iframe');
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title });
  }

  /** A list of the sidebar, with its kept count. */
  place(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async goTo(name: string): Promise<void> {
    await this.place(name).click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  /** Opens an article by a click and waits until it is shown. */
  async open(title: string): Promise<void> {
    await this.row(title).click();
    await this.shows(title);
  }

  async shows(title: string): Promise<void> {
    await expect(this.frame.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(this.page.locator('iframe')).toHaveCSS('visibility', 'visible');
  }

  /** The frame is a document of its own: seen from here, it is the frame's element that has the focus. */
  async articleHasFocus(): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.activeElement?.tagName))
      .toBe('IFRAME');
  }

  /** Hands files to the clip dialog. */
  async clipFiles(files: readonly { name: string; content: string | Buffer }[]): Promise<void> {
    await this.page.keyboard.press('c');
    const chooser = this.page.waitForEvent('filechooser');
    await this.dialog.getByRole('button', { name: 'Choose files…' }).click();
    await (await chooser).setFiles(
      files.map(({ name, content }) => ({
        name,
        mimeType: name.endsWith('.txt') ? 'text/plain' : 'text/html',
        buffer: Buffer.from(content),
      })),
    );
    await expect(this.dialog).toBeHidden();
  }

  /** Clips a page of one's own making and waits until it stands in the list. */
  async clipPage(title: string, body: string): Promise<void> {
    await this.clipFiles([{ name: `${title.slice(0, 40)}.html`, content: pageOf(title, body) }]);
    await this.isClipped(title);
    await this.closeToasts();
  }

  /** A clip waits for a process that reads the page: on a busy machine that takes a while. */
  async isClipped(title: string): Promise<void> {
    await expect(this.row(title)).toBeVisible({ timeout: 30_000 });
  }

  /** Lets the library fetch from a site of the test's own, which is on this very machine. */
  async allowHost(host: string): Promise<void> {
    await this.page.evaluate(
      async (allowed) =>
        void (await fetch('/rpc', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name: 'settings.change', input: { allowedHosts: [allowed] } }),
        })),
      host,
    );
  }

  async closeToasts(): Promise<void> {
    const close = this.toasts.getByRole('button', { name: 'Close' });
    while ((await close.count()) > 0) {
      await close.first().click();
      await this.page.waitForTimeout(50);
    }
  }
}

const PARAGRAPH =
  'The lamp above the reading desk was lit every evening, long before the days grew short, and it stayed lit until the last reader had gone home to bed.';

/** A page with enough text to be taken for an article. */
export function pageOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="author" content="Ann Author"></head>
<body><article><h1>${title}</h1><p>${PARAGRAPH}</p>${body}<p>${PARAGRAPH}</p></article></body></html>`;
}

/** Paragraphs enough to scroll. */
export const longBody = (count: number): string =>
  Array.from({ length: count }, (_, n) => `<p>Paragraph number ${n + 1}. ${PARAGRAPH}</p>`).join(
    '',
  );
