// A built Lectern in a real Electron, on folders of its own. Tests take `test` from here; they are skipped, with the
// reason printed, where there is no Electron or no build, and fail there with REQUIRE_ELECTRON=1.
/* oxlint-disable no-empty-pattern -- Playwright reads from the pattern which fixtures are needed */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import {
  _electron,
  test as base,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test';
import { electronBinary, electronSwitches, isRoot } from './electron-binary.ts';

export const appDir = resolve(process.env.LECTERN_APP_DIR ?? join(import.meta.dirname, '..', '..'));

const binary = electronBinary();

function obstacle(): string | null {
  if (!binary) return 'there is no Electron binary (npx install-electron)';
  if (!existsSync(join(appDir, 'out', 'main', 'index.js'))) return `${appDir} is not built`;
  return null;
}

const why = obstacle();
if (why && process.env.REQUIRE_ELECTRON === '1') throw new Error(why);
if (why) console.log(`Electron tests skipped: ${why}`);

export interface Lectern {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** Everything that was logged so far. */
  log(): string;
  /** Process ids by the name that the shell gives its children: `Lectern library`, `Lectern page reader`. */
  pidsOf(name: string): Promise<number[]>;
  /** As a person closes it; resolves when all processes are gone. */
  quit(): Promise<void>;
}

export interface Folders {
  readonly library: string;
  readonly userData: string;
  /** Writes a file of this test's own. @returns its absolute path */
  write(name: string, content: string | Uint8Array): string;
}

interface Fixtures {
  readonly folders: Folders;
  /** Starts the app on this test's folders, again and again if need be. */
  readonly start: (...words: string[]) => Promise<Lectern>;
  /** Starts another instance on the same folders without following it. @returns its output, once it has ended */
  readonly startSecond: (...words: string[]) => Promise<Ended>;
}

interface Ended {
  readonly code: number | null;
  /** On standard output. */
  readonly output: string;
  /** On standard error, Chromium's own words among them. */
  readonly errors: string;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it which fixtures are needed; here none
  folders: async ({}, use) => {
    const root = mkdtempSync(join(tmpdir(), 'lectern-electron-'));
    await use({
      library: join(root, 'library'),
      userData: join(root, 'state'),
      write(name, content) {
        const file = join(root, 'files', name);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
        return file;
      },
    });
    rmSync(root, { recursive: true, force: true });
  },

  start: async ({ folders }, use, info) => {
    const running = new Set<ElectronApplication>();
    await use(async (...words) => {
      const app = await _electron.launch({
        executablePath: binary ?? '',
        args: [...electronSwitches, appDir, ...foldersAsWords(folders), ...words],
        // Left to itself, Playwright takes the sandbox away from everybody.
        chromiumSandbox: !isRoot,
        timeout: 30_000,
      });
      running.add(app);
      app.on('close', () => running.delete(app));
      return lecternOf(app, folders);
    });
    for (const app of running) await app.close();
    if (info.status !== info.expectedStatus) {
      await info.attach('lectern.log', { body: readLog(folders), contentType: 'text/plain' });
    }
  },

  startSecond: async ({ folders }, use) => {
    await use((...words) => runElectron([...foldersAsWords(folders), ...words]));
  },
});

test.skip(why !== null, why ?? '');

export { expect } from '@playwright/test';

/** Runs the app as from a terminal, until it ends by itself. */
export function runElectron(words: readonly string[]): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(binary ?? '', [...electronSwitches, appDir, ...words]);
    let output = '';
    let errors = '';
    child.stdout.on('data', (data) => {
      output += String(data);
    });
    child.stderr.on('data', (data) => {
      errors += String(data);
    });
    child.once('error', failed);
    child.once('close', (code) => done({ code, output, errors }));
  });
}

const foldersAsWords = ({ library, userData }: Folders) => [
  '--library',
  library,
  '--user-data-dir',
  userData,
];

function readLog({ userData }: Folders): string {
  const file = join(userData, 'logs', 'lectern.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function lecternOf(app: ElectronApplication, folders: Folders): Promise<Lectern> {
  const window = await app.firstWindow();
  await window.waitForLoadState();
  // Before it is drawn, a key that is pressed is nobody's.
  await window.locator('#root > *').first().waitFor({ state: 'attached' });
  await window.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  // Nor has the shell its menu yet. While it reads the rest of its code, what is asked of it may be lost on the way.
  await expect(async () =>
    expect(await app.evaluate(({ Menu }) => Menu.getApplicationMenu() !== null)).toBe(true),
  ).toPass({ intervals: [100], timeout: 30_000 });
  return {
    app,
    window,
    log: () => readLog(folders),
    pidsOf: (name) =>
      app.evaluate(
        ({ app: shell }, wanted) =>
          shell
            .getAppMetrics()
            .filter((metric) => metric.name === wanted)
            .map(({ pid }) => pid),
        name,
      ),
    quit: () => app.close(),
  };
}
