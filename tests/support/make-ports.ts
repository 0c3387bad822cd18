// The world of a library under test: a clock one can set, a log one can read, no network, pages read in this process.
import { Worker } from 'node:worker_threads';
import { LibraryError } from '#contract/errors.ts';
import { OriginalPage, ParsedPage } from '#contract/page.ts';
import { tablesInPackage } from '#hosts/pdf-tables.ts';
import { watchFolder } from '#hosts/watch-folder.ts';
import type {
  Clock,
  Fetcher,
  Logger,
  OriginalReader,
  PageParser,
  Ports,
  SpawnThread,
} from '#library/ports.ts';

/** Stands still until it is set. Starts on 2026-01-02 03:04:05.678 UTC. */
export interface TestClock extends Clock {
  time: number;
  tick(ms?: number): number;
}

export function testClock(time = Date.UTC(2026, 0, 2, 3, 4, 5, 678)): TestClock {
  return {
    time,
    now() {
      return this.time;
    },
    tick(ms = 1000) {
      this.time += ms;
      return this.time;
    },
  };
}

/** Keeps every line. */
export interface TestLog extends Logger {
  readonly lines: { level: 'info' | 'warn' | 'error'; line: string; cause?: unknown }[];
}

export function testLog(): TestLog {
  const lines: TestLog['lines'] = [];
  return {
    lines,
    info: (line) => void lines.push({ level: 'info', line }),
    warn: (line) => void lines.push({ level: 'warn', line }),
    error: (line, cause) => void lines.push({ level: 'error', line, cause }),
  };
}

/** Every request fails, so that a test that reaches for the network fails, too. */
export const noNetwork: Fetcher = {
  fetch: () => Promise.reject(new LibraryError('offline', 'This test has no network.')),
};

/** The real reading of pages, without the process around it. */
export const directParser: PageParser = {
  async read(input) {
    // Loaded when it is needed: most tests read no page, and it is large.
    const { readAny } = await import('#library/clip/page/read-page.ts');
    const page = await readAny(input, { tables: tablesInPackage(), isTimeUp: () => false });
    return ParsedPage.parse(page);
  },
};

export const directOriginals: OriginalReader = {
  async read(input) {
    const { readOriginal } = await import('#library/clip/page/original/read-original.ts');
    return OriginalPage.parse(readOriginal(input));
  },
};

/** For tests that need articles and do not care for pages: text in, the same text out, the first line its title. */
export const textParser: PageParser = {
  read: async ({ bytes }) => {
    const text = new TextDecoder().decode(bytes);
    const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
    const toHtml = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return ParsedPage.parse({
      kind: 'text',
      charset: 'UTF-8',
      title: paragraphs[0] ?? 'Untitled',
      author: null,
      siteName: null,
      publishedAt: null,
      lang: 'en',
      dir: 'ltr',
      sourceUrl: null,
      canonicalUrl: null,
      excerpt: paragraphs[1] ?? '',
      html: paragraphs.map((line) => `<p>${toHtml(line)}</p>`).join(''),
      readerText: text,
      bodyText: text,
      wordCount: text.split(/\s+/).filter(Boolean).length,
      images: [],
      leadImage: -1,
      links: [],
      warning: null,
    });
  },
};

export const spawnReader: SpawnThread = (options) =>
  new Worker(new URL('../../electron/library/reader-worker.ts', import.meta.url), options);

const spawnBackup: SpawnThread = (options) =>
  new Worker(new URL('../../electron/library/backups/backup-worker.ts', import.meta.url), options);

export interface TestPorts extends Ports {
  readonly clock: TestClock;
  readonly log: TestLog;
}

export function makePorts(given: Partial<TestPorts> = {}): TestPorts {
  return {
    clock: testClock(),
    log: testLog(),
    fetcher: noNetwork,
    parser: directParser,
    originals: directOriginals,
    renderer: null,
    watchFolder,
    spawnReader,
    spawnBackup,
    ...given,
  };
}
