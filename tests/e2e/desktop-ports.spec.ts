// The desktop's way to the library, in a browser: ports handed over as the preload does, answered by the web host.
import { expect, type Page, test } from './test.ts';

interface FakeShell {
  /** The library's process dies; ports asked for while `broken` are closed at once. */
  die(): void;
  broken: boolean;
  opened: number;
  tell(event: unknown): void;
  readonly calls: string[];
}

declare global {
  interface Window {
    shell: FakeShell;
  }
}

/** In the place of the preload: runs in the page before the window's own script. */
function installShell(): void {
  if (window !== window.top) return;
  /** The window's end: the same object that its script gets. */
  let library: MessagePort | null = null;
  let desktop: MessagePort | null = null;
  type Call = { id: number; name: string; input: unknown };
  // Each answer goes where its question came from: numbers begin anew with every port.
  const forward = async (port: MessagePort, { id, name, input }: Call) => {
    const response = await fetch('/rpc', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, input }),
    });
    port.postMessage({ id, ...((await response.json()) as object) });
  };
  const shell: FakeShell = {
    broken: false,
    opened: 0,
    calls: [],
    // As when the process at the other end dies; a port closed within one process says nothing.
    die() {
      library?.close();
      library?.dispatchEvent(new Event('close'));
    },
    tell: (event) => desktop?.postMessage({ event }),
  };
  const openPort = () => {
    shell.opened += 1;
    const [toLibrary, toDesktop] = [new MessageChannel(), new MessageChannel()];
    desktop = toDesktop.port2;
    const { port2 } = toLibrary;
    port2.onmessage = ({ data }) => 'name' in data && void forward(port2, data);
    desktop.onmessage = ({ data }) => {
      shell.calls.push(data.name);
      if (data.name === 'shell.restartLibrary') shell.broken = false;
      desktop?.postMessage({ id: data.id, ok: true });
    };
    window.postMessage('lectern:port', location.origin, [toLibrary.port1, toDesktop.port1]);
    if (shell.broken) setTimeout(shell.die, 20);
  };
  window.addEventListener('message', (event) => {
    library = event.ports[0] ?? library;
  });
  Object.assign(window, { shell, lectern: { openPort, pathOf: () => '' } });
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(installShell);
});

const inShell = (page: Page, work: (shell: FakeShell) => void) =>
  page.evaluate(`(${String(work)})(window.shell)`);

test('lists over the port, and tells the shell the theme', async ({ lectern, page }) => {
  await expect(lectern.row('Welcome to Lectern')).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.shell.calls)).toContain('shell.setTheme');
});

test('a dead library is asked for again, and what was asked meanwhile is answered', async ({
  lectern,
  page,
}) => {
  await inShell(page, (shell) => {
    shell.broken = true;
    shell.die();
  });
  await expect(page.getByText('The library stopped. Starting it again…')).toBeVisible();
  await lectern.place('Everything').click();
  await expect.poll(() => page.evaluate(() => window.shell.opened)).toBeGreaterThan(2);
  await inShell(page, (shell) => {
    shell.broken = false;
  });
  await expect(page.getByText('The library stopped')).toBeHidden();
  await expect(lectern.row('Welcome to Lectern')).toBeVisible();
});

test('a library that cannot be opened says why, and is tried again when asked', async ({
  lectern,
  page,
}) => {
  await inShell(page, (shell) => {
    shell.broken = true;
    shell.tell({
      kind: 'library-failed',
      code: 'library_busy',
      message: 'Another program has it.',
    });
    shell.die();
  });
  await expect(page.getByText('Another program has it.')).toBeVisible();
  await lectern.button('Try again').click();
  await expect(page.getByText('Another program has it.')).toBeHidden();
  await expect
    .poll(() => page.evaluate(() => window.shell.calls))
    .toContain('shell.restartLibrary');
  await lectern.goTo('Everything');
  await expect(lectern.row('Welcome to Lectern')).toBeVisible();
});

test('the menu runs commands; undo in a text field is the field’s', async ({ lectern, page }) => {
  await inShell(page, (shell) => shell.tell({ kind: 'menu', command: 'shortcuts' }));
  await expect(page.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await inShell(page, (shell) => shell.tell({ kind: 'menu', command: 'find' }));
  await expect(lectern.search).toBeFocused();
  await page.keyboard.type('lamp');
  await inShell(page, (shell) => shell.tell({ kind: 'menu', command: 'undo' }));
  await expect(lectern.search).not.toHaveValue('lamp');
});
