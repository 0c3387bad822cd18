// Clips what is saved into a folder: each page once it stands still, and once for good. The system's word that something changed is
// a hint, no more: it fails on network drives and after sleep, so the folder is looked through again and again.
import { createHash } from 'node:crypto';
import { LibraryError, toWire } from '#contract/errors.ts';
import { MAX_FILE_BYTES } from '../clip/limits.ts';
import { readFileWithin } from '../clip/read-file.ts';
import type { Answers, WriteContext } from '../context.ts';
import { transaction } from '../storage/database.ts';
import { moveOriginal } from './move-original.ts';
import { type PageThere, pagesThere } from './pages-there.ts';
import { findWatchedFolder, watchProblem } from './watched-folder.ts';
import {
  dropFailed,
  findFailed,
  findWatched,
  isClippedHash,
  putTouched,
  putWatched,
} from './watched-repo.ts';

/** What stands still for so long is written to the end. In milliseconds. */
const SETTLES = 1500;
/** Where nothing is new. */
const LOOK_AGAIN = 60_000;
/** One page is some dozen changes of the folder. */
const GATHER = 300;

interface Standing {
  readonly shape: string;
  readonly since: number;
}

const standing = (before: Standing | undefined, shape: string, now: number): Standing =>
  before?.shape === shape ? before : { shape, since: now };

export interface FolderWatcher {
  /** Goes on until the library is closed. */
  start(): void;
  /** Another folder is watched from now on, or somebody wants it to be looked through. */
  look(): void;
  close(): Promise<void>;
}

type ClipFromPath = Answers<'clip.fromPath'>['clip.fromPath'];

export function folderWatcher(context: WriteContext, clip: ClipFromPath): FolderWatcher {
  const { db, ports, emit } = context;
  const controller = new AbortController();
  const { signal } = controller;
  /** How each page was at the last look, and since when. */
  let seen = new Map<string, Standing>();
  let hint: { readonly dir: string; close(): void } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer ends. */
  let due = Number.POSITIVE_INFINITY;
  let running: Promise<void> | null = null;
  let works = false;
  let again = false;

  const told = () => emit({ kind: 'changed', topics: ['watch'] });
  const later = (ms: number) => {
    clearTimeout(timer);
    due = performance.now() + ms;
    timer = setTimeout(look, ms);
    timer.unref();
  };
  /** Never later than it would be: a page that is written on and on must not keep the others waiting. */
  const soon = () => {
    if (due - performance.now() > GATHER) later(GATHER);
  };

  function look(): void {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    if (!works) return;
    if (running) {
      again = true;
      return;
    }
    running = lookThrough()
      .catch((error: unknown) => {
        ports.log.error('the watched folder could not be looked through', error);
        return LOOK_AGAIN;
      })
      .then((pause) => {
        running = null;
        if (works) later(again ? GATHER : pause);
        again = false;
      });
  }

  /** @returns when to look again, in milliseconds */
  async function lookThrough(): Promise<number> {
    const { dir } = findWatchedFolder(db);
    heed(dir);
    if (dir === null || watchProblem(dir) !== null) return LOOK_AGAIN;
    const pages = await pagesThere(dir);
    forgetGone(pages);
    const now = performance.now();
    const before = seen;
    seen = new Map(pages.map(({ path, shape }) => [path, standing(before.get(path), shape, now)]));
    let isWaiting = false;
    for (const page of pages) {
      if (signal.aborted) break;
      if (isKnown(page)) continue;
      if (now - (seen.get(page.path)?.since ?? now) >= SETTLES) await take(page);
      else isWaiting = true;
    }
    return isWaiting ? SETTLES : LOOK_AGAIN;
  }

  /** Has the system tell of changes, where it can. */
  function heed(dir: string | null): void {
    if (hint?.dir === dir) return;
    hint?.close();
    hint = null;
    if (dir === null) return;
    try {
      const { close } = ports.watchFolder(dir, soon);
      hint = { dir, close };
    } catch (error) {
      ports.log.warn(`the watched folder tells of no changes: ${String(error)}`);
    }
  }

  function isKnown({ path, size, mtime }: PageThere): boolean {
    const known = findWatched(db, path);
    return known?.size === size && known.mtime === mtime;
  }

  async function take(page: PageThere): Promise<void> {
    const { path, size, mtime } = page;
    const file = { path, size, mtime, sha256: '' };
    try {
      const bytes = await readFileWithin(path, MAX_FILE_BYTES, signal);
      file.sha256 = createHash('sha256').update(bytes).digest('hex');
      if (findWatched(db, path)?.sha256 === file.sha256) {
        return transaction(db, () => putTouched(db, file));
      }
      if (!isClippedHash(db, file.sha256)) {
        await clip({ path, tags: [], allowHosts: [], anyway: false }, signal);
      }
      note(file, null);
    } catch (error) {
      if (signal.aborted || isOfLibrary(error)) return;
      const { code, message } = toWire(error);
      // Thrown away, or renamed, while it was looked at.
      if (code === 'not_found' && file.sha256 === '') return;
      if (code === 'bug') ports.log.error('a page of the watched folder: bug', error);
      return note(file, { code, message });
    }
    if (findWatchedFolder(db).end === 'move') await moveAway(page);
  }

  function note(file: Parameters<typeof putWatched>[1], problem: Parameters<typeof putWatched>[3]) {
    transaction(db, () => putWatched(db, file, ports.clock.now(), problem));
    told();
  }

  async function moveAway(page: PageThere): Promise<void> {
    await moveOriginal(page).catch((error: unknown) => {
      // It is clipped, and stays where it is.
      ports.log.warn(`a page of the watched folder could not be moved: ${String(error)}`);
    });
  }

  function forgetGone(pages: readonly PageThere[]): void {
    const there = new Set(pages.map(({ path }) => path));
    const gone = findFailed(db).filter(({ path }) => !there.has(path));
    if (gone.length === 0) return;
    transaction(db, () => {
      for (const { path } of gone) dropFailed(db, path);
    });
    told();
  }

  return {
    start() {
      works = true;
      look();
    },
    look,
    async close() {
      works = false;
      clearTimeout(timer);
      controller.abort();
      hint?.close();
      await running;
    },
  };
}

/** The library could not take it in: that is not the page's fault, and it is tried again. */
const isOfLibrary = (error: unknown): boolean =>
  error instanceof LibraryError &&
  ['disk_full', 'read_only', 'library_busy', 'host_gone', 'cancelled'].includes(error.code);
